package org.peerexchange.impact;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peerexchange.programme.Tables;
import org.springframework.stereotype.Component;

/**
 * What a report tells of cases, by a table of the programme. Each rule that fires tells one thing: its {@code name}, its
 * {@code value} (a text, number, day, yes or no, words by name, or a list of such) and {@code as} what it is shown (see
 * {@link As}). What is empty or "no" is not told; of several rules with one name the last one holds.
 */
@Component
class Telling {

    static final String NAME = "name";
    static final String VALUE = "value";
    static final String AS = "as";

    private final Tables tables;

    Telling(Tables tables) {
        this.tables = tables;
    }

    /** Says what a table tells of a case with some facts. */
    Function<Map<String, Object>, List<Told>> by(String table) {
        return tables.manyTimes(table)
                .andThen(answer -> answer.rows().stream().map(Telling::told).toList());
    }

    /** The names of what a table can tell, each without anything told. */
    List<Told> nothing(String table) {
        return tables.plainTexts(table).stream()
                .filter(rule -> rule.containsKey(NAME))
                .map(rule -> new Told(rule.get(NAME), As.called(rule.get(AS)), List.of()))
                .toList();
    }

    private static Told told(Map<String, Object> rule) {
        As as = As.called((String) rule.get(AS));
        Set<Object> before = new HashSet<>();
        Object value = rule.get(VALUE);
        return new Told(
                (String) rule.get(NAME),
                as,
                (value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value))
                        .filter(Objects::nonNull)
                        .filter(one -> !one.equals(false))
                        .flatMap(as::parts)
                        // The same words once are enough; the same number twice is twice as much.
                        .filter(part -> part instanceof Number || before.add(part))
                        .toList());
    }
}
