package org.peerexchange.submission;

import java.util.Arrays;
import java.util.List;

/**
 * Something wrong with an answer: which sentence says so and what goes into it after the label.
 *
 * @param wordedByForm whether the form's own message, if it has one, is said instead
 */
record Problem(String sentence, List<String> details, boolean wordedByForm) {

    Problem(String sentence, Object... details) {
        this(sentence, Arrays.stream(details).map(String::valueOf).toList(), false);
    }

    Problem mayBeWordedByForm() {
        return new Problem(sentence, details, true);
    }
}
