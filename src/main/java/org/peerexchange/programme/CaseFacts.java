package org.peerexchange.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The facts every case has: today, the name of the hub's time zone, its number and state, its sides' communities, the programme's lists. */
@Component
@Order(1)
class CaseFacts implements FactSource {

    private final Programmes programmes;
    private final Cases cases;
    private final Parties parties;
    private final CommunityKnowledge knowledge;
    private final Clock clock;

    CaseFacts(Programmes programmes, Cases cases, Parties parties, CommunityKnowledge knowledge, Clock clock) {
        this.programmes = programmes;
        this.cases = cases;
        this.parties = parties;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Override
    public void contribute(Case subject, Map<String, Object> facts) {
        Programme programme = programmes.of(subject.programme());
        LocalDate today = LocalDate.now(clock.withZone(programme.zone()));
        facts.put("today", today);
        facts.putAll(programme.listsAsFacts());
        facts.put("programme", Map.of("zoneName", programme.zoneName()));
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("number", subject.number());
        own.put("title", subject.title());
        own.put("kind", subject.kind());
        own.put("state", subject.state());
        own.put("stateLabel", programme.state(subject.state()).staff());
        facts.put("case", own);
        if (subject.kind().equals(Case.APPLICATION)) {
            facts.put("community", null);
        }
        for (Party party : parties.findByCaseNumberOrderBySide(subject.number())) {
            Map<String, Object> side = new LinkedHashMap<>();
            side.put("application", party.application());
            side.put(
                    "community",
                    party.communityId() == null ? null : knowledge.of(party.communityId(), programme, today));
            facts.put(party.side(), side);
            if (subject.kind().equals(Case.APPLICATION) && party.communityId() != null) {
                facts.put("community", side.get("community"));
                facts.put("otherApplications", otherApplications(subject, party));
            }
        }
    }

    /** The titles of the other applications of the same community to this cycle that have not ended. */
    private List<String> otherApplications(Case subject, Party applicant) {
        return parties.findByCommunityId(applicant.communityId()).stream()
                .filter(party -> party.side().equals(applicant.side())
                        && !party.caseNumber().equals(subject.number()))
                .map(party -> cases.of(party.caseNumber()))
                .filter(other -> other.cycle().equals(subject.cycle()) && other.closedAt() == null)
                .map(Case::title)
                .toList();
    }
}
