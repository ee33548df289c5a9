package org.peerexchange.programme;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What tables decided about cases. */
public interface TableDecisions extends Repository<TableDecision, Long> {

    TableDecision save(TableDecision decision);

    List<TableDecision> findByCaseNumberOrderById(String caseNumber);

    /** The cases a table has decided about, by number. */
    @Query(
            """
            select c from Case c
            where c.number in (select d.caseNumber from TableDecision d where d.decision = :table)
            order by c.number""")
    List<Case> casesOf(String table);
}
