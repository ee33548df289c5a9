package org.peerexchange.matching;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The rounds of matching. */
interface Rounds extends Repository<Round, Long> {

    Round save(Round proposed);

    Optional<Round> findFirstByCycleOrderByIdDesc(String cycle);

    /**
     * The latest round of a cycle.
     *
     * @throws IllegalStateException when nothing was proposed yet
     */
    default Round latest(String cycle) {
        return findFirstByCycleOrderByIdDesc(cycle)
                .orElseThrow(() -> new IllegalStateException("Nothing was proposed in %s yet.".formatted(cycle)));
    }
}
