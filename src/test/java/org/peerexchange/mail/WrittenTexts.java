package org.peerexchange.mail;

/** The texts of the built-in programmes, without an application around them. */
public final class WrittenTexts {

    private WrittenTexts() {}

    public static TextWriter writer() {
        return new TextWriter(new Texts(null));
    }
}
