package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.KnownFacts;

/** A form as it was posted: an entry for every component, in every row, with hidden and computed fields worked out. */
final class Sheet {

    static final int MOST_ROWS = 200;
    private static final int MOST_ROWS_IN_ALL = 1000;
    private static final int MOST_ROUNDS = 25;

    private final Row form;
    private final Expressions.Evaluation feel;
    private int rowsLeft = MOST_ROWS_IN_ALL;

    Sheet(Form form, Map<String, Object> posted, Map<String, Object> context, Expressions.Evaluation feel) {
        this.feel = feel;
        this.form = Row.form(known(form, context));
        fill(this.form, null, form.components(), posted);
        settle();
    }

    /** Of the data, what this form can see; nothing else is worth making plain. */
    private static Map<String, Object> known(Form form, Map<String, Object> context) {
        List<List<String>> paths = new ArrayList<>();
        form.readPaths().forEach(path -> paths.add(List.of(path.split("\\."))));
        Form.flatten(form.components())
                .forEach(field -> paths.add(List.of(field.path().get(0))));
        Map<String, Object> known = KnownFacts.at(paths, context);
        known.replaceAll((name, value) -> Plain.of(value));
        return known;
    }

    private void fill(Row row, Entry around, List<Component> components, Map<String, Object> posted) {
        for (Component component : components) {
            Object given = component.kind().isField() ? Plain.at(posted, component.path()) : null;
            Entry entry = component.kind() == Kind.DYNAMICLIST
                    ? list(component, row, around, given)
                    : new Entry(component, row, around, Readings.read(component, given));
            boolean grouped = around != null && around.component().kind() == Kind.GROUP;
            (grouped ? around.inside() : row.entries()).add(entry);
            if (component.kind() == Kind.GROUP) {
                fill(row, entry, component.children(), posted);
            }
        }
    }

    private Entry list(Component component, Row row, Entry around, Object posted) {
        Object before = Plain.at(row.initial(), component.path());
        Object given = component.isAlwaysLocked() ? before : posted;
        Collection<?> rows = given instanceof Collection<?> all ? all : List.of();
        Reading reading = given != null && !(given instanceof Collection<?>)
                ? Reading.problem("rows.unreadable")
                : rows.size() > Math.min(MOST_ROWS, rowsLeft)
                        ? Reading.problem("rows.many", Math.min(MOST_ROWS, rowsLeft), rows.size())
                        : Reading.of(List.of());
        Entry list = new Entry(component, row, around, reading);
        if (reading.problem() == null) {
            rowsLeft -= rows.size();
            for (Object one : rows) {
                int index = list.rows().size();
                Object known = before instanceof List<?> all && index < all.size() ? all.get(index) : null;
                Row next = Row.of(list, index, map(known), one == null || one instanceof Map<?, ?>);
                list.rows().add(next);
                fill(next, list, component.children(), map(one));
            }
        }
        return list;
    }

    @SuppressWarnings("unchecked") // keys are only ever looked up, never read
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** Repeats until conditions and computed fields agree; a form in which they never do is left after some rounds. */
    private void settle() {
        int round = 0;
        do {
            form.refresh();
        } while (form.settle(feel) && ++round < MOST_ROUNDS);
    }

    Row form() {
        return form;
    }
}
