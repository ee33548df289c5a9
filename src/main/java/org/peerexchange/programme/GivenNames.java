package org.peerexchange.programme;

import static java.util.Comparator.comparing;

import org.peerexchange.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people are called in a case. A mailbox may be shared by a community whose people change, and a public form proves
 * nothing: the name given with an application holds for it and what comes from it, and nobody's own data changes.
 */
@Component
public class GivenNames {

    private final Parties parties;
    private final Cases cases;

    GivenNames(Parties parties, Cases cases) {
        this.parties = parties;
        this.cases = cases;
    }

    /**
     * The name to use for somebody in a case: the one given for it, else the newest one given in its cycle, else the newest.
     */
    @Transactional(readOnly = true)
    public String of(Person person, String caseNumber) {
        String cycle = cases.of(caseNumber).cycle();
        return parties.findByPersonId(person.id()).stream()
                .filter(party -> party.name() != null)
                .map(party -> new Given(party.name(), cases.of(party.caseNumber())))
                .max(comparing((Given given) -> given.in().number().equals(caseNumber))
                        .thenComparing(given -> given.in().cycle().equals(cycle))
                        .thenComparing(given -> given.in().openedAt())
                        .thenComparing(given -> given.in().number()))
                .map(Given::name)
                .orElse(person.name());
    }

    private record Given(String name, Case in) {}
}
