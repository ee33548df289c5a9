package org.peerexchange.impact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
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
        List<String> numbers = Stream.of(Case.APPLICATION, Case.PAIR)
                .flatMap(kind -> cases.findByCycleAndKindOrderByNumber(cycle, kind).stream())
                .map(Case::number)
                .toList();
        List<Party> sides = parties.findByCaseNumberIn(numbers);
        List<Person> persons =
                people.findByIdIn(sides.stream().map(Party::personId).distinct().toList());
        return new Privacy(
                Stream.concat(persons.stream().map(Person::name), sides.stream().map(Party::name))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }
}
