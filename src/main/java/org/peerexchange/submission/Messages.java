package org.peerexchange.submission;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences about answers; they all stand in {@code messages/validation.properties}. */
final class Messages {

    private final ResourceBundle sentences;
    private final Locale locale;

    Messages(Locale locale) {
        this.locale = locale;
        this.sentences = ResourceBundle.getBundle(
                "messages.validation",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    String about(String label, Problem problem) {
        List<Object> words = new ArrayList<>();
        words.add(label);
        words.addAll(problem.details());
        return sentence(problem.sentence(), words);
    }

    String labelInRow(String label, int row) {
        return sentence("row.label", List.of(label, String.valueOf(row)));
    }

    private String sentence(String name, List<Object> words) {
        return new MessageFormat(sentences.getString(name), locale).format(words.toArray());
    }
}
