package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTests {

    @Test
    void every_sentence_can_be_said_and_names_the_field() {
        ResourceBundle sentences = ResourceBundle.getBundle("messages.validation", Locale.ROOT);
        Messages messages = new Messages(Locale.ENGLISH);
        for (String sentence : sentences.keySet()) {
            String said = messages.about("Goal", new Problem(sentence, "one", "two", "three"));
            assertThat(said).as(sentence).contains("Goal").doesNotContain("{").doesNotContain("''");
        }
    }

    @Test
    void the_language_of_the_machine_does_not_matter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Messages(Locale.FRENCH).about("Days", new Problem("number.min", 3, 1000)))
                    .isEqualTo("\"Days\" must be at least 3; you gave 1000.");
        } finally {
            Locale.setDefault(before);
        }
    }
}
