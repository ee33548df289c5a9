package org.peerexchange.application;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.stereotype.Component;

/** What those who take part in a case may start unasked, each with the form for it. */
@Component
public class Offers {

    private final Programmes programmes;
    private final Submissions submissions;

    Offers(Programmes programmes, Submissions submissions) {
        this.programmes = programmes;
        this.submissions = submissions;
    }

    /** The offers of a case, possible now or not. One without a form of its own has the form by which the case was applied for. */
    public List<Programme.Offer> of(Case subject) {
        return programmes.of(subject.programme()).offers().stream()
                .filter(offer -> offer.kind().equals(subject.kind()))
                .flatMap(offer ->
                        (offer.form() == null ? appliedBy(subject) : Optional.of(offer.form())).map(offer::by).stream())
                .toList();
    }

    /** The offer that a message stands for. */
    public Optional<Programme.Offer> of(Case subject, String message) {
        return of(subject).stream()
                .filter(offer -> offer.message().equals(message))
                .findFirst();
    }

    private Optional<String> appliedBy(Case subject) {
        Set<String> forms = programmes.of(subject.programme()).applications().values().stream()
                .map(Programme.ApplicationKind::form)
                .collect(Collectors.toSet());
        return submissions.current(List.of(subject.number()), forms).stream()
                .map(Submission::document)
                .findFirst();
    }
}
