package org.peerexchange.matching;

import java.util.List;
import java.util.Optional;
import org.peerexchange.programme.Case;
import org.springframework.data.repository.Repository;

/** The pairs that were opened. */
public interface Matches extends Repository<Match, String> {

    Match save(Match opened);

    Optional<Match> findByNumber(String number);

    List<Match> findByCycleOrderByNumber(String cycle);

    /** How many agreed pairs an application is in. */
    default int agreed(Case application) {
        return (int) findByCycleOrderByNumber(application.cycle()).stream()
                .filter(match -> match.isAgreed() && match.has(application.number()))
                .count();
    }

    /**
     * The match of a pair.
     *
     * @throws IllegalArgumentException when matching did not open the pair
     */
    default Match of(String number) {
        return findByNumber(number)
                .orElseThrow(() -> new IllegalArgumentException("%s did not come from matching.".formatted(number)));
    }
}
