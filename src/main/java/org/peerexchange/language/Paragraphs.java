package org.peerexchange.language;

import java.util.regex.Pattern;

/** Where a text is divided. */
final class Paragraphs {

    static final Pattern BETWEEN = Pattern.compile("\n\\s*\n");
    static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?]) (?=\\p{Lu})");

    private Paragraphs() {}
}
