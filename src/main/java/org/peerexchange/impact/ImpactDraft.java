package org.peerexchange.impact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A draft of a cycle's impact report, as it was written from the figures of one moment. */
@Entity
@Immutable
@Table(name = "impact_drafts")
class ImpactDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String cycle;
    private int version;
    private String summary;
    private String report;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    protected ImpactDraft() {}

    ImpactDraft(String cycle, int version, Draft draft, Instant draftedAt) {
        this.cycle = cycle;
        this.version = version;
        this.summary = draft.summary();
        this.report = draft.report();
        this.draftedAt = draftedAt;
    }

    int version() {
        return version;
    }

    String summary() {
        return summary;
    }

    String report() {
        return report;
    }
}
