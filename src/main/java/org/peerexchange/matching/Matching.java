package org.peerexchange.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.Tables;
import org.peerexchange.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes pairs, opens those that staff chose, and remembers how they stand (domain A10–A12). */
@Component
@Transactional
public class Matching {

    private final Pool pool;
    private final Rounds rounds;
    private final Matches matches;
    private final Cases cases;
    private final OpeningCases opening;
    private final Parties parties;
    private final Programmes programmes;
    private final Facts facts;
    private final Tables tables;
    private final Submissions submissions;
    private final Clock clock;

    Matching(
            Pool pool,
            Rounds rounds,
            Matches matches,
            Cases cases,
            OpeningCases opening,
            Parties parties,
            Programmes programmes,
            Facts facts,
            Tables tables,
            Submissions submissions,
            Clock clock) {
        this.pool = pool;
        this.rounds = rounds;
        this.matches = matches;
        this.cases = cases;
        this.opening = opening;
        this.parties = parties;
        this.programmes = programmes;
        this.facts = facts;
        this.tables = tables;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * How many places an applicant has.
     *
     * @param left places that no agreed pair has taken yet
     * @param pairs agreed pairs
     */
    public record Capacity(int left, int pairs) {}

    /**
     * Proposes pairs among those who wait, for staff to confirm.
     *
     * @return how many pairs are proposed
     */
    public int propose(String cycleNumber, MatchingSetup setup) {
        Case cycle = cases.lock(cycleNumber).orElseThrow();
        Programme programme = programmes.of(cycle.programme());
        Proposal proposal = pool.propose(cycle, setup);
        rounds.save(new Round(
                cycleNumber,
                setup.pool(),
                Pool.kind(programme, setup.seekers()).role(),
                Pool.kind(programme, setup.givers()).role(),
                clock.instant(),
                proposal));
        return proposal.proposed();
    }

    /**
     * Opens a case for each pair that staff chose. A pair one side of which has left the pool since is passed over: the next
     * round proposes anew.
     *
     * @param document the form in which staff chose
     * @param sides table that says by its outputs which further sides the case has, such as who travels, and which of the two
     *     each of them is; null when it has only these two
     * @return numbers of the new cases
     */
    public List<String> open(String cycleNumber, String document, String sides) {
        Case cycle = cases.lock(cycleNumber).orElseThrow();
        Round round = rounds.latest(cycleNumber);
        Proposal proposal = round.proposal();
        Map<String, Integer> places = new HashMap<>();
        proposal.candidates().forEach(one -> places.put(one.application(), one.places()));
        List<String> opened = new ArrayList<>();
        for (String value : chosen(cycleNumber, document)) {
            Possibility pair = proposal.feasible(value)
                    .orElseThrow(() -> new IllegalStateException("%s is no possible pair.".formatted(value)));
            if (waits(pair.seeker(), round) && waits(pair.giver(), round)) {
                take(places, pair.seeker());
                take(places, pair.giver());
                opened.add(open(cycle, round, pair, proposal.names(pair), sides));
            }
        }
        return opened;
    }

    @SuppressWarnings("unchecked")
    private List<String> chosen(String cycleNumber, String document) {
        return submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(cycleNumber, document)
                .map(sent -> (List<String>) sent.answers().get("pairs"))
                .orElse(List.of());
    }

    private boolean waits(String application, Round round) {
        return cases.of(application).state().equals(round.pool());
    }

    private static void take(Map<String, Integer> places, String application) {
        if (places.merge(application, -1, Integer::sum) < 0) {
            throw new IllegalStateException("%s has no place for so many pairs.".formatted(application));
        }
    }

    private String open(Case cycle, Round round, Possibility pair, String title, String sides) {
        Case opened = opening.inCycle(cycle, Case.PAIR, title);
        matches.save(new Match(opened.number(), cycle.number(), pair));
        for (var side : Map.of(round.seekerSide(), pair.seeker(), round.giverSide(), pair.giver())
                .entrySet()) {
            join(opened, side.getKey(), side.getValue());
        }
        if (sides != null) {
            Map<String, Object> known = KnownFacts.over(facts.of(cycle.number()));
            known.putAll(facts.of(opened.number()));
            tables.ask(sides, known)
                    .rows()
                    .forEach(row -> row.forEach((further, side) ->
                            join(opened, further, side.equals(round.seekerSide()) ? pair.seeker() : pair.giver())));
        }
        return opened.number();
    }

    private void join(Case pair, String side, String application) {
        Party applicant =
                parties.of(application, programmes.of(pair.programme()).words().applicant());
        parties.save(new Party(
                pair.number(), side, applicant.personId(), applicant.name(), applicant.communityId(), application));
    }

    /**
     * Both sides have accepted: the pair takes its places, if both still wait for a match.
     *
     * @return whether the pair is agreed
     */
    public boolean agree(String pairNumber) {
        String cycle = cases.of(pairNumber).cycle();
        cases.lock(cycle);
        Round round = rounds.latest(cycle);
        Match match = matches.of(pairNumber);
        boolean bothWait = waits(match.seeker(), round) && waits(match.giver(), round);
        if (bothWait) {
            match.agree();
        }
        return bothWait;
    }

    /** The pair did not come about or has come apart: both have their places again, and it is not proposed again. */
    public void exclude(String pairNumber) {
        cases.lock(cases.of(pairNumber).cycle());
        matches.of(pairNumber).exclude();
    }

    /**
     * How many places an applicant has.
     *
     * @param capacity answer of the application that says so; without it, it is one
     */
    @Transactional(readOnly = true)
    public Capacity capacity(String application, String capacity) {
        Case applied = cases.of(application);
        Map<String, Object> known = facts.of(application);
        int places = programmes.of(applied.programme()).applications().values().stream()
                .map(kind -> known.get(Names.camelCase(kind.form())))
                .filter(Map.class::isInstance)
                .map(answers -> Pool.places((Map<?, ?>) answers, capacity))
                .findFirst()
                .orElse(1);
        int agreed = matches.agreed(applied);
        return new Capacity(Math.max(0, places - agreed), agreed);
    }
}
