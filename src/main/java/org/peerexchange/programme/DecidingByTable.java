package org.peerexchange.programme;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerexchange.language.Translation;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about a case by a table and keeps why. The table has the outputs {@code outcome} and {@code reason}; the outcome of
 * the table is that of the last rule that fired, since a table puts the weightier rules further down; every rule that fired is
 * kept with its sentence.
 */
@Component
@Order(3)
public class DecidingByTable implements FactSource {

    private final Tables tables;
    private final Facts facts;
    private final TableDecisions decisions;
    private final Cases cases;
    private final List<FactLabels> labels;
    private final Clock clock;

    DecidingByTable(
            Tables tables,
            @org.springframework.context.annotation.Lazy Facts facts,
            TableDecisions decisions,
            Cases cases,
            @org.springframework.context.annotation.Lazy List<FactLabels> labels,
            Clock clock) {
        this.tables = tables;
        this.facts = facts;
        this.decisions = decisions;
        this.cases = cases;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * Asks the table about the case.
     *
     * @return the outcome, or {@link Ruling#FACTS_MISSING}; the reasons then name the facts as people call them
     * @throws IllegalStateException when no rule fired, naming the table and the case
     */
    @Transactional
    public String decide(String caseNumber, String table) {
        Rules rules = tables.rules(table);
        Ruling ruling = Ruling.by(rules, facts.of(caseNumber));
        if (ruling.outcome() == null) {
            throw new IllegalStateException("No rule of the table %s fits %s.".formatted(table, caseNumber));
        }
        return ruling.missing().isEmpty()
                ? keep(
                        caseNumber,
                        table,
                        rules.version(),
                        ruling.outcome(),
                        ruling.fired().stream().map(Rules.Fired::reason).toList())
                : keep(caseNumber, table, 0, ruling.outcome(), inWords(cases.of(caseNumber), ruling.missing()));
    }

    private List<String> inWords(Case subject, List<String> missing) {
        return missing.stream()
                .map(path -> labels.stream()
                        .flatMap(known -> known.of(subject, path).stream())
                        .findFirst()
                        .orElse(path))
                .map("Not known yet: %s"::formatted)
                .toList();
    }

    private String keep(String caseNumber, String table, int version, String outcome, List<String> reasons) {
        decisions.save(new TableDecision(caseNumber, table, version, outcome, reasons, clock.instant()));
        return outcome;
    }

    /** The latest decision of each table, as {@code decisions.<table>.outcome} and {@code .reasons}. */
    @Override
    public void contribute(Case subject, KnownFacts known) {
        known.later("decisions", () -> latest(subject, known.translation()));
    }

    private Map<String, Object> latest(Case subject, Translation words) {
        Map<String, Object> byTable = new java.util.LinkedHashMap<>();
        for (TableDecision decision : decisions.findByCaseNumberOrderById(subject.number())) {
            byTable.put(
                    Names.camelCase(decision.decision()),
                    Map.of(
                            "outcome",
                            decision.outcome(),
                            "reasons",
                            decision.reasons().stream().map(words::of).collect(Collectors.joining("\n\n"))));
        }
        return byTable;
    }
}
