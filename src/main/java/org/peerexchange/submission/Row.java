package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A scope of the form: the form itself, or one row of a dynamic list. It holds what expressions see there. */
final class Row {

    private final Row outer;
    private final int index;
    private final String name;
    private final Map<String, Object> initial;
    private final boolean readable;
    private final List<Entry> entries = new ArrayList<>();

    private Map<String, Object> data = Map.of();
    private Map<String, Object> scope = Map.of();

    private Row(Row outer, int index, String name, Map<String, Object> initial, boolean readable) {
        this.outer = outer;
        this.index = index;
        this.name = name;
        this.initial = initial;
        this.readable = readable;
    }

    static Row form(Map<String, Object> context) {
        return new Row(null, 0, "", context, true);
    }

    /**
     * A row of a list; {@code readable} is false if something else than a row was posted. A row of which nothing is shown
     * form-js sends as null.
     */
    static Row of(Entry list, int index, Map<String, Object> initial, boolean readable) {
        return new Row(list.row(), index, list.name() + "[" + index + "]", initial, readable);
    }

    boolean settle(Expressions.Evaluation feel) {
        boolean changed = false;
        for (Entry entry : entries) {
            changed |= entry.settle(feel);
        }
        return changed;
    }

    /** Renews the data from the entries, as form-js has it: a hidden field falls back to what it began with. */
    void refresh() {
        gather();
        see();
    }

    private void gather() {
        data = outer == null ? new LinkedHashMap<>(initial) : new LinkedHashMap<>();
        entries.forEach(this::gather);
    }

    private void gather(Entry entry) {
        entry.inside().forEach(this::gather);
        entry.rows().forEach(Row::gather);
        Component component = entry.component();
        if (component.kind() == Kind.DYNAMICLIST) {
            Object before = Plain.at(initial, component.path());
            Object rows = entry.rows().stream().map(row -> row.data).toList();
            put(component, entry.hidden() ? before instanceof List<?> ? before : List.of() : rows);
        } else if (component.kind().isField()) {
            put(component, entry.hidden() ? hiddenValue(entry) : entry.value());
        }
    }

    /**
     * What expressions see of a hidden field: what it began with, but nothing inside an object that other fields keep there, since
     * form-js lays the shown answers over the first ones name by name at the top only.
     */
    private Object hiddenValue(Entry entry) {
        List<String> path = entry.component().path();
        boolean keptByOthers = outer == null
                && path.size() > 1
                && fields(entries)
                        .anyMatch(other -> !other.hidden()
                                && other.component().path().get(0).equals(path.get(0)));
        return keptByOthers ? null : entry.initial();
    }

    private static Stream<Entry> fields(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.component().kind() == Kind.GROUP
                        ? fields(entry.inside())
                        : entry.component().kind().isField() ? Stream.of(entry) : Stream.empty());
    }

    private void put(Component component, Object value) {
        if (component.path().size() > 1) {
            // The context's own maps stay as they are.
            String first = component.path().get(0);
            data.computeIfPresent(first, (key, known) -> known == initial.get(key) ? copy(known) : known);
        }
        Plain.put(data, component.path(), value);
    }

    private static Object copy(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, one) -> copy.put(key, copy(one)));
        return copy;
    }

    /** Lays out names as form-js does: the form's data, and beside it this row, what is around it and its numbers. */
    private void see() {
        Map<String, Object> special = new LinkedHashMap<>();
        special.put("this", data);
        special.put("parent", outer == null ? null : parent());
        special.put("i", numbers());
        Map<String, Object> all = new LinkedHashMap<>(special);
        all.putAll(root().data);
        special.forEach((name, value) -> all.put("_" + name + "_", value));
        scope = all;
        entries.forEach(Row::letSee);
    }

    private static void letSee(Entry entry) {
        entry.inside().forEach(Row::letSee);
        entry.rows().forEach(Row::see);
    }

    private Map<String, Object> parent() {
        Map<String, Object> parent = new LinkedHashMap<>(outer.scope);
        parent.putAll(outer.data);
        return parent;
    }

    private List<Integer> numbers() {
        List<Integer> numbers = outer == null ? new ArrayList<>() : new ArrayList<>(outer.numbers());
        if (outer != null) {
            numbers.add(index + 1);
        }
        return numbers;
    }

    private Row root() {
        return outer == null ? this : outer.root();
    }

    List<Entry> entries() {
        return entries;
    }

    boolean isForm() {
        return outer == null;
    }

    boolean isReadable() {
        return readable;
    }

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    Map<String, Object> initial() {
        return initial;
    }

    Map<String, Object> scope() {
        return scope;
    }
}
