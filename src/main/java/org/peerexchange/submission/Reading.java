package org.peerexchange.submission;

/** What a posted value was read as, or the problem with it. */
record Reading(Object value, Problem problem) {

    static Reading of(Object value) {
        return new Reading(value, null);
    }

    static Reading problem(String sentence, Object... details) {
        return new Reading(null, new Problem(sentence, details));
    }
}
