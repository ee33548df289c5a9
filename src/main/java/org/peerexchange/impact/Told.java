package org.peerexchange.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A thing that a report tells of a case.
 *
 * @param name what the report's text calls it
 * @param as what it is
 * @param parts the single things it is made of: texts, numbers, days, "true", or words by name; none when there is nothing to tell
 */
record Told(String name, As as, List<?> parts) {

    /** As texts show it: always a list, which reads well in a sentence, and is absent from a condition when it is empty. */
    static Map<String, Object> shown(List<Told> told) {
        Map<String, Object> shown = new LinkedHashMap<>();
        told.forEach(one ->
                shown.put(one.name(), one.parts().stream().map(one.as()::shown).toList()));
        return shown;
    }
}
