package org.peerexchange.submission;

/** The forms that submissions were sent in. */
public interface SentForms {

    /**
     * A form in the version that was current when something was sent in it.
     *
     * @throws IllegalArgumentException when there is no such form
     */
    Form of(String document, int version);

    /** The same as the JSON that browsers show. */
    String json(String document, int version);
}
