package org.peerexchange.impact;

import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;

/** What pages elsewhere know of published reports. */
@Component
public class PublishedReports {

    private final ImpactReports reports;
    private final Cases cases;
    private final Programmes programmes;

    PublishedReports(ImpactReports reports, Cases cases, Programmes programmes) {
        this.reports = reports;
        this.cases = cases;
        this.programmes = programmes;
    }

    /** Whether there is any on the list that everybody reads. */
    public boolean any() {
        return reports.current().stream().anyMatch(this::isListed);
    }

    /** A report that its programme does not list is found by its address only, such as one that people got in a mail. */
    boolean isListed(ImpactReport report) {
        return programmes
                .find(cases.of(report.about()).programme())
                .map(programme -> programme.publicPages().show(Programme.PublicPages.REPORTS))
                .orElse(true);
    }
}
