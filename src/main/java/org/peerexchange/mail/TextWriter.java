package org.peerexchange.mail;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills in a text of a programme for something that is no mail. */
@Component
public class TextWriter {

    private final Texts texts;

    TextWriter(Texts texts) {
        this.texts = texts;
    }

    /** @param title the text's first line, after "Subject:" */
    public record Written(String title, String body) {}

    /** The language that a text comes in for who reads this one: what it says is to be in the same. */
    public Locale language(String programme, String text, Locale wanted) {
        return texts.language(programme, text, wanted);
    }

    /**
     * Fills in a text.
     *
     * @param text its name in the programme's folder
     * @param model what it may name, as {@link CaseWords#about} gives it
     */
    public Written write(String programme, String text, Map<String, Object> model, Locale language) {
        return texts.fill(programme, text, model, language);
    }
}
