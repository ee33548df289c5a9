package org.peerexchange.matching;

import java.util.Set;
import org.peerexchange.programme.FactNames;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.springframework.stereotype.Component;

/** The names of {@link MatchingFacts}. */
@Component
public class MatchingFactNames implements FactNames {

    @Override
    public Set<String> of(ModelFiles files, Programme programme) {
        return Set.of(
                "match.points",
                "match.reasons",
                "match.agreedBefore",
                "agreedPairs",
                "pairStates",
                "pairOptions",
                "proposedPairs",
                "matchingTable",
                "unmatched",
                "pairPlaces");
    }
}
