package org.peerexchange.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is in the pool and which pairs are possible: those agreed on beforehand first, then the best assignment of the others
 * (domain A10).
 */
record Proposal(List<Candidate> candidates, List<Possibility> possibilities) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The proposal for a pool. Pairs that are not possible are kept only where somebody will ask why. */
    static Proposal of(List<Candidate> candidates, List<Possibility> possibilities) {
        Map<String, Integer> places = new HashMap<>();
        candidates.forEach(candidate -> places.put(candidate.application(), candidate.places()));
        Set<Assignment.Edge> chosen = new HashSet<>();
        choose(possibilities, Possibility::agreedBefore, places, chosen);
        choose(possibilities, possibility -> true, places, chosen);
        Set<Possibility> explained = new LinkedHashSet<>();
        candidates.forEach(
                candidate -> nearest(candidate.application(), possibilities).ifPresent(explained::add));
        return new Proposal(
                candidates,
                possibilities.stream()
                        .filter(one -> one.feasible() || one.agreedBefore() || explained.contains(one))
                        .map(one -> one.feasible() && chosen.contains(one.edge()) ? one.propose() : one)
                        .toList());
    }

    private static void choose(
            List<Possibility> possibilities,
            Predicate<Possibility> among,
            Map<String, Integer> places,
            Set<Assignment.Edge> chosen) {
        List<Assignment.Edge> open = possibilities.stream()
                .filter(Possibility::feasible)
                .filter(among)
                .map(Possibility::edge)
                .filter(edge -> !chosen.contains(edge))
                .toList();
        for (Assignment.Edge edge : Assignment.best(open, places)) {
            chosen.add(edge);
            places.merge(edge.seeker(), -1, Integer::sum);
            places.merge(edge.giver(), -1, Integer::sum);
        }
    }

    /** Proposed pairs first, then the other possible ones, then the impossible ones; better ones before worse ones. */
    Stream<Possibility> ranked() {
        return possibilities.stream()
                .sorted(Comparator.comparing((Possibility one) -> !one.proposed())
                        .thenComparing(one -> !one.feasible())
                        .thenComparing(one -> !one.agreedBefore())
                        .thenComparing(one -> -one.points())
                        .thenComparing(Possibility::value));
    }

    Optional<Possibility> feasible(String value) {
        return possibilities.stream()
                .filter(Possibility::feasible)
                .filter(one -> one.value().equals(value))
                .findFirst();
    }

    Candidate candidate(String application) {
        return candidates.stream()
                .filter(one -> one.application().equals(application))
                .findFirst()
                .orElseThrow();
    }

    /** "Mentee ← Mentor" by the names of their communities. */
    String names(Possibility pair) {
        return "%s ← %s"
                .formatted(
                        candidate(pair.seeker()).name(), candidate(pair.giver()).name());
    }

    int proposed() {
        return (int) possibilities.stream().filter(Possibility::proposed).count();
    }

    /** Those who have a place but are in no proposed pair. */
    List<Candidate> unmatched() {
        Set<String> matched = possibilities.stream()
                .filter(Possibility::proposed)
                .flatMap(one -> Stream.of(one.seeker(), one.giver()))
                .collect(Collectors.toSet());
        return candidates.stream()
                .filter(one -> one.places() > 0 && !matched.contains(one.application()))
                .toList();
    }

    /** Why somebody is in no proposed pair: what the nearest pair lacks. */
    String whyUnmatched(Candidate candidate) {
        List<Possibility> fitting = possibilities.stream()
                .filter(one -> one.feasible() && one.has(candidate.application()))
                .toList();
        if (!fitting.isEmpty()) {
            return "Fits %s, but other pairs leave no place for this one."
                    .formatted(fitting.stream()
                            .map(one -> partner(candidate, one).name())
                            .collect(Collectors.joining(", ")));
        }
        return nearest(candidate.application(), possibilities)
                .map(one ->
                        "Nearest is %s. %s".formatted(partner(candidate, one).name(), one.sentences()))
                .orElse("There is nobody on the other side.");
    }

    private Candidate partner(Candidate candidate, Possibility pair) {
        return candidate(pair.seeker().equals(candidate.application()) ? pair.giver() : pair.seeker());
    }

    private static Optional<Possibility> nearest(String application, List<Possibility> possibilities) {
        return possibilities.stream()
                .filter(one -> !one.feasible() && one.has(application))
                .min(Comparator.comparing((Possibility one) -> one.reasons().size())
                        .thenComparing(Possibility::value));
    }

    /** The same proposal without those who have left the pool. */
    Proposal without(Predicate<String> left) {
        return new Proposal(
                candidates.stream().filter(one -> !left.test(one.application())).toList(),
                possibilities.stream()
                        .filter(one -> !left.test(one.seeker()) && !left.test(one.giver()))
                        .toList());
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Proposal read(String json) {
        try {
            return JSON.readValue(json, Proposal.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
