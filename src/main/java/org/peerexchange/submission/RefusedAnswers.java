package org.peerexchange.submission;

import java.util.List;
import java.util.stream.Collectors;

/** What somebody sent cannot be accepted; each error says which field and what to do, in the person's words. */
public class RefusedAnswers extends RuntimeException {

    private final transient List<FieldError> errors;

    public RefusedAnswers(List<FieldError> errors) {
        super(errors.stream().map(FieldError::message).collect(Collectors.joining(" ")));
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
