package org.peerexchange.impact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programme.PublicPages;
import org.peerexchange.programme.Programmes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What everybody may know of a programme: what it is, who holds which role, who takes part, what was published. */
@Controller
class ProgrammePages {

    private final Programmes programmes;
    private final Cases cases;
    private final PublicLists lists;
    private final ImpactReports reports;
    private final Facts facts;
    private final PageLanguage page;
    private final Clock clock;

    ProgrammePages(
            Programmes programmes,
            Cases cases,
            PublicLists lists,
            ImpactReports reports,
            Facts facts,
            PageLanguage page,
            Clock clock) {
        this.programmes = programmes;
        this.cases = cases;
        this.lists = lists;
        this.reports = reports;
        this.facts = facts;
        this.page = page;
        this.clock = clock;
    }

    /**
     * A cycle.
     *
     * @param timeline its days while it runs; without any once it has ended
     * @param lists the public lists that somebody is on
     * @param published what was published about it, the newest first
     */
    record Cycle(
            String number,
            String title,
            Timeline timeline,
            List<Programme.PublicList> lists,
            List<ImpactReport> published) {}

    @GetMapping("/programmes/{key}")
    @Transactional(readOnly = true)
    ModelAndView programme(@PathVariable String key) {
        Programme programme = programmes.find(key).map(page::of).orElseThrow(ProgrammePages::unknown);
        Map<String, List<Programme.PublicList>> inhabited = lists.inhabited(programme);
        List<Case> known = cases.findByProgrammeAndKindOrderByNumber(key, Case.CYCLE);
        List<Cycle> cycles = known.stream()
                .map(cycle -> new Cycle(
                        cycle.number(),
                        page.words(key).of(cycle.title()),
                        timeline(programme, cycle),
                        inhabited.getOrDefault(cycle.number(), List.of()),
                        published(programme, cycle)))
                .sorted((one, other) -> other.number().compareTo(one.number()))
                .toList();
        return new ModelAndView("programme")
                .addObject("programme", programme)
                .addObject("openRoles", openRoles(programme, known))
                .addObject("cycles", cycles);
    }

    private static List<Programme.ApplicationKind> openRoles(Programme programme, List<Case> cycles) {
        return programme.applications().values().stream()
                .filter(kind -> cycles.stream().anyMatch(cycle -> cycle.closedAt() == null && kind.isOpenIn(cycle)))
                .toList();
    }

    private Timeline timeline(Programme programme, Case cycle) {
        return cycle.closedAt() != null
                ? new Timeline(List.of())
                : Timeline.of(
                        programme,
                        facts.of(cycle.number()),
                        LocalDate.now(clock.withZone(programme.zone())),
                        page.locale());
    }

    private List<ImpactReport> published(Programme programme, Case cycle) {
        return programme.publicPages().show(PublicPages.REPORTS) ? reports.currentIn(cycle.number()) : List.of();
    }

    @GetMapping("/programmes/{key}/{cycle}/{list}")
    ModelAndView list(@PathVariable String key, @PathVariable String cycle, @PathVariable String list) {
        PublicLists.Shown shown = lists.of(cycle, list)
                .filter(found -> found.programme().key().equals(key))
                .orElseThrow(ProgrammePages::unknown);
        return new ModelAndView("public-list")
                .addObject("shown", shown)
                .addObject("blocks", shown.wikitext() == null ? List.of() : ReportText.read(shown.wikitext()))
                .addObject("wikitext", shown.wikitext());
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
