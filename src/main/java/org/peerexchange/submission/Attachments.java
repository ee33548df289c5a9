package org.peerexchange.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Files people uploaded. */
public interface Attachments extends Repository<Attachment, UUID> {

    Attachment save(Attachment attachment);

    Optional<Attachment> findById(UUID id);

    List<Attachment> findByTaskIdAndSubmissionIdIsNullOrderByUploadedAt(String taskId);

    List<Attachment> findBySubmissionIdOrderByUploadedAt(UUID submissionId);

    /** The files that belong to what was sent in a case, without their content. */
    List<SentFile> findByCaseNumberAndSubmissionIdIsNotNullOrderByUploadedAt(String caseNumber);

    void delete(Attachment attachment);
}
