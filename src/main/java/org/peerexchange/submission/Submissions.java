package org.peerexchange.submission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everything that was sent. */
public interface Submissions extends Repository<Submission, UUID> {

    Submission save(Submission sent);

    Optional<Submission> findById(UUID id);

    /** What a request was answered with. */
    Optional<Submission> findByTaskId(String taskId);

    /** Everything a person has sent, in every version. */
    List<Submission> findByAuthorKindAndAuthorOrderBySentAt(String authorKind, String author);

    List<Submission> findByCaseNumberOrderBySentAt(String caseNumber);

    List<Submission> findByCaseNumberInOrderBySentAt(Collection<String> caseNumbers);

    Optional<Submission> findFirstByCaseNumberAndDocumentOrderByVersionDesc(String caseNumber, String document);

    /** The current version of each document of a case, oldest document first. */
    @Query(
            """
            select s from Submission s where s.caseNumber = :caseNumber and s.version =
            (select max(o.version) from Submission o where o.caseNumber = s.caseNumber and o.document = s.document)
            order by s.sentAt""")
    List<Submission> current(String caseNumber);

    /** The current versions of these documents in these cases. */
    @Query(
            """
            select s from Submission s where s.caseNumber in :caseNumbers and s.document in :documents and s.version =
            (select max(o.version) from Submission o where o.caseNumber = s.caseNumber and o.document = s.document)
            order by s.caseNumber""")
    List<Submission> current(Collection<String> caseNumbers, Collection<String> documents);
}
