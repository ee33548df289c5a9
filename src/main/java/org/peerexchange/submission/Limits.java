package org.peerexchange.submission;

import java.math.BigDecimal;
import java.util.Map;

/** What a field's {@code validate} asks for, with its expressions worked out in the field's scope. */
record Limits(Component field, Expressions.Evaluation evaluation, Map<String, Object> scope) {

    boolean required() {
        return Boolean.TRUE.equals(value("required"));
    }

    /** The limit as a number; null if there is none. */
    BigDecimal number(String name) {
        return Numbers.decimal(value(name));
    }

    String pattern() {
        return value("pattern") instanceof String pattern && !pattern.isBlank() ? pattern : null;
    }

    private Object value(String name) {
        return evaluation.value(field.at("validate", name), scope);
    }
}
