package org.peerexchange.programme;

import java.util.List;
import org.springframework.data.repository.Repository;

/** What tables decided about cases. */
public interface TableDecisions extends Repository<TableDecision, Long> {

    TableDecision save(TableDecision decision);

    List<TableDecision> findByCaseNumberOrderById(String caseNumber);
}
