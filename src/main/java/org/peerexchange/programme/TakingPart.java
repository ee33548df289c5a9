package org.peerexchange.programme;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who takes part in which case, for pages and facts: each case is read once for a page. */
@Component
public class TakingPart {

    private final Parties parties;
    private final ReadOnce<String, List<Party>> byCase;

    TakingPart(Parties parties) {
        this.parties = parties;
        this.byCase = new ReadOnce<>(
                numbers ->
                        parties.findByCaseNumberInOrderBySide(numbers).stream().collect(groupingBy(Party::caseNumber)),
                List.of());
    }

    /** All sides of a case, by their names. */
    public List<Party> in(String caseNumber) {
        return byCase.of(caseNumber);
    }

    /** All sides of the cases that a person has a side in, by number of the case. */
    public Map<String, List<Party>> inCasesOf(String personId) {
        Map<String, List<Party>> sides = parties.inCasesOf(personId).stream().collect(groupingBy(Party::caseNumber));
        byCase.know(sides);
        return sides;
    }
}
