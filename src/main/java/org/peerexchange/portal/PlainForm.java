package org.peerexchange.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Programme;
import org.peerexchange.submission.FieldError;

/**
 * A short deployed form as plain fields of a page, which work without a script: lines and blocks of text, and choices.
 */
final class PlainForm {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlainForm() {}

    /**
     * A field of the page.
     *
     * @param type {@code textarea}, {@code select}, {@code email} or {@code text}
     * @param value what was typed before
     * @param error what is wrong with it, or null
     */
    record PlainField(
            String key,
            String label,
            String description,
            String type,
            boolean required,
            List<Programme.Option> options,
            String value,
            String error) {

        /** Ids of what a screen reader reads with the field; null when there is nothing. */
        public String notes() {
            String notes = (description == null ? "" : key + "-hint ") + (error == null ? "" : key + "-error");
            return notes.isEmpty() ? null : notes.strip();
        }
    }

    /**
     * The form's fields with what was typed in them.
     *
     * @throws IllegalArgumentException when the form has a field that a plain page cannot show
     */
    static List<PlainField> fields(
            String formJson, Programme programme, Map<String, String> typed, List<FieldError> errors) {
        List<PlainField> fields = new ArrayList<>();
        for (JsonNode component : read(formJson).path("components")) {
            if (component.hasNonNull("key")) {
                String key = component.path("key").asText();
                fields.add(new PlainField(
                        key,
                        component.path("label").asText(key),
                        component.path("description").asText(null),
                        type(component),
                        component.path("validate").path("required").asBoolean(),
                        options(component, programme),
                        typed.getOrDefault(key, ""),
                        errors.stream()
                                .filter(error -> error.field().equals(key))
                                .map(FieldError::message)
                                .findFirst()
                                .orElse(null)));
            }
        }
        return fields;
    }

    /** From one of the programme's lists, or as they stand in the form. */
    private static List<Programme.Option> options(JsonNode component, Programme programme) {
        List<Programme.Option> own = new ArrayList<>();
        component
                .path("values")
                .forEach(value -> own.add(new Programme.Option(
                        value.path("value").asText(), value.path("label").asText())));
        return own.isEmpty()
                ? programme.lists().getOrDefault(component.path("valuesKey").asText(), List.of())
                : own;
    }

    private static String type(JsonNode component) {
        return switch (component.path("type").asText()) {
            case "textarea" -> "textarea";
            case "select", "radio" -> "select";
            case "textfield" ->
                component.path("validate").path("validationType").asText().equals("email") ? "email" : "text";
            default ->
                throw new IllegalArgumentException("A plain page cannot show the field \"%s\" of type %s."
                        .formatted(
                                component.path("key").asText(),
                                component.path("type").asText()));
        };
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A deployed form is no JSON.", broken);
        }
    }
}
