package org.peerexchange.matching;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The pairs that were opened. */
public interface Matches extends Repository<Match, String> {

    Match save(Match opened);

    Optional<Match> findByNumber(String number);

    List<Match> findByCycleOrderByNumber(String cycle);

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
