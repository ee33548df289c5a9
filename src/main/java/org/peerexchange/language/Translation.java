package org.peerexchange.language;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A programme's English sentences in the language of who reads them. */
public interface Translation {

    /** The sentences themselves. */
    Translation ENGLISH = new Translation() {
        @Override
        public Locale language() {
            return Locale.ENGLISH;
        }

        @Override
        public String of(String sentence) {
            return sentence;
        }
    };

    /** The sentences themselves, which are in this language: a programme may be written in another one than English. */
    static Translation none(Locale language) {
        return language.equals(Locale.ENGLISH) ? ENGLISH : new DictionaryTranslation(language, List.of());
    }

    /** The language it is in; a sentence without a translation stays English. */
    Locale language();

    /**
     * A sentence.
     *
     * @param sentence exactly as a model, form or table says it; null for none
     * @return its translation; the sentence itself where there is none
     */
    String of(String sentence);

    /** A text of several paragraphs, with an empty line between them: each is a sentence of its own. */
    default String ofParagraphs(String text) {
        return each(Paragraphs.BETWEEN, text);
    }

    /** Several short sentences that were said one after the other in one line. */
    default String ofSentences(String text) {
        return each(Paragraphs.BETWEEN_SENTENCES, text);
    }

    private String each(Pattern between, String text) {
        if (text == null) {
            return null;
        }
        StringBuilder all = new StringBuilder();
        Matcher gap = between.matcher(text);
        int begin = 0;
        while (gap.find()) {
            all.append(of(text.substring(begin, gap.start()))).append(gap.group());
            begin = gap.end();
        }
        return all.append(of(text.substring(begin))).toString();
    }
}
