package org.peerexchange.portal;

import java.util.Comparator;
import org.peerexchange.impact.PublishedReports;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: what is here, and for whom. */
@Controller
class HomePage {

    private final Openings openings;
    private final PublishedReports reports;

    HomePage(Openings openings, PublishedReports reports) {
        this.openings = openings;
        this.reports = reports;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute(
                "openings",
                openings.all().stream()
                        .sorted(Comparator.comparing(Opening::announced).reversed())
                        .toList());
        model.addAttribute("reports", reports.any());
        return "home";
    }
}
