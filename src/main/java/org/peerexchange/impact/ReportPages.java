package org.peerexchange.impact;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.peerexchange.language.InWords;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Published reports, for everybody. */
@Controller
class ReportPages {

    private final ImpactReports reports;
    private final PublishedReports published;
    private final Cases cases;
    private final Programmes programmes;
    private final PageLanguage page;

    ReportPages(
            ImpactReports reports, PublishedReports published, Cases cases, Programmes programmes, PageLanguage page) {
        this.reports = reports;
        this.published = published;
        this.cases = cases;
        this.programmes = programmes;
        this.page = page;
    }

    /** A report as a page shows it. */
    record Shown(String number, String title, String programme, String published, String summary) {}

    @GetMapping("/reports")
    ModelAndView list() {
        return new ModelAndView("reports")
                .addObject(
                        "reports",
                        reports.current().stream()
                                .filter(published::isListed)
                                .map(this::shown)
                                .toList());
    }

    @GetMapping("/reports/{number}")
    ModelAndView report(@PathVariable String number) {
        ImpactReport report = reports.findFirstByAboutOrderByPublishedAtDesc(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("report")
                .addObject("report", shown(report))
                .addObject("blocks", ReportText.read(report.report()))
                .addObject("wikitext", report.report());
    }

    private Shown shown(ImpactReport report) {
        // A report stays published when its programme is taken away; what is left of the programme then is its key.
        String key = cases.of(report.about()).programme();
        Optional<Programme> programme = programmes.find(key).map(page::of);
        return new Shown(
                report.about(),
                report.title(),
                programme.map(Programme::name).orElse(key),
                InWords.day(
                        LocalDate.ofInstant(
                                report.publishedAt(),
                                programme.map(Programme::zone).orElse(ZoneOffset.UTC)),
                        page.locale()),
                report.summary());
    }
}
