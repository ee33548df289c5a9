package org.peerexchange.portal;

import org.peerexchange.submission.DeployedForm;
import org.springframework.http.HttpStatus;

/**
 * The form that somebody sends is not the one that is asked now: people agree only to what they have read. Opened again, the page
 * brings what was typed.
 */
class FormChanged extends Refusal {

    private FormChanged() {
        super(HttpStatus.CONFLICT, "send.form-changed");
    }

    /**
     * Refuses what was filled in on a page that shows an older version.
     *
     * @param shown version on the page; null when it does not say
     * @param now the form as it is asked now
     * @throws FormChanged when they differ
     */
    static void unlessShown(Integer shown, DeployedForm now) {
        if (shown != null && shown != now.version()) {
            throw new FormChanged();
        }
    }
}
