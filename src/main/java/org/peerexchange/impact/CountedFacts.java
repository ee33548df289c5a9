package org.peerexchange.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peerexchange.deadline.Deadlines;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.TableDecisions;
import org.springframework.stereotype.Component;

/**
 * A cycle counted, whatever its programme: {@code counted} (of each kind of case {@code all}; {@code agreed} pairs; {@code lines}
 * by kind and state; {@code decided.<table>.<outcome>}, for texts to name those that mean something to readers) and
 * {@code listed}, by kind the cases: {@code told} is what the report's table tells of one, and of those that nobody is a side of,
 * such as meetings, there are {@code title} and what was {@code said} about it, too.
 *
 * <p>What the table tells is also there of all cases together, as {@code total} and {@code different} (see {@link Totals}), and
 * as {@code told} what it tells of the cycle: it is asked about that last, and can name all of these.
 */
@Component
class CountedFacts {

    private final Programmes programmes;
    private final Cases cases;
    private final Parties parties;
    private final TableDecisions decisions;
    private final Facts facts;
    private final Deadlines deadlines;
    private final Telling telling;

    CountedFacts(
            Programmes programmes,
            Cases cases,
            Parties parties,
            TableDecisions decisions,
            Facts facts,
            Deadlines deadlines,
            Telling telling) {
        this.programmes = programmes;
        this.cases = cases;
        this.parties = parties;
        this.decisions = decisions;
        this.facts = facts;
        this.deadlines = deadlines;
        this.telling = telling;
    }

    Map<String, Object> of(Case cycle, Recipe recipe) {
        Programme programme = programmes.of(cycle.programme());
        Optional<Reading> reading = Optional.ofNullable(recipe.table()).map(table -> new Reading(table, recipe));
        Map<String, Object> counted = new LinkedHashMap<>();
        Map<String, Object> listed = new LinkedHashMap<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        Map<String, Map<String, Integer>> decided = new LinkedHashMap<>();
        for (String kind : programme.numbers().keySet()) {
            List<Case> found = cases.findByCycleAndKindOrderByNumber(cycle.number(), kind);
            counted.put(kind, Map.of("all", found.size()));
            Map<String, Integer> byState = new LinkedHashMap<>();
            found.forEach(one -> byState.merge(programme.state(one.state()).staff(), 1, Integer::sum));
            byState.forEach((state, count) -> lines.add(
                    Map.of("kind", programme.kinds().getOrDefault(kind, kind), "state", state, "count", count)));
            found.forEach(one -> latest(one, decided));
            listed.put(
                    kind,
                    found.stream()
                            .map(one -> listed(one, reading))
                            .filter(one -> !one.isEmpty())
                            .toList());
        }
        counted.put(
                "agreed",
                cases.findByCycleAndKindAndStateInOrderByNumber(cycle.number(), Case.PAIR, recipe.agreed())
                        .size());
        counted.put("lines", lines);
        counted.put("decided", decided);
        Map<String, Object> all = new LinkedHashMap<>(Map.of("counted", counted, "listed", listed));
        reading.ifPresent(read -> all.putAll(read.together(facts.of(cycle.number()), counted)));
        return all;
    }

    /** The last word of each table about a case. */
    private void latest(Case subject, Map<String, Map<String, Integer>> decided) {
        Map<String, String> last = new LinkedHashMap<>();
        decisions
                .findByCaseNumberOrderById(subject.number())
                .forEach(decision ->
                        last.put(Names.camelCase(decision.decision()), Names.camelCase(decision.outcome())));
        last.forEach((table, outcome) ->
                decided.computeIfAbsent(table, none -> new LinkedHashMap<>()).merge(outcome, 1, Integer::sum));
    }

    /** Of a case with sides only what the table tells: the rest is theirs. */
    private Map<String, Object> listed(Case subject, Optional<Reading> reading) {
        boolean nobodys = parties.findByCaseNumberOrderBySide(subject.number()).isEmpty();
        Map<String, Object> listed = new LinkedHashMap<>();
        if (nobodys || reading.isPresent()) {
            Map<String, Object> known = facts.of(subject.number());
            if (nobodys) {
                listed.put("title", subject.title());
                listed.put("said", said(known));
            }
            reading.ifPresent(read -> listed.put("told", read.about(subject, known)));
        }
        return listed;
    }

    private static Map<String, Object> said(Map<String, Object> known) {
        Map<String, Object> said = new LinkedHashMap<>();
        known.forEach((name, document) -> {
            if (!name.equals("cycle")
                    && document instanceof Map<?, ?> answers
                    && answers.get("inWords") instanceof Map<?, ?> inWords) {
                inWords.forEach((key, words) -> said.put((String) key, words));
            }
        });
        return said;
    }

    /** What the table tells, case by case. */
    private class Reading {

        private final Recipe recipe;
        private final Function<Map<String, Object>, List<Told>> table;
        private final Totals totals;

        Reading(String table, Recipe recipe) {
            this.recipe = recipe;
            this.table = telling.by(table);
            this.totals = new Totals(telling.nothing(table));
        }

        Map<String, Object> about(Case subject, Map<String, Object> known) {
            KnownFacts more = KnownFacts.over(known);
            more.put("agreed", recipe.agreed().contains(subject.state()));
            more.put(
                    "deadline",
                    Optional.ofNullable(recipe.deadline())
                            .flatMap(name -> deadlines.dayIfKnown(subject.number(), name))
                            .orElse(null));
            List<Told> told = table.apply(more);
            totals.add(told);
            return Told.shown(told);
        }

        Map<String, Object> together(Map<String, Object> ofCycle, Map<String, Object> counted) {
            KnownFacts more = KnownFacts.over(ofCycle);
            more.put("counted", counted);
            more.put("total", totals.total());
            more.put("different", totals.different());
            return Map.of(
                    "told", Told.shown(table.apply(more)),
                    "total", totals.total(),
                    "different", totals.differentShown());
        }
    }
}
