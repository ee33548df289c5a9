package org.peerexchange.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFacts;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which programmes take applications, from when and until when. */
@Component
@Transactional(readOnly = true)
class Openings {

    private final Programmes programmes;
    private final ProgrammeFacts programmeFacts;
    private final Facts facts;
    private final PageLanguage page;
    private final Clock clock;

    Openings(Programmes programmes, ProgrammeFacts programmeFacts, Facts facts, PageLanguage page, Clock clock) {
        this.programmes = programmes;
        this.programmeFacts = programmeFacts;
        this.facts = facts;
        this.page = page;
        this.clock = clock;
    }

    /** Every programme somebody can apply to, now or at another time, if it wants to be found. */
    public List<Opening> all() {
        return programmes.all().stream()
                .filter(Programme::showsOpenings)
                .map(page::of)
                .map(this::of)
                .toList();
    }

    public Opening of(Programme programme) {
        List<Opening> openings = programmeFacts.openCycles(programme.key()).stream()
                .map(cycle -> of(programme, cycle))
                .toList();
        return openings.stream()
                .filter(Opening::open)
                .reduce((earlier, later) -> later)
                .or(() -> openings.stream().reduce((earlier, later) -> later))
                .orElseGet(() -> new Opening(programme, List.of(), null, null, usual(programme), page.locale()));
    }

    private Opening of(Programme programme, Case cycle) {
        Map<String, Object> known = facts.of(cycle.number());
        List<Programme.ApplicationKind> roles = programme.applications().values().stream()
                .filter(kind -> kind.isOpenIn(cycle))
                .toList();
        LocalDate today = LocalDate.now(clock.withZone(programme.zone()));
        LocalDate opens = date(known, "cycle.applicationsOpen");
        LocalDate closes = date(known, "cycle.applicationsClose");
        boolean told = opens != null
                && (opens.isAfter(today) || !roles.isEmpty() && closes != null && !closes.isBefore(today));
        return new Opening(
                programme, roles, told ? opens : null, told ? closes : null, usual(programme), page.locale());
    }

    private LocalDate usual(Programme programme) {
        return programmeFacts.usuallyOpens(programme).orElse(null);
    }

    private static LocalDate date(Map<String, Object> known, String path) {
        return Facts.at(known, path) instanceof LocalDate date ? date : null;
    }
}
