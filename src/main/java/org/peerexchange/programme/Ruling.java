package org.peerexchange.programme;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the rules of a table say about a case: the outcome is that of the last rule that fits, since a table puts the weightier
 * rules further down (domain A6).
 *
 * @param outcome the outcome, {@link #FACTS_MISSING}, or null when no rule fits
 * @param missing the names of facts that the table reads and nobody knows
 * @param fired every rule that fits; empty while facts are missing
 */
public record Ruling(String outcome, List<String> missing, List<Rules.Fired> fired) {

    /** Outcome when a fact that the table reads is not known. */
    public static final String FACTS_MISSING = "facts-missing";

    /** Asks the rules about what is known of a case. */
    public static Ruling by(Rules rules, Map<String, Object> known) {
        List<String> missing = rules.reads().stream()
                .filter(path -> Facts.at(known, path) == null)
                .toList();
        if (!missing.isEmpty()) {
            return new Ruling(FACTS_MISSING, missing, List.of());
        }
        List<Rules.Fired> fired = rules.fitting(known);
        return new Ruling(fired.isEmpty() ? null : fired.get(fired.size() - 1).outcome(), missing, fired);
    }

    /** Whether the outcome is the same, for the same reasons; rows are not compared, since a draft may have moved them. */
    boolean saysTheSameAs(Ruling other) {
        return Objects.equals(outcome, other.outcome)
                && missing.equals(other.missing)
                && reasons().equals(other.reasons());
    }

    private List<String> reasons() {
        return fired.stream().map(Rules.Fired::reason).toList();
    }
}
