package org.peerexchange.language;

import java.util.Locale;
import java.util.Optional;

/** Sentences of pages in the words of one who says them otherwise. A template names them <code>#{whose/name(words)}</code>. */
public interface OwnSentences {

    /** What stands between whose words it is said in and the name of the sentence. */
    String OF = "/";

    /**
     * @param name of the sentence in {@code messages/pages.properties}
     * @return the sentence, an ICU message; empty where the usual one is said
     */
    Optional<String> find(String whose, String name, Locale language);
}
