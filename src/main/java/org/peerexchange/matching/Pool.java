package org.peerexchange.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.Tables;
import org.springframework.stereotype.Component;

/** Reads who waits for a match, and asks the tables about each pair that could be. */
@Component
class Pool {

    private final Cases cases;
    private final Programmes programmes;
    private final Facts facts;
    private final Tables tables;
    private final Matches matches;

    Pool(Cases cases, Programmes programmes, Facts facts, Tables tables, Matches matches) {
        this.cases = cases;
        this.programmes = programmes;
        this.facts = facts;
        this.tables = tables;
        this.matches = matches;
    }

    /** A candidate with everything the tables read about it. */
    private record Known(Candidate candidate, Map<String, Object> facts) {

        /** Whether one of these answers names the other: by id or name of the community, or by user name. */
        boolean names(Known other, List<String> answers) {
            return answers.stream()
                    .map(facts::get)
                    .anyMatch(named -> named instanceof String text
                            && !text.isBlank()
                            && (text.strip().equalsIgnoreCase(other.candidate.name())
                                    || text.strip().equalsIgnoreCase(String.valueOf(other.facts.get("username")))
                                    || text.equals(Facts.at(other.facts, "community.id"))));
        }
    }

    Proposal propose(Case cycle, MatchingSetup setup) {
        Programme programme = programmes.of(cycle.programme());
        List<Match> earlier = matches.findByCycleOrderByNumber(cycle.number());
        List<Known> seekers = new ArrayList<>();
        List<Known> givers = new ArrayList<>();
        for (Case waiting : cases.findByCycleAndKindAndStateInOrderByNumber(
                cycle.number(), Case.APPLICATION, List.of(setup.pool()))) {
            Map<String, Object> known = facts.of(waiting.number());
            add(seekers, setup.seekers(), waiting, known, programme, setup, earlier);
            add(givers, setup.givers(), waiting, known, programme, setup, earlier);
        }
        Map<String, Object> common = facts.of(cycle.number());
        var conditions = tables.manyTimes(setup.conditions());
        var points = tables.manyTimes(setup.points());
        List<Possibility> possibilities = new ArrayList<>();
        for (Known seeker : seekers) {
            for (Known giver : givers) {
                possibilities.add(possibility(seeker, giver, common, setup, earlier, conditions, points));
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        seekers.forEach(one -> candidates.add(one.candidate));
        givers.forEach(one -> candidates.add(one.candidate));
        return Proposal.of(candidates, possibilities);
    }

    private static void add(
            List<Known> side,
            String form,
            Case waiting,
            Map<String, Object> known,
            Programme programme,
            MatchingSetup setup,
            List<Match> earlier) {
        if (!(known.get(Names.camelCase(form)) instanceof Map<?, ?> answers)) {
            return;
        }
        @SuppressWarnings("unchecked") // facts are maps by name all the way down
        Map<String, Object> own = KnownFacts.over((Map<String, Object>) answers);
        int held = (int) earlier.stream()
                .filter(match -> !match.isExcluded() && match.has(waiting.number()))
                .count();
        int places = places(answers, setup.capacity()) - held;
        own.put("community", known.get("community"));
        own.put("application", waiting.number());
        own.put("placesLeft", places);
        side.add(new Known(
                new Candidate(
                        waiting.number(),
                        name(known, answers),
                        kind(programme, form).label(),
                        Math.max(0, places)),
                own));
    }

    /** What a candidate is called: a community by its name, a person who applied for herself by hers. */
    private static String name(Map<String, Object> known, Map<?, ?> answers) {
        return (String) Stream.of(Facts.at(known, "community.name"), answers.get("communityName"), answers.get("name"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** How the programme applies with this form. */
    static Programme.ApplicationKind kind(Programme programme, String form) {
        return programme.applications().values().stream()
                .filter(kind -> kind.form().equals(form))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nobody applies to %s with the form \"%s\".".formatted(programme.name(), form)));
    }

    static int places(Map<?, ?> answers, String capacity) {
        return answers.get(capacity) instanceof Number number ? number.intValue() : 1;
    }

    private static Possibility possibility(
            Known seeker,
            Known giver,
            Map<String, Object> common,
            MatchingSetup setup,
            List<Match> earlier,
            Function<Map<String, Object>, Tables.Answer> conditions,
            Function<Map<String, Object>, Tables.Answer> points) {
        String from = seeker.candidate.application();
        String to = giver.candidate.application();
        boolean agreedBefore = agreed(seeker, giver, setup.partner());
        Map<String, Object> known = KnownFacts.over(common);
        known.put("seeker", seeker.facts);
        known.put("giver", giver.facts);
        known.put(
                "pair",
                Map.of(
                        "agreedBefore",
                        agreedBefore,
                        "excluded",
                        earlier.stream().anyMatch(match -> match.is(from, to))));
        List<Map<String, Object>> against = conditions.apply(known).rows();
        List<Map<String, Object>> speaking =
                against.isEmpty() ? points.apply(known).rows() : against;
        return new Possibility(
                from,
                to,
                against.isEmpty(),
                against.isEmpty()
                        ? speaking.stream()
                                .mapToInt(row -> ((Number) row.get("points")).intValue())
                                .sum()
                        : 0,
                reasons(speaking.stream()),
                reasons(speaking.stream().filter(row -> !Boolean.FALSE.equals(row.get("told")))),
                agreedBefore,
                false);
    }

    private static List<String> reasons(Stream<Map<String, Object>> rows) {
        return rows.map(row -> (String) row.get("reason")).toList();
    }

    /** One names the other, and the other names nobody else. */
    private static boolean agreed(Known seeker, Known giver, List<String> partner) {
        boolean oneWay = seeker.names(giver, partner);
        boolean otherWay = giver.names(seeker, partner);
        return oneWay && otherWay || oneWay && namesNobody(giver, partner) || otherWay && namesNobody(seeker, partner);
    }

    private static boolean namesNobody(Known one, List<String> partner) {
        return partner.stream().map(one.facts::get).noneMatch(named -> named instanceof String text && !text.isBlank());
    }
}
