package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads choices among options, and checks that what was chosen was offered. */
final class Choices {

    private static final int MOST_CHOICES = 1000;
    private static final int DEEPEST_OPTION = 5;

    private Choices() {}

    static Reading readOne(Object posted) {
        if (posted == null || posted instanceof String text && text.isBlank()) {
            return Reading.of(null);
        }
        return isReadable(posted) ? Reading.of(Plain.of(posted)) : Reading.problem("choice.unreadable");
    }

    static Reading readMany(Object posted) {
        if (posted == null || posted instanceof String text && text.isBlank()) {
            return Reading.of(List.of());
        }
        if (!(posted instanceof Collection<?> all)
                || all.size() > MOST_CHOICES
                || !all.stream().allMatch(Choices::isReadable)) {
            return Reading.problem("choices.unreadable");
        }
        return Reading.of(Plain.of(all));
    }

    private static boolean isReadable(Object posted) {
        return posted instanceof String text && text.length() <= Texts.LONGEST
                || posted instanceof Number number && Numbers.decimal(number) != null
                || posted instanceof Boolean
                || posted instanceof Map<?, ?> && Plain.isAtMostDeep(posted, DEEPEST_OPTION);
    }

    static Reading offered(Object chosen, List<Object> options) {
        int place = options.indexOf(chosen);
        return place < 0 ? Reading.problem("choice.unknown", shown(chosen)) : Reading.of(options.get(place));
    }

    /** The choices in the order given, each once. */
    static Reading offeredAll(Collection<?> chosen, List<Object> options) {
        Set<Object> all = new LinkedHashSet<>();
        for (Object one : chosen) {
            Reading reading = offered(one, options);
            if (reading.problem() != null) {
                return reading;
            }
            all.add(reading.value());
        }
        return Reading.of(List.copyOf(all));
    }

    private static String shown(Object chosen) {
        String text = chosen instanceof Map<?, ?> ? "{…}" : Texts.clean(chosen.toString(), false);
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 20)) + "…";
    }

    /** The values on offer, taken from where form-js takes them: data by name, the form itself, or an expression. */
    static List<Object> options(
            Component field, Map<String, Object> context, Expressions.Evaluation feel, Map<String, Object> scope) {
        Object source;
        if (field.at("valuesKey") instanceof String name) {
            source = context.get(name);
        } else if (field.at("values") != null) {
            source = Plain.of(field.at("values"));
        } else {
            source = field.at("valuesExpression") == null ? null : feel.value(field.at("valuesExpression"), scope);
        }
        List<Object> options = new ArrayList<>();
        for (Object option : source instanceof Collection<?> all ? all : List.of()) {
            Object value = option instanceof Map<?, ?> map ? map.get("value") : option;
            if (value != null && !"".equals(value)) {
                options.add(value);
            }
        }
        return options;
    }

    /** The codes a field with options can have, those of a named list included; none when the form computes them. */
    static Set<String> codes(Component field, Function<String, Set<String>> lists) {
        if (field.text("valuesKey") != null) {
            return lists.apply(field.text("valuesKey"));
        }
        return field.at("values") instanceof Collection<?> values
                ? values.stream()
                        .map(value -> value instanceof Map<?, ?> option ? String.valueOf(option.get("value")) : "")
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
