package org.peerexchange.tables;

import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The table of checks of a form: what it complains about, given facts and answers. */
record Checks(String table) {

    /** Each complaint as {@code field: message}, in the table's order. */
    List<String> complaints(Map<String, Object> facts) {
        Table asked = Table.of(table);
        facts.forEach(asked::with);
        List<Object> fields = asked.says("field");
        List<Object> messages = asked.says("message");
        return IntStream.range(0, fields.size())
                .mapToObj(i -> fields.get(i) + ": " + messages.get(i))
                .toList();
    }

    /** The fields complained about, in alphabetical order. */
    List<String> fields(Map<String, Object> facts) {
        return List.copyOf(complaints(facts).stream()
                .map(complaint -> complaint.substring(0, complaint.indexOf(':')))
                .collect(toCollection(TreeSet::new)));
    }

    /** A copy of facts with changes: paths such as {@code answers.visitEnd} and values by turns. */
    static Map<String, Object> with(Map<String, Object> facts, Object... changes) {
        Map<String, Object> changed = copy(facts);
        for (int i = 0; i < changes.length; i += 2) {
            String[] path = ((String) changes[i]).split("\\.");
            inner(changed, path).put(path[path.length - 1], changes[i + 1]);
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> facts, String[] path) {
        Map<String, Object> inner = facts;
        for (int depth = 0; depth < path.length - 1; depth++) {
            inner = (Map<String, Object>) inner.computeIfAbsent(path[depth], name -> new LinkedHashMap<>());
        }
        return inner;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> copy(Map<String, Object> facts) {
        Map<String, Object> copy = new LinkedHashMap<>();
        facts.forEach((key, value) ->
                copy.put(key, value instanceof Map<?, ?> inner ? copy((Map<String, Object>) inner) : value));
        return copy;
    }
}
