package org.peerexchange.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One component as the form's JSON describes it. {@code path} says where its answer stands inside its scope, which is
 * the form itself or one row of the dynamic list around it; the paths of groups are already in it.
 */
record Component(Kind kind, List<String> path, Map<String, Object> json, List<Component> children) {

    /** The setting at a place such as {@code validate, min}; null if there is none. */
    Object at(String... steps) {
        Object here = json;
        for (String step : steps) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    String text(String... steps) {
        return at(steps) instanceof String text && !text.isBlank() ? text : null;
    }

    /** A custom property of the component, as set in the modeler. */
    String property(String name) {
        Object value = at("properties", name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        if (json.get("properties") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> properties.put(name.toString(), String.valueOf(value)));
        }
        return properties;
    }

    String key() {
        return String.join(".", path);
    }

    /** What people read beside the field: its label, else its date's or time's label, else its key. */
    String label() {
        for (String place : List.of("label", "dateLabel", "timeLabel")) {
            if (text(place) != null) {
                return text(place);
            }
        }
        return key();
    }

    boolean isUpload() {
        return kind == Kind.DISPLAY && "text".equals(json.get("type")) && property("upload") != null;
    }

    /** Whether it is never filled in by the person, whatever the other answers are. */
    boolean isAlwaysLocked() {
        return Boolean.TRUE.equals(at("disabled")) || Boolean.TRUE.equals(at("readonly"));
    }

    Field asField() {
        return new Field(
                key(),
                label(),
                (String) json.get("type"),
                Boolean.TRUE.equals(at("validate", "required")),
                "true".equals(property("decision")),
                isAlwaysLocked(),
                properties(),
                Form.flatten(children).map(Component::asField).toList());
    }
}
