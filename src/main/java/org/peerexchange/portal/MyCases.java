package org.peerexchange.portal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.TakingPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases somebody takes part in, of the programmes that run here. */
@Component
@Transactional(readOnly = true)
class MyCases {

    private final TakingPart takingPart;
    private final Cases cases;
    private final Programmes programmes;

    MyCases(TakingPart takingPart, Cases cases, Programmes programmes) {
        this.takingPart = takingPart;
        this.cases = cases;
        this.programmes = programmes;
    }

    /**
     * Some of a person's cases.
     *
     * @param cases those that go on first, and of each those opened last first
     * @param sides everybody's sides, by number of the case
     */
    record Mine(Person person, List<Case> cases, Map<String, List<Party>> sides) {

        List<String> numbers() {
            return cases.stream().map(Case::number).toList();
        }

        /** The key of a case's programme. */
        String programme(String caseNumber) {
            return cases.stream()
                    .filter(subject -> subject.number().equals(caseNumber))
                    .findFirst()
                    .map(Case::programme)
                    .orElseThrow();
        }

        /** The sides that the person has in a case: who travels may be the mentee, too. */
        Set<String> own(String caseNumber) {
            return sides.getOrDefault(caseNumber, List.of()).stream()
                    .filter(party -> person.id().equals(party.personId()))
                    .map(Party::side)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    public Mine of(Person person) {
        Map<String, List<Party>> sides = takingPart.inCasesOf(person.id());
        List<Case> here = cases.findByNumberInOrderByOpenedAtDescNumberDesc(sides.keySet()).stream()
                .filter(subject -> programmes.find(subject.programme()).isPresent())
                .collect(Collectors.partitioningBy(subject -> subject.closedAt() != null))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
        return new Mine(person, here, sides);
    }
}
