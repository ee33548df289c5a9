package org.peerexchange.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Names;

/** What a form shows when it is opened: the facts it reads, and in its fields what was answered before. */
public final class FormData {

    private FormData() {}

    /**
     * Data for a form by name, dates as ISO strings when written as JSON. A field takes the fact its custom property
     * {@code prefill} names, else its answer in the current version of the same document.
     */
    public static Map<String, Object> of(Form form, Map<String, Object> facts) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String name : form.reads()) {
            String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
            data.put(first, facts.get(first));
        }
        String document = Names.camelCase(form.id());
        for (Field field : form.fields()) {
            String prefill = field.properties().get("prefill");
            Object value = Facts.at(facts, prefill == null ? document + "." + field.key() : prefill);
            if (value != null) {
                data.put(field.key(), value);
            }
        }
        return data;
    }
}
