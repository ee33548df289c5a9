package org.peerexchange.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** What a table decided about a case: the outcome and the sentences of the rules that fired (domain A6–A9). */
@Entity
@Table(name = "table_decisions")
public class TableDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private String decision;

    @Column(name = "version")
    private int tableVersion;

    private String outcome;
    private String reasons;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected TableDecision() {}

    TableDecision(
            String caseNumber,
            String decision,
            int tableVersion,
            String outcome,
            List<String> reasons,
            Instant decidedAt) {
        this.caseNumber = caseNumber;
        this.decision = decision;
        this.tableVersion = tableVersion;
        this.outcome = outcome;
        this.reasons = String.join("\n", reasons);
        this.decidedAt = decidedAt;
    }

    public String decision() {
        return decision;
    }

    public int tableVersion() {
        return tableVersion;
    }

    public String outcome() {
        return outcome;
    }

    /** One for each line of what the rules said; the empty lines that a rule puts between them are left out. */
    public List<String> reasons() {
        return reasons.lines().filter(line -> !line.isBlank()).toList();
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
