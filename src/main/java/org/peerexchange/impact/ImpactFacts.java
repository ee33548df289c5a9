package org.peerexchange.impact;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.peerexchange.people.Installation;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Programmes;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A case's draft as {@code impactDraft}, and where its published report stands as {@code impactReport}. */
@Component
@Order(5)
class ImpactFacts implements FactSource {

    private static final String DRAFT = "impactDraft";
    private static final String REPORT = "impactReport";

    private final ImpactDrafts drafts;
    private final ImpactReports reports;
    private final Programmes programmes;
    private final Installation installation;

    ImpactFacts(ImpactDrafts drafts, ImpactReports reports, Programmes programmes, Installation installation) {
        this.drafts = drafts;
        this.reports = reports;
        this.programmes = programmes;
        this.installation = installation;
    }

    @Override
    public void contribute(Case subject, KnownFacts facts) {
        facts.part(Set.of(DRAFT), () -> draft(subject));
        facts.part(Set.of(REPORT), () -> report(subject));
    }

    private Map<String, ?> draft(Case subject) {
        return drafts.findFirstByCycleOrderByVersionDesc(subject.number())
                .map(draft -> Map.of(
                        DRAFT,
                        Map.of("version", draft.version(), "summary", draft.summary(), "report", draft.report())))
                .orElse(Map.of());
    }

    private Map<String, ?> report(Case subject) {
        return reports.findFirstByAboutOrderByPublishedAtDesc(subject.number())
                .map(report -> Map.of(
                        REPORT,
                        Map.of(
                                "address",
                                installation.address() + "/reports/" + report.about(),
                                "publishedOn",
                                LocalDate.ofInstant(
                                        report.publishedAt(),
                                        programmes.of(subject.programme()).zone()))))
                .orElse(Map.of());
    }
}
