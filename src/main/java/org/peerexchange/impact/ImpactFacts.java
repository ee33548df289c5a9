package org.peerexchange.impact;

import java.time.LocalDate;
import java.util.Map;
import org.peerexchange.people.Installation;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.Programmes;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A case's draft as {@code impactDraft}, and where its published report stands as {@code impactReport}. */
@Component
@Order(5)
class ImpactFacts implements FactSource {

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
    public void contribute(Case subject, Map<String, Object> facts) {
        drafts.findFirstByCycleOrderByVersionDesc(subject.number())
                .ifPresent(draft -> facts.put(
                        "impactDraft",
                        Map.of("version", draft.version(), "summary", draft.summary(), "report", draft.report())));
        reports.findFirstByAboutOrderByPublishedAtDesc(subject.number())
                .ifPresent(report -> facts.put(
                        "impactReport",
                        Map.of(
                                "address",
                                installation.address() + "/reports/" + report.about(),
                                "publishedOn",
                                LocalDate.ofInstant(
                                        report.publishedAt(),
                                        programmes.of(subject.programme()).zone()))));
    }
}
