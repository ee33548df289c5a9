package org.peerexchange.impact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was published about cycles. */
interface ImpactReports extends Repository<ImpactReport, UUID> {

    ImpactReport save(ImpactReport report);

    boolean existsBySubmissionId(UUID submissionId);

    Optional<ImpactReport> findFirstByCycleOrderByPublishedAtDesc(String cycle);

    /** The report of each cycle that holds now, latest first. */
    @Query(
            """
            select r from ImpactReport r where r.publishedAt =
            (select max(o.publishedAt) from ImpactReport o where o.cycle = r.cycle)
            order by r.publishedAt desc""")
    List<ImpactReport> current();
}
