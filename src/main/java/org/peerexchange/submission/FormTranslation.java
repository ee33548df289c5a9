package org.peerexchange.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.peerexchange.language.Translation;
import org.springframework.util.StringUtils;

/**
 * Puts everything that people read in a form into their language: names, labels, descriptions, texts, options, what stands before
 * or after a field, own messages, buttons. Keys, values and conditions stay as they are, so whatever is answered is kept the same.
 */
final class FormTranslation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SENTENCES =
            List.of("label", "dateLabel", "timeLabel", "description", "placeholder", "alt");

    /** Custom properties that are shown. */
    private static final List<String> PROPERTIES = List.of("label", "message");

    /** What begins and ends a part of a template. */
    private static final Pattern MARK = Pattern.compile("\\{\\{[#/][^}]*}}");

    /** What a template fills in, unless it chooses between words. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}\"]*}}");

    private final UnaryOperator<String> sentence;
    private final UnaryOperator<String> paragraphs;

    private FormTranslation(Translation words) {
        this.sentence = text -> hasWords(text) ? words.of(text) : text;
        this.paragraphs = text -> new Guarded(words).ofParagraphs(text);
    }

    /** Leaves alone what nobody can translate. */
    private record Guarded(Translation words) implements Translation {

        @Override
        public Locale language() {
            return words.language();
        }

        @Override
        public String of(String sentence) {
            return hasWords(sentence) ? words.of(sentence) : sentence;
        }
    }

    /** A form's JSON in the language. */
    static String of(String formJson, Translation words) {
        try {
            ObjectNode form = (ObjectNode) JSON.readTree(formJson);
            FormTranslation translation = new FormTranslation(words);
            String id = form.path("id").asText();
            form.put("name", words.of(title(id, form.path("name").asText(id))));
            translation.components(form.path("components"));
            return JSON.writeValueAsString(form);
        } catch (JsonProcessingException | ClassCastException broken) {
            throw new IllegalArgumentException("The form is not readable as JSON.", broken);
        }
    }

    /** What people call a form: one that was given no name is called by its id. */
    static String title(String id, String name) {
        return name.equals(id) ? StringUtils.capitalize(id.replace('-', ' ')) : name;
    }

    private void components(JsonNode components) {
        for (JsonNode one : components) {
            if (one instanceof ObjectNode component) {
                component(component);
            }
        }
    }

    private void component(ObjectNode component) {
        SENTENCES.forEach(place -> replace(component, place, sentence));
        replace(component, "text", paragraphs);
        replace(component, "content", paragraphs);
        for (JsonNode option : component.path("values")) {
            // A label that is the code itself, such as a currency, is the same in every language.
            if (!option.path("label").equals(option.path("value"))) {
                replace(option, "label", sentence);
            }
        }
        component.path("columns").forEach(column -> replace(column, "label", sentence));
        replace(component.path("appearance"), "prefixAdorner", sentence);
        replace(component.path("appearance"), "suffixAdorner", sentence);
        PROPERTIES.forEach(property -> replace(component.path("properties"), property, sentence));
        components(component.path("components") instanceof ArrayNode inside ? inside : JSON.createArrayNode());
    }

    private static void replace(JsonNode holder, String place, UnaryOperator<String> translated) {
        if (holder instanceof ObjectNode object && object.get(place) instanceof TextNode text) {
            object.put(place, translated.apply(text.asText()));
        }
    }

    /** Whether there is anything in it beside what is filled in, signs, and codes such as {@code EUR}. */
    static boolean hasWords(String text) {
        String words = PLACEHOLDER.matcher(MARK.matcher(text).replaceAll("")).replaceAll("");
        return words.codePoints().anyMatch(Character::isLowerCase);
    }
}
