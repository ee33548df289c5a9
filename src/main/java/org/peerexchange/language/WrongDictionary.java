package org.peerexchange.language;

/** A dictionary that cannot be used; the message says where and why. */
public class WrongDictionary extends RuntimeException {

    WrongDictionary(String file, int line, String why) {
        super("%s, line %d: %s".formatted(file, line, why));
    }
}
