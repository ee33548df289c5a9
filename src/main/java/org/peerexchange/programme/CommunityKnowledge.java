package org.peerexchange.programme;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is known about a community on a day, from the dated facts staff keep (domain A8). */
@Component
public class CommunityKnowledge {

    /** What is known of every community; each programme adds the kinds of dated facts it keeps. */
    public static final Set<String> OF_EVERY_COMMUNITY = Set.of("id", "name", "type", "country", "languages");

    private final Communities communities;
    private final CommunityFacts communityFacts;

    CommunityKnowledge(Communities communities, CommunityFacts communityFacts) {
        this.communities = communities;
        this.communityFacts = communityFacts;
    }

    /**
     * The facts about a community by name, for tables and forms, its type and country also under {@code inWords} as people read
     * them: a status is true, false, or null while nobody looked it up;
     * an attendance is a number, or null while nobody looked it up.
     *
     * @param communityId id of the community
     * @param programme says which kinds of facts there are
     * @param day the day that "holds" and "in the last years" are counted from
     */
    public Map<String, Object> of(String communityId, Programme programme, LocalDate day) {
        Community community = communities.findById(communityId).orElseThrow();
        List<CommunityFact> known = asItStands(communityFacts.findByCommunityIdOrderBySinceDescIdDesc(communityId));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", community.id());
        facts.put("name", community.name());
        facts.put("type", community.type());
        facts.put("inWords", inWords(community, programme));
        facts.put("country", community.country());
        facts.put("languages", List.of(community.languages().split(" ")));
        programme
                .communityFacts()
                .forEach((kind, how) -> facts.put(
                        kind,
                        how.isAttendance()
                                ? attendance(known, kind, day.minusYears(how.years()), day)
                                : status(known, kind, day)));
        return facts;
    }

    private static Map<String, Object> inWords(Community community, Programme programme) {
        return Map.of(
                "type", programme.label("communityTypes", community.type()), "country", country(community.country()));
    }

    /** Applicants write out their country, staff may keep its ISO 3166 code. */
    private static String country(String kept) {
        return kept.matches("[A-Za-z]{2}")
                ? new Locale.Builder().setRegion(kept).build().getDisplayCountry(Locale.ENGLISH)
                : kept;
    }

    /** What was recorded last about a kind and a day holds: so staff correct a mistake by recording the day again. */
    private static List<CommunityFact> asItStands(List<CommunityFact> newestFirst) {
        Set<String> seen = new HashSet<>();
        return newestFirst.stream()
                .filter(fact -> seen.add(fact.kind() + " " + fact.since()))
                .toList();
    }

    private static Boolean status(List<CommunityFact> known, String kind, LocalDate day) {
        return known.stream()
                .filter(fact -> fact.kind().equals(kind) && fact.holdsOn(day))
                .findFirst()
                .map(fact -> fact.value().equals("yes"))
                .orElse(null);
    }

    private static Integer attendance(List<CommunityFact> known, String kind, LocalDate from, LocalDate to) {
        List<CommunityFact> inTime = known.stream()
                .filter(fact -> fact.kind().equals(kind))
                .filter(fact -> !fact.since().isBefore(from) && !fact.since().isAfter(to))
                .toList();
        if (inTime.isEmpty()) {
            return null;
        }
        return (int) inTime.stream().filter(fact -> fact.value().equals("yes")).count();
    }
}
