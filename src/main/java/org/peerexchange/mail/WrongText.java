package org.peerexchange.mail;

/** A mail text that cannot be used as it is written. */
public class WrongText extends RuntimeException {

    WrongText(String file, int line, String what) {
        super("%s, line %d: %s".formatted(file, line, what));
    }

    WrongText(String what) {
        super(what);
    }
}
