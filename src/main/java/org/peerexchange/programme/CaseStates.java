package org.peerexchange.programme;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** The states each case went through. */
public interface CaseStates extends Repository<CaseState, Long> {

    CaseState save(CaseState entered);

    List<CaseState> findByCaseNumberOrderById(String caseNumber);

    List<CaseState> findByCaseNumberInOrderById(Collection<String> caseNumbers);
}
