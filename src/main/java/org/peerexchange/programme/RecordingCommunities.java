package org.peerexchange.programme;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what staff found out about an applicant's community: the community itself, and dated facts about it (domain A8).
 *
 * <p>An answer {@code name} with {@code type}, {@code country} and {@code languages} is a community. A status such as
 * {@code gsf} is answered {@code yes} or {@code no}, with {@code gsfSince}, {@code gsfUntil} and {@code gsfSource}. An
 * attendance is answered in rows, whose fields the programme names: {@code meeting1On} with {@code meeting1Attended} and so on,
 * with {@code meetingsSource}.
 */
@Component
@Transactional
public class RecordingCommunities {

    private final Programmes programmes;
    private final Cases cases;
    private final Parties parties;
    private final Communities communities;
    private final CommunityFacts communityFacts;
    private final Facts facts;
    private final EntityManager entities;
    private final Clock clock;

    RecordingCommunities(
            Programmes programmes,
            Cases cases,
            Parties parties,
            Communities communities,
            CommunityFacts communityFacts,
            Facts facts,
            EntityManager entities,
            Clock clock) {
        this.programmes = programmes;
        this.cases = cases;
        this.parties = parties;
        this.communities = communities;
        this.communityFacts = communityFacts;
        this.facts = facts;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Records what a staff form said about the community of an application.
     *
     * @param document id of the form
     * @throws IllegalStateException when nobody has sent the form yet
     */
    public void record(String caseNumber, String document) {
        if (!(facts.at(caseNumber, Names.camelCase(document)) instanceof Map<?, ?> sent)) {
            throw new IllegalStateException("%s has no %s to record.".formatted(caseNumber, document));
        }
        Map<?, ?> said = sent;
        Programme programme = programmes.of(cases.of(caseNumber).programme());
        Party applicant = parties.of(caseNumber, programme.words().applicant());
        String communityId = applicant.communityId();
        if (said.get("name") instanceof String name) {
            communityId = known(name, said);
            parties.save(new Party(
                    caseNumber,
                    applicant.side(),
                    applicant.personId(),
                    applicant.name(),
                    communityId,
                    applicant.application()));
        }
        List<CommunityFact> recorded = communityFacts.findByCommunityIdOrderBySinceDescIdDesc(communityId);
        for (CommunityFact found : found(communityId, programme, said)) {
            if (recorded.stream().noneMatch(found::saysTheSameAs)) {
                communityFacts.save(found);
            }
        }
    }

    /** Id of the community with this name, which is added unless the hub knows it. */
    private String known(String name, Map<?, ?> said) {
        return communities
                .named(name)
                .orElseGet(() -> communities.save(new Community(
                        nextId(),
                        name,
                        (String) said.get("type"),
                        (String) said.get("country"),
                        String.join(
                                " ",
                                ((List<?>) said.get("languages"))
                                        .stream().map(String::valueOf).toList()))))
                .id();
    }

    /** The next number of the series that communities are counted in: C1, C2, … */
    private String nextId() {
        Number last = (Number) entities.createNativeQuery(
                        "select coalesce(max(substring(id from 2)::integer), 0) from app.communities where id ~ '^C[0-9]+$'")
                .getSingleResult();
        return "C" + (last.intValue() + 1);
    }

    private List<CommunityFact> found(String communityId, Programme programme, Map<?, ?> said) {
        List<CommunityFact> found = new ArrayList<>();
        programme.communityFacts().forEach((kind, how) -> {
            if (how.isAttendance()) {
                for (int row = 1; row <= how.rows(); row++) {
                    if (said.get("%s%dOn".formatted(how.field(), row)) instanceof LocalDate on) {
                        String attended = (String) said.get("%s%dAttended".formatted(how.field(), row));
                        Object source = said.get(how.field() + "sSource");
                        found.add(fact(communityId, kind, attended, on, on, source, said));
                    }
                }
            } else if (said.get(kind + "Since") instanceof LocalDate since) {
                LocalDate until = (LocalDate) said.get(kind + "Until");
                found.add(fact(
                        communityId, kind, (String) said.get(kind), since, until, said.get(kind + "Source"), said));
            }
        });
        return found;
    }

    private CommunityFact fact(
            String communityId,
            String kind,
            String value,
            LocalDate since,
            LocalDate until,
            Object source,
            Map<?, ?> said) {
        return new CommunityFact(
                communityId,
                kind,
                value,
                since,
                until,
                source == null ? "" : (String) source,
                (String) said.get("sentBy"),
                clock.instant());
    }
}
