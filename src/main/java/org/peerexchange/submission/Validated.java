package org.peerexchange.submission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a posted form.
 *
 * @param answers the answers in the order of the form, nested where a group or a key has a path. Every field that is
 *     shown is there: an empty one as null, an unticked box as false, an empty list as an empty list. Hidden fields are
 *     not there. Values are String, Boolean, Integer, Long, Double, List and Map, nothing else. Fields with an error are
 *     left out, so keep the answers only if there is none.
 * @param errors what is wrong, in the order of the form, at most one for each field
 */
public record Validated(Map<String, Object> answers, List<FieldError> errors) {

    public Validated {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        errors = List.copyOf(errors);
    }

    /** Whether nothing is wrong. */
    public boolean ok() {
        return errors.isEmpty();
    }
}
