package org.peerexchange.issuing;

import java.nio.charset.StandardCharsets;

/** What an issued document is made as. */
public enum Format {
    /** A page to print. */
    PDF("application/pdf", "pdf"),

    /** Text to be put on a page of a wiki. */
    WIKITEXT("text/plain;charset=UTF-8", "txt");

    private final String contentType;
    private final String ending;

    Format(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    public String contentType() {
        return contentType;
    }

    String ending() {
        return ending;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
