package org.peerexchange.submission;

/** The forms that submissions were sent in. */
public interface SentForms {

    /**
     * A form in the version that was current when something was sent in it.
     *
     * @throws IllegalArgumentException when there is no such form
     */
    DeployedForm sentIn(String document, int version);

    /** The same, read only. */
    default Form of(String document, int version) {
        return sentIn(document, version).form();
    }
}
