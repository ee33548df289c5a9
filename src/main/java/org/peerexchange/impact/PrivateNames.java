package org.peerexchange.impact;

import java.util.Objects;
import java.util.stream.Stream;
import org.peerexchange.people.People;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Parties;
import org.springframework.stereotype.Component;

/** Knows whose real names must not be in what is published about a cycle. */
@Component
class PrivateNames {

    private final Cases cases;
    private final Parties parties;
    private final People people;

    PrivateNames(Cases cases, Parties parties, People people) {
        this.cases = cases;
        this.parties = parties;
        this.people = people;
    }

    /** What takes the names of everybody in a cycle out of people's words. */
    Privacy of(String cycle) {
        return new Privacy(Stream.of(Case.APPLICATION, Case.PAIR)
                .flatMap(kind -> cases.findByCycleAndKindOrderByNumber(cycle, kind).stream())
                .flatMap(subject -> parties.findByCaseNumberOrderBySide(subject.number()).stream())
                .flatMap(party -> Stream.of(people.of(party.personId()).name(), party.name()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }
}
