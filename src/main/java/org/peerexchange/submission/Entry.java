package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One component of the form with what was posted for it; inside a dynamic list there is one for each row. */
final class Entry {

    private final Component component;
    private final Row row;
    private final Entry around;
    private final Reading reading;
    private final List<Entry> inside = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private boolean hidden;
    private boolean locked;
    private Object value;

    /** @param around the group or dynamic list this stands in; null at the top of the form */
    Entry(Component component, Row row, Entry around, Reading reading) {
        this.component = component;
        this.row = row;
        this.around = around;
        this.reading = reading;
        this.value = reading.value();
    }

    /** Works out anew whether it is shown, whose its value is, and the value; says whether anything changed. */
    boolean settle(Expressions.Evaluation feel) {
        boolean hide = around != null && around.hidden || feel.holds(component.at("conditional", "hide"), row.scope());
        boolean lock = around != null && around.locked || isTrue("disabled", feel) || isTrue("readonly", feel);
        Object now = lock ? initial() : reading.value();
        if (component.kind() == Kind.EXPRESSION) {
            now = feel.value(component.at("expression"), row.scope());
        }
        boolean changed = hide != hidden || lock != locked || !Objects.equals(now, value);
        hidden = hide;
        locked = lock;
        value = now;
        for (Entry one : inside) {
            changed |= one.settle(feel);
        }
        for (Row one : rows) {
            changed |= one.settle(feel);
        }
        return changed;
    }

    private boolean isTrue(String setting, Expressions.Evaluation feel) {
        return Boolean.TRUE.equals(feel.value(component.at(setting), row.scope()));
    }

    /** What the form shows before anybody fills it in: known data, else the form's default, else nothing. */
    Object initial() {
        if (Plain.has(row.initial(), component.path())) {
            Object known = Plain.at(row.initial(), component.path());
            boolean asText = component.kind().isText() && (known instanceof Number || known instanceof Boolean);
            Reading read = Readings.read(component, asText ? known.toString() : known);
            if (read.problem() == null) {
                return read.value();
            }
        }
        Object otherwise = component.at("defaultValue");
        Reading read = otherwise == null ? null : Readings.read(component, Plain.of(otherwise));
        return read == null || read.problem() != null ? component.kind().empty() : read.value();
    }

    Component component() {
        return component;
    }

    Row row() {
        return row;
    }

    List<Entry> inside() {
        return inside;
    }

    List<Row> rows() {
        return rows;
    }

    Problem problem() {
        return reading.problem();
    }

    boolean hidden() {
        return hidden;
    }

    boolean locked() {
        return locked;
    }

    Object value() {
        return value;
    }

    String name() {
        return row.name().isEmpty() ? component.key() : row.name() + "." + component.key();
    }
}
