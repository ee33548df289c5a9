package org.peerexchange.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Names;

/** What a form shows when it is opened: the facts it reads, and in its fields what was answered before. */
public final class FormData {

    private FormData() {}

    /**
     * Data for a form by name, dates as ISO strings when written as JSON. Of the facts it holds just what the form reads: whoever
     * opens a form can see all of its data, shown or not. A field takes the fact its custom property
     * {@code prefill} names (of several, separated by commas, the first that is known), else its answer in the current version of the same document; but a decision is made anew each time, unless both
     * sides sign one document.
     */
    public static Map<String, Object> of(Form form, Map<String, Object> facts) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String path : form.readPaths()) {
            copy(facts, data, List.of(path.split("\\.")));
        }
        String document = Names.camelCase(form.id());
        for (Field field : form.fields()) {
            String prefill = field.properties().get("prefill");
            if (prefill == null && field.decision() && !form.signsItself()) {
                continue;
            }
            String paths = prefill == null ? document + "." + field.key() : prefill;
            Stream.of(paths.split(",\\s*"))
                    .map(path -> Facts.at(facts, path))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(value -> data.put(field.key(), value));
        }
        return data;
    }

    /** What answers are checked with: the facts, and under the names of the form's own fields what these began with. */
    static Map<String, Object> checkedWith(Form form, Map<String, Object> facts) {
        Map<String, Object> known = KnownFacts.over(facts);
        Map<String, Object> shown = of(form, facts);
        form.fields().stream()
                .map(Field::key)
                .filter(shown::containsKey)
                .forEach(key -> known.put(key, shown.get(key)));
        return known;
    }

    /** Takes over what a path leads to. A map that is only asked whether it is there comes over empty. */
    @SuppressWarnings("unchecked") // facts are maps by name all the way down
    private static void copy(Map<String, Object> facts, Map<String, Object> data, List<String> path) {
        String name = path.get(0);
        Object value = facts.get(name);
        if (!(value instanceof Map<?, ?> map)) {
            data.put(name, value);
            return;
        }
        Map<String, Object> part = (Map<String, Object>) data.computeIfAbsent(name, key -> new LinkedHashMap<>());
        if (path.size() > 1) {
            copy((Map<String, Object>) map, part, path.subList(1, path.size()));
        }
    }
}
