package org.peerexchange.submission;

import org.peerexchange.language.Translation;

/** A form as it was deployed: read, its version, and the JSON that browsers show. */
public record DeployedForm(Form form, int version, String json) {

    /** The same in the language of who fills it in: other words, the same questions and answers. */
    public DeployedForm in(Translation words) {
        return words == Translation.ENGLISH ? this : TranslatedForms.of(this, words);
    }
}
