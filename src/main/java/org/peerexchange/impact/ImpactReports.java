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

    Optional<ImpactReport> findFirstByAboutOrderByPublishedAtDesc(String caseNumber);

    /** What holds now of each case, latest first. */
    @Query(
            """
            select r from ImpactReport r where r.publishedAt =
            (select max(o.publishedAt) from ImpactReport o where o.about = r.about)
            order by r.publishedAt desc""")
    List<ImpactReport> current();

    /** The same of a cycle and the cases in it. */
    @Query(
            """
            select r from ImpactReport r where r.publishedAt =
            (select max(o.publishedAt) from ImpactReport o where o.about = r.about)
            and r.about in (select c.number from Case c where c.number = :cycle or c.cycle = :cycle)
            order by r.publishedAt desc""")
    List<ImpactReport> currentIn(String cycle);
}
