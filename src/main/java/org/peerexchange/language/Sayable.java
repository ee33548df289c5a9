package org.peerexchange.language;

import java.util.Locale;

/** Something that cannot be done, told by one of the application's own sentences in the language of who reads it. */
public abstract class Sayable extends RuntimeException {

    private final String name;
    private final transient Object[] words;

    /**
     * @param name of a sentence in {@code messages/pages.properties}
     * @param words what goes into its holes
     */
    protected Sayable(String name, Object... words) {
        super(Sentences.PAGES.say(Locale.ENGLISH, name, words));
        this.name = name;
        this.words = words;
    }

    /** The sentence. */
    public String in(Locale language) {
        return Sentences.PAGES.say(language, name, words);
    }
}
