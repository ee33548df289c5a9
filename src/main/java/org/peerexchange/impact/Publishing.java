package org.peerexchange.impact;

import java.time.Clock;
import java.util.List;
import org.peerexchange.programme.Cases;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.peerexchange.submission.Submitting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the drafts of reports, and publishes the version of one that staff approved (domain A23). */
@Component
@Transactional
public class Publishing {

    private final Cases cases;
    private final Submitting submitting;
    private final Submissions submissions;
    private final ImpactDrafts drafts;
    private final ImpactReports reports;
    private final Clock clock;

    Publishing(
            Cases cases,
            Submitting submitting,
            Submissions submissions,
            ImpactDrafts drafts,
            ImpactReports reports,
            Clock clock) {
        this.cases = cases;
        this.submitting = submitting;
        this.submissions = submissions;
        this.drafts = drafts;
        this.reports = reports;
        this.clock = clock;
    }

    /** Keeps a draft as the next one. */
    void keep(String cycle, Draft draft) {
        int version = drafts.findFirstByCycleOrderByVersionDesc(cycle)
                .map(ImpactDraft::version)
                .orElse(0);
        drafts.save(new ImpactDraft(cycle, version + 1, draft, clock.instant()));
    }

    /**
     * Publishes the current version of a document; one version is published once.
     *
     * @param document id of the form with the fields {@code reportSummary} and {@code report}
     * @param title what the page is called, before the case's title
     * @throws IllegalStateException when that version is not approved by the hub
     */
    public void publish(String caseNumber, String document, String title) {
        if (!submitting
                .missingSignatures(caseNumber, document, List.of(Author.HUB))
                .isEmpty()) {
            throw new IllegalStateException("The current version of %s in %s is not approved; it cannot be published."
                    .formatted(document, caseNumber));
        }
        Submission approved = submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(caseNumber, document)
                .orElseThrow();
        if (!reports.existsBySubmissionId(approved.id())) {
            reports.save(new ImpactReport(
                    approved, "%s: %s".formatted(title, cases.of(caseNumber).title()), clock.instant()));
        }
    }
}
