package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peerexchange.language.Sentences;

/** The sentences about answers; they all stand in {@code messages/validation.properties}, and in a file for each language. */
final class Messages {

    private static final Sentences SENTENCES = new Sentences("messages.validation");

    private final Locale language;

    Messages(Locale language) {
        this.language = language;
    }

    String about(String label, Problem problem) {
        List<Object> words = new ArrayList<>();
        words.add(label);
        words.addAll(problem.details());
        return sentence(problem.sentence(), words);
    }

    String labelInRow(String label, int row) {
        return sentence("row.label", List.of(label, row));
    }

    private String sentence(String name, List<?> words) {
        return SENTENCES.say(language, name, words.toArray());
    }
}
