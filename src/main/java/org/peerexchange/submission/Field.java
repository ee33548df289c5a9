package org.peerexchange.submission;

import java.util.List;
import java.util.Map;

/**
 * One field of a form.
 *
 * @param key where its answer stands, with the paths of the groups around it: {@code person.name}. Inside a dynamic
 *     list it is relative to the row.
 * @param label what people read beside it, as written in the form (it may be a template); the key if there is none
 * @param type the form-js type, such as {@code textfield} or {@code dynamiclist}
 * @param required whether it must always be filled in; false where an expression in the form decides
 * @param decision whether the model decides by it, so that it becomes a process variable
 * @param locked whether it is disabled or read-only, so that its value never comes from the person
 * @param properties the component's custom properties
 * @param fields the fields of one row, for a dynamic list; else empty
 */
public record Field(
        String key,
        String label,
        String type,
        boolean required,
        boolean decision,
        boolean locked,
        Map<String, String> properties,
        List<Field> fields) {

    public Field {
        properties = Map.copyOf(properties);
        fields = List.copyOf(fields);
    }

    /** The documents whose current version an answer to this field signs: custom property {@code signs}, separated by commas. */
    public List<String> signs() {
        String named = properties.get("signs");
        return named == null ? List.of() : List.of(named.split(",\\s*"));
    }
}
