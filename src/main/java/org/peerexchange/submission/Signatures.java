package org.peerexchange.submission;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Who signed which version. */
public interface Signatures extends Repository<Signature, UUID> {

    Signature save(Signature signature);

    List<Signature> findBySubmissionId(UUID submissionId);

    List<Signature> findBySubmissionIdIn(Collection<UUID> submissionIds);

    List<Signature> findByAuthorOrderBySignedAt(String author);

    boolean existsBySubmissionId(UUID submissionId);

    boolean existsBySubmissionIdAndSide(UUID submissionId, String side);
}
