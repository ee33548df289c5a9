package org.peerexchange.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A form as Tasklist can show it. Tasklist keeps its button grey while any field has an error, and a field that gets hidden
 * keeps its last error for good: whoever leaves a required field empty and then chooses what hides it could not go on. So
 * only the server checks what can be hidden.
 */
public final class TasklistForm {

    private static final List<String> LABELS = List.of("label", "dateLabel", "timeLabel");
    private static final List<String> CHECKS = List.of("validate", "decimalDigits", "increment");

    private TasklistForm() {}

    /** Changes the JSON of a form so that no field can keep an error that nobody sees. */
    public static void fit(JsonNode form) {
        fit(form.path("components"), false);
    }

    private static void fit(JsonNode components, boolean hideable) {
        for (JsonNode component : components) {
            boolean hides = hideable || component.path("conditional").has("hide");
            if (hides) {
                ObjectNode field = (ObjectNode) component;
                if (field.path("validate").path("required").asBoolean()) {
                    mark(field);
                }
                field.remove(CHECKS);
            }
            fit(component.path("components"), hides);
        }
    }

    /** The asterisk that form-js would put there itself. */
    private static void mark(ObjectNode field) {
        LABELS.stream()
                .filter(field::has)
                .findFirst()
                .ifPresent(label -> field.put(label, field.path(label).asText() + "*"));
    }
}
