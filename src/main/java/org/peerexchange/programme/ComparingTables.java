package org.peerexchange.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who would be decided differently by a draft of a table. Both the table of today and the draft are asked about what is known of
 * each case now, so that only the rules differ; nothing is decided or kept.
 */
@Component
public class ComparingTables {

    private final Tables tables;
    private final TableDecisions decisions;
    private final Facts facts;
    private final Cases cases;

    ComparingTables(Tables tables, TableDecisions decisions, Facts facts, Cases cases) {
        this.tables = tables;
        this.decisions = decisions;
        this.facts = facts;
        this.cases = cases;
    }

    /**
     * A case about which the two do not say the same.
     *
     * @param then the outcome that was kept when it was decided last
     */
    public record Difference(Case about, String then, Ruling today, Ruling draft) {

        /** Whether the outcome itself is another one, and not only the rules that lead to it. */
        public boolean inOutcome() {
            return !Objects.equals(today.outcome(), draft.outcome());
        }
    }

    /**
     * What came of it.
     *
     * @param cycle the cycle whose cases were asked about
     * @param decided how many cases of it the table has decided about
     * @param differently those that the draft decides differently or by other rules, the former first
     */
    public record Comparison(String table, String cycle, int decided, List<Difference> differently) {}

    /**
     * Compares a draft with the installed table of the same id.
     *
     * @param cycle number of the cycle, or null for the last one in which the table has decided about a case
     * @throws IllegalArgumentException when there is no such table, or it has never decided about a case (of that cycle)
     */
    @Transactional(readOnly = true)
    public Comparison compare(Rules draft, String cycle) {
        if (!tables.exists(draft.table())) {
            throw new IllegalArgumentException(
                    "There is no table \"%s\" that the draft could be compared with; a draft keeps the id of the table."
                            .formatted(draft.table()));
        }
        List<Case> all = decisions.casesOf(draft.table());
        String asked = cycle == null ? lastCycle(all) : cycle;
        List<Case> decided =
                all.stream().filter(one -> one.cycle().equals(asked)).toList();
        if (decided.isEmpty()) {
            throw new IllegalArgumentException("The table \"%s\" has not decided about any case%s yet."
                    .formatted(draft.table(), cycle == null ? "" : " of " + cycle));
        }
        Rules today = tables.rules(draft.table());
        List<Difference> differently = new ArrayList<>();
        for (Case about : decided) {
            Map<String, Object> known = facts.of(about.number());
            Ruling now = Ruling.by(today, known);
            Ruling drafted = Ruling.by(draft, known);
            if (!now.saysTheSameAs(drafted)) {
                differently.add(new Difference(about, decidedThen(about, draft.table()), now, drafted));
            }
        }
        differently.sort(Comparator.comparing(difference -> !difference.inOutcome()));
        return new Comparison(draft.table(), asked, decided.size(), differently);
    }

    private String lastCycle(List<Case> decided) {
        return decided.stream()
                .map(Case::cycle)
                .distinct()
                .map(cases::of)
                .max(Comparator.comparing(Case::openedAt))
                .map(Case::number)
                .orElse(null);
    }

    private String decidedThen(Case about, String table) {
        return decisions.findByCaseNumberOrderById(about.number()).stream()
                .filter(decision -> decision.decision().equals(table))
                .reduce((first, last) -> last)
                .map(TableDecision::outcome)
                .orElseThrow();
    }
}
