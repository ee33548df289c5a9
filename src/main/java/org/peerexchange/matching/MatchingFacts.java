package org.peerexchange.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.KnownFacts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The latest proposal of a cycle as forms and tables read it, of those who still wait: {@code pairOptions},
 * {@code proposedPairs}, {@code matchingTable}, {@code unmatched} and {@code pairPlaces}; for a pair, {@code match}: why it
 * was proposed; and for an application, {@code agreedPairs}: how many pairs it is in, and
 * {@code pairStates}: the state of each pair it was proposed for.
 */
@Component
@Order(4)
class MatchingFacts implements FactSource {

    private static final Set<String> OF_A_PROPOSAL =
            Set.of("pairOptions", "proposedPairs", "matchingTable", "unmatched", "pairPlaces");

    private final Rounds rounds;
    private final Matches matches;
    private final Cases cases;

    MatchingFacts(Rounds rounds, Matches matches, Cases cases) {
        this.rounds = rounds;
        this.matches = matches;
        this.cases = cases;
    }

    @Override
    public void contribute(Case subject, KnownFacts facts) {
        if (subject.kind().equals(Case.CYCLE)) {
            facts.part(OF_A_PROPOSAL, () -> rounds.findFirstByCycleOrderByIdDesc(subject.number())
                    .map(round -> asFacts(waiting(subject, round)))
                    .orElse(Map.of()));
        } else if (subject.kind().equals(Case.PAIR)) {
            facts.part(Set.of("match"), () -> matches.findByNumber(subject.number())
                    .map(match -> Map.of("match", asFacts(match, facts.translation())))
                    .orElse(Map.of()));
        } else if (subject.kind().equals(Case.APPLICATION)) {
            facts.later("agreedPairs", () -> matches.agreed(subject));
            facts.later("pairStates", () -> pairStates(subject));
        }
    }

    private static Map<String, Object> asFacts(Match match, Translation words) {
        return Map.of(
                "points", match.points(),
                "reasons", words.ofSentences(match.reasons()),
                "agreedBefore", match.agreedBefore());
    }

    private List<String> pairStates(Case application) {
        return matches.findByCycleOrderByNumber(application.cycle()).stream()
                .filter(match -> match.has(application.number()))
                .map(match -> cases.of(match.number()).state())
                .toList();
    }

    private Proposal waiting(Case cycle, Round round) {
        Set<String> waiting = cases
                .findByCycleAndKindAndStateInOrderByNumber(cycle.number(), Case.APPLICATION, List.of(round.pool()))
                .stream()
                .map(Case::number)
                .collect(Collectors.toSet());
        return round.proposal().without(application -> !waiting.contains(application));
    }

    private static Map<String, Object> asFacts(Proposal proposal) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put(
                "pairOptions",
                proposal.ranked()
                        .filter(Possibility::feasible)
                        .map(one -> Map.of("value", one.value(), "label", label(proposal, one)))
                        .toList());
        known.put(
                "proposedPairs",
                proposal.ranked()
                        .filter(Possibility::proposed)
                        .map(Possibility::value)
                        .toList());
        known.put(
                "matchingTable",
                proposal.ranked()
                        .filter(one -> one.feasible() || one.agreedBefore())
                        .map(one -> row(proposal, one))
                        .toList());
        known.put(
                "unmatched",
                proposal.unmatched().stream()
                        .map(one ->
                                Map.of("name", one.name(), "role", one.role(), "reason", proposal.whyUnmatched(one)))
                        .toList());
        known.put(
                "pairPlaces",
                proposal.candidates().stream()
                        .map(one ->
                                Map.of("application", one.application(), "name", one.name(), "places", one.places()))
                        .toList());
        return known;
    }

    private static String label(Proposal proposal, Possibility pair) {
        return "%s — %s%d %s"
                .formatted(
                        proposal.names(pair),
                        pair.agreedBefore() ? "agreed beforehand, " : "",
                        pair.points(),
                        pair.points() == 1 ? "point" : "points");
    }

    private static Map<String, Object> row(Proposal proposal, Possibility pair) {
        return Map.of(
                "seeker", proposal.candidate(pair.seeker()).name(),
                "giver", proposal.candidate(pair.giver()).name(),
                "points", pair.points(),
                "standing", pair.proposed() ? "proposed" : pair.feasible() ? "possible" : "not possible",
                "priority", pair.agreedBefore() ? "agreed beforehand" : "found by the hub",
                "reasons", pair.sentences());
    }
}
