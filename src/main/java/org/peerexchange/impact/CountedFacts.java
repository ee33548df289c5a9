package org.peerexchange.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.TableDecisions;
import org.springframework.stereotype.Component;

/**
 * A cycle counted, whatever its programme: {@code counted} (of each kind of case {@code all}; {@code agreed} pairs; {@code lines}
 * by kind and state; {@code decided.<table>.<outcome>}, for texts to name those that mean something to readers) and
 * {@code listed}, by kind the cases that nobody is a side of, such as meetings, each with {@code title} and what was
 * {@code said} about it.
 */
@Component
class CountedFacts {

    private final Programmes programmes;
    private final Cases cases;
    private final Parties parties;
    private final TableDecisions decisions;
    private final Facts facts;

    CountedFacts(Programmes programmes, Cases cases, Parties parties, TableDecisions decisions, Facts facts) {
        this.programmes = programmes;
        this.cases = cases;
        this.parties = parties;
        this.decisions = decisions;
        this.facts = facts;
    }

    /** @param agreed the states of a pair that came about */
    Map<String, Object> of(Case cycle, List<String> agreed) {
        Programme programme = programmes.of(cycle.programme());
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
                            .filter(one -> parties.findByCaseNumberOrderBySide(one.number())
                                    .isEmpty())
                            .map(this::told)
                            .toList());
        }
        counted.put(
                "agreed",
                cases.findByCycleAndKindAndStateInOrderByNumber(cycle.number(), Case.PAIR, agreed)
                        .size());
        counted.put("lines", lines);
        counted.put("decided", decided);
        return Map.of("counted", counted, "listed", listed);
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

    private Map<String, Object> told(Case subject) {
        Map<String, Object> said = new LinkedHashMap<>();
        facts.of(subject.number()).forEach((name, document) -> {
            if (!name.equals("cycle")
                    && document instanceof Map<?, ?> answers
                    && answers.get("inWords") instanceof Map<?, ?> inWords) {
                inWords.forEach((key, words) -> said.put((String) key, words));
            }
        });
        return Map.of("title", subject.title(), "said", said);
    }
}
