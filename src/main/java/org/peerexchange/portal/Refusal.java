package org.peerexchange.portal;

import org.springframework.http.HttpStatus;

/** The reason why something a page sent is not taken, as a sentence for the person who sent it. */
class Refusal extends RuntimeException {

    private final HttpStatus status;

    Refusal(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
