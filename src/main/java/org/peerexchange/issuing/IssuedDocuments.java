package org.peerexchange.issuing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Everything that was issued. */
public interface IssuedDocuments extends Repository<IssuedDocument, UUID> {

    IssuedDocument save(IssuedDocument issued);

    Optional<IssuedDocument> findById(UUID id);

    List<IssuedDocument> findByCaseNumberOrderByIssuedAtAscTitleAsc(String caseNumber);

    List<IssuedDocument> findByPersonIdOrderByIssuedAtAscTitleAsc(String personId);

    List<IssuedDocument> findByCaseNumberAndPersonIdOrderByIssuedAtAscTitleAsc(String caseNumber, String personId);
}
