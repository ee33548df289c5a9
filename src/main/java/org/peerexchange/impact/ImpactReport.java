package org.peerexchange.impact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.peerexchange.submission.Submission;

/** What was published about a case, such as a cycle's report: one approved version, which never changes. */
@Entity
@Immutable
@Table(name = "impact_reports")
class ImpactReport {

    @Id
    private UUID id;

    @Column(name = "case_number")
    private String about;

    @Column(name = "submission_id")
    private UUID submissionId;

    private String title;
    private String summary;
    private String report;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected ImpactReport() {}

    /** @param approved the version of the form with the fields {@code reportSummary} and {@code report} */
    ImpactReport(Submission approved, String title, Instant publishedAt) {
        this.id = UUID.randomUUID();
        this.about = approved.caseNumber();
        this.submissionId = approved.id();
        this.title = title;
        this.summary = (String) approved.answers().get("reportSummary");
        this.report = (String) approved.answers().get("report");
        this.publishedAt = publishedAt;
    }

    /** The number of the case. */
    public String about() {
        return about;
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    /** The wikitext. */
    public String report() {
        return report;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
