package org.peerexchange.mail;

import java.util.Map;

/**
 * The links of one mail, made when it is sent.
 *
 * @param button what the mail asks for, or null
 * @param offers what its reader may start unasked, by message, and the reader's own page as {@code myPage}
 */
record Links(String button, Map<String, String> offers) {

    /** What the footer offers the reader of a mail that is not essential. */
    static final String UNSUBSCRIBE = "unsubscribe";

    /** The text with every link hidden, as it may be kept. */
    String mask(String text) {
        String masked = button == null ? text : text.replace(button, "[personal link]");
        for (String offer : offers.values()) {
            masked = masked.replace(offer, "[personal link]");
        }
        return masked;
    }
}
