package org.peerexchange.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What a report tells of all cases together. */
class Totals {

    private static final Comparator<Object> AS_PEOPLE_SORT = Comparator.<Object, String>comparing(
                    String::valueOf, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(String::valueOf);

    private final Map<String, As> names = new LinkedHashMap<>();
    private final Map<String, Number> sums = new LinkedHashMap<>();
    private final Map<String, Map<Object, Integer>> words = new LinkedHashMap<>();

    /** @param known everything that may be told: what never is comes to 0 */
    Totals(List<Told> known) {
        add(known);
    }

    /** Adds what is told of one more case. */
    void add(List<Told> told) {
        told.forEach(one -> {
            names.put(one.name(), one.as());
            one.parts().forEach(part -> add(one.name(), part));
        });
    }

    private void add(String name, Object part) {
        if (part instanceof Number || part instanceof Boolean) {
            sums.merge(name, part instanceof Number number ? number : 1, Totals::sum);
        } else {
            words.computeIfAbsent(name, none -> new TreeMap<>(AS_PEOPLE_SORT)).merge(part, 1, Integer::sum);
        }
    }

    private static Number sum(Number one, Number other) {
        return new BigDecimal(one.toString()).add(new BigDecimal(other.toString()));
    }

    /** By name: numbers added up, a yes counted as one; of words how many different ones there are. */
    Map<String, Object> total() {
        Map<String, Object> total = new LinkedHashMap<>();
        names.forEach((name, as) -> total.put(
                name, words.containsKey(name) ? words.get(name).size() : sums.getOrDefault(name, as.nothing())));
        return total;
    }

    /** By name the different words, each as {@code words} with {@code count}, as tables read them. */
    Map<String, Object> different() {
        return different((as, part) -> part);
    }

    /** The same as texts show them. */
    Map<String, Object> differentShown() {
        return different(As::shown);
    }

    private Map<String, Object> different(BiFunction<As, Object, Object> shown) {
        Map<String, Object> different = new LinkedHashMap<>();
        names.forEach((name, as) -> {
            List<Object> rows = new ArrayList<>();
            words.getOrDefault(name, Map.of())
                    .forEach((part, count) -> rows.add(Map.of("words", shown.apply(as, part), "count", count)));
            different.put(name, rows);
        });
        return different;
    }
}
