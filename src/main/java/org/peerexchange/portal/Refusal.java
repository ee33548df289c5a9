package org.peerexchange.portal;

import org.peerexchange.language.Sayable;
import org.springframework.http.HttpStatus;

/** The reason why something a page sent is not taken, as a sentence for the person who sent it. */
class Refusal extends Sayable {

    private final HttpStatus status;

    /** @param sentence its name, and what goes into it */
    Refusal(HttpStatus status, String sentence, Object... words) {
        super(sentence, words);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
