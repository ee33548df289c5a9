package org.peerexchange.money;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Every entry of every ledger. */
public interface LedgerEntries extends Repository<LedgerEntry, Long> {

    LedgerEntry save(LedgerEntry entry);

    List<LedgerEntry> findByCaseNumberOrderById(String caseNumber);
}
