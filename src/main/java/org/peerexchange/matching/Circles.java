package org.peerexchange.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings people together in groups: a focus group (domain A23), or small ones, like a buddy system (domain B3). */
@Component
public class Circles {

    private final Programmes programmes;
    private final Cases cases;
    private final OpeningCases opening;
    private final Parties parties;
    private final Submissions submissions;

    Circles(Programmes programmes, Cases cases, OpeningCases opening, Parties parties, Submissions submissions) {
        this.programmes = programmes;
        this.cases = cases;
        this.opening = opening;
        this.parties = parties;
        this.submissions = submissions;
    }

    /**
     * Opens a case for each group of those who applied by a form and are in one of some states.
     *
     * @param kind kind of the new cases
     * @param title what they are called, before a number if there are several
     * @param size how many are to be in each, one more or less where it does not come out even
     * @param least fewer than this make no group
     * @return the numbers of the new cases
     */
    @Transactional
    public List<String> open(
            String cycleNumber, String kind, String title, String form, List<String> states, int size, int least) {
        Case cycle = cases.of(cycleNumber);
        Programme programme = programmes.of(cycle.programme());
        List<String> waiting =
                cases.findByCycleAndKindAndStateInOrderByNumber(cycle.number(), Case.APPLICATION, states).stream()
                        .map(Case::number)
                        .toList();
        Set<String> byThisForm = submissions.current(waiting, List.of(form)).stream()
                .map(Submission::caseNumber)
                .collect(Collectors.toSet());
        List<Party> people = waiting.stream()
                .filter(byThisForm::contains)
                .map(application -> parties.of(application, programme.words().applicant()))
                .toList();
        List<String> opened = new ArrayList<>();
        int groups = people.size() < least ? 0 : Math.max(1, Math.round((float) people.size() / size));
        for (int group = 0; group < groups; group++) {
            Case circle = opening.inCycle(cycle, kind, groups == 1 ? title : "%s %d".formatted(title, group + 1));
            take(circle, people, group, groups);
            opened.add(circle.number());
        }
        return opened;
    }

    private void take(Case circle, List<Party> people, int group, int groups) {
        IntStream.range(0, people.size()).filter(at -> at % groups == group).forEach(at -> {
            Party person = people.get(at);
            parties.save(new Party(
                    circle.number(),
                    "member" + (at / groups + 1),
                    person.personId(),
                    person.name(),
                    person.communityId(),
                    person.caseNumber()));
        });
    }
}
