package org.peerexchange.impact;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** What was drafted about cycles. */
interface ImpactDrafts extends Repository<ImpactDraft, Long> {

    ImpactDraft save(ImpactDraft draft);

    Optional<ImpactDraft> findFirstByCycleOrderByVersionDesc(String cycle);
}
