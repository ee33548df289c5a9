package org.peerexchange.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
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
    private final Clock clock;

    Openings(Programmes programmes, ProgrammeFacts programmeFacts, Facts facts, Clock clock) {
        this.programmes = programmes;
        this.programmeFacts = programmeFacts;
        this.facts = facts;
        this.clock = clock;
    }

    /** Every programme somebody can apply to, now or at another time. */
    public List<Opening> all() {
        return programmes.all().stream()
                .filter(programme -> !programme.applications().isEmpty())
                .map(this::of)
                .toList();
    }

    public Opening of(Programme programme) {
        return programmeFacts
                .currentCycle(programme.key())
                .map(cycle -> of(programme, cycle))
                .orElseGet(() -> new Opening(programme, false, null, null));
    }

    private Opening of(Programme programme, Case cycle) {
        Map<String, Object> known = facts.of(cycle.number());
        boolean open = programme.takesApplications(cycle);
        LocalDate opens = date(known, "cycle.applicationsOpen");
        boolean told = opens != null && (open || opens.isAfter(LocalDate.now(clock.withZone(programme.zone()))));
        return new Opening(programme, open, told ? opens : null, told ? date(known, "cycle.applicationsClose") : null);
    }

    private static LocalDate date(Map<String, Object> known, String path) {
        return Facts.at(known, path) instanceof LocalDate date ? date : null;
    }
}
