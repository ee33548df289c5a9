package org.peerexchange.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.peerexchange.language.Translation;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The facts every case has: today, the name of the hub's time zone, its number and state, its sides' communities, all {@code sides}
 * one after the other for texts that name each, the programme's lists.
 */
@Component
@Order(1)
class CaseFacts implements FactSource {

    private final Programmes programmes;
    private final Cases cases;
    private final Parties parties;
    private final TakingPart takingPart;
    private final CommunityKnowledge knowledge;
    private final List<SideFactSource> ofSides;
    private final Clock clock;

    CaseFacts(
            Programmes programmes,
            Cases cases,
            Parties parties,
            TakingPart takingPart,
            CommunityKnowledge knowledge,
            List<SideFactSource> ofSides,
            Clock clock) {
        this.programmes = programmes;
        this.cases = cases;
        this.parties = parties;
        this.takingPart = takingPart;
        this.knowledge = knowledge;
        this.ofSides = ofSides;
        this.clock = clock;
    }

    @Override
    public void contribute(Case subject, KnownFacts facts) {
        Translation words = facts.translation();
        Programme programme = programmes.of(subject.programme()).in(words);
        LocalDate today = LocalDate.now(clock.withZone(programme.zone()));
        facts.put("today", today);
        facts.part(programme.lists().keySet(), programme::listsAsFacts);
        facts.put("programme", programme.asFacts(words.language()));
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("number", subject.number());
        own.put("title", words.of(subject.title()));
        own.put("kind", subject.kind());
        own.put("state", subject.state());
        own.put("stateLabel", programme.state(subject.state()).staff());
        facts.put("case", own);
        Supplier<List<Party>> there = SingletonSupplier.of(() -> takingPart.in(subject.number()));
        Supplier<Map<String, Object>> sides = SingletonSupplier.of(() -> sides(there.get(), programme, today, words));
        facts.part(sides);
        facts.later("sides", () -> List.copyOf(sides.get().values()));
        if (subject.kind().equals(Case.APPLICATION)) {
            facts.later("community", () -> applicant(there.get())
                    .map(applicant -> knowledge.of(applicant.communityId(), programme, today))
                    .orElse(null));
            facts.part(Set.of("otherApplications"), () -> applicant(there.get())
                    .map(applicant -> Map.of("otherApplications", otherApplications(subject, applicant)))
                    .orElse(Map.of()));
        }
    }

    private Map<String, Object> sides(List<Party> there, Programme programme, LocalDate today, Translation words) {
        Map<String, Object> sides = new LinkedHashMap<>();
        there.forEach(party -> sides.put(party.side(), side(party, programme, today, words)));
        return sides;
    }

    private Map<String, Object> side(Party party, Programme programme, LocalDate today, Translation words) {
        KnownFacts side = new KnownFacts(words);
        side.put("application", party.application());
        side.later(
                "community",
                () -> party.communityId() == null ? null : knowledge.of(party.communityId(), programme, today));
        if (party.application() != null) {
            ofSides.forEach(source -> source.contribute(party.application(), programme, side));
        }
        return side;
    }

    /** The side of an application that a known community is. */
    private static Optional<Party> applicant(List<Party> there) {
        return there.stream().filter(party -> party.communityId() != null).reduce((one, other) -> other);
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
