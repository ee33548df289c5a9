package org.peerexchange.submission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Files people uploaded. */
public interface Attachments extends Repository<Attachment, UUID> {

    Attachment save(Attachment attachment);

    Optional<Attachment> findById(UUID id);

    int countByTaskIdAndUploadAndSubmissionIdIsNull(String taskId, String upload);

    /** What the files of a request that is not answered yet are: each one's place and SHA-256, sorted. */
    @Query(
            """
            select concat(a.upload, ' ', a.sha256) from Attachment a
            where a.taskId = :taskId and a.submissionId is null order by a.upload, a.sha256""")
    List<String> waiting(String taskId);

    /** The same for the files that belong to a submission. */
    @Query(
            """
            select concat(a.upload, ' ', a.sha256) from Attachment a
            where a.submissionId = :submissionId order by a.upload, a.sha256""")
    List<String> sentWith(UUID submissionId);

    /** Gives a submission the files that were waiting for it. */
    @Modifying(flushAutomatically = true)
    @Query("update Attachment a set a.submissionId = :submissionId where a.taskId = :taskId and a.submissionId is null")
    void send(String taskId, UUID submissionId);

    @Modifying
    @Query("delete from Attachment a where a.taskId = :taskId and a.submissionId is null")
    void dropWaiting(String taskId);

    /** Lays the files of a submission before another request, where they can be taken away or added to. */
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    insert into app.attachments (id, case_number, task_id, upload, name, content_type, size, sha256, content,
                        thumbnail, uploaded_by, uploaded_at)
                    select gen_random_uuid(), case_number, :taskId, upload, name, content_type, size, sha256, content,
                        thumbnail, uploaded_by, uploaded_at
                    from app.attachments where submission_id = :submissionId""")
    void layBefore(String taskId, UUID submissionId);

    List<Attachment> findBySubmissionIdOrderByUploadedAt(UUID submissionId);

    /** The files that belong to what was sent in a case, without their content. */
    List<SentFile> findByCaseNumberAndSubmissionIdIsNotNullOrderByUploadedAt(String caseNumber);

    List<SentFile> findByCaseNumberInAndSubmissionIdIsNotNullOrderByUploadedAt(Collection<String> caseNumbers);

    void delete(Attachment attachment);
}
