package org.peerexchange.portal;

import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerexchange.programme.Cases;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.Upload;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files people add to a request before they answer it. */
@Component
@Transactional
class RequestFiles {

    static final long MOST_TOGETHER = 60L * 1024 * 1024;

    private final EntityManager entities;
    private final Attachments attachments;
    private final Asking asking;
    private final Cases cases;
    private final Clock clock;

    RequestFiles(EntityManager entities, Attachments attachments, Asking asking, Cases cases, Clock clock) {
        this.entities = entities;
        this.attachments = attachments;
        this.asking = asking;
        this.cases = cases;
        this.clock = clock;
    }

    /** The files of a request, sent or not, oldest first; without their contents, which may be large. */
    @Transactional(readOnly = true)
    public List<KeptFile> of(String requestId) {
        return entities.createQuery(
                        """
                        select new org.peerexchange.portal.KeptFile(a.id, a.upload, a.name, a.size, a.thumbnail is not null)
                        from Attachment a where a.taskId = :request order by a.uploadedAt, a.id""",
                        KeptFile.class)
                .setParameter("request", requestId)
                .getResultList();
    }

    /**
     * Keeps a file for an open request.
     *
     * @throws UnusableFile when there are too many already; nothing is kept then
     * @throws Asking.AlreadyDone when the request has been answered in the meantime: what was sent gets no further file
     */
    public KeptFile add(Asking.Request request, UsableFile file, String personId) {
        // Several files may arrive at once, and while the form is sent: they take turns.
        cases.lock(request.caseNumber());
        if (asking.open(request.id()).isEmpty()) {
            throw tooLate();
        }
        Upload upload = file.upload();
        List<KeptFile> kept = of(request.id());
        if (kept.stream().filter(other -> other.upload().equals(upload.name())).count() >= upload.max()) {
            throw UnusableFile.tooMany(upload.max());
        }
        if (kept.stream().mapToLong(KeptFile::size).sum() + file.content().length > MOST_TOGETHER) {
            throw UnusableFile.tooMuchTogether();
        }
        Attachment added = attachments.save(new Attachment(
                        request.caseNumber(),
                        request.id(),
                        upload.name(),
                        file.name(),
                        file.kind().contentType(),
                        file.content(),
                        sha256(file.content()),
                        personId,
                        clock.instant())
                .withThumbnail(file.thumbnail()));
        return new KeptFile(added.id(), added.upload(), added.name(), added.size(), file.thumbnail() != null);
    }

    /** Nothing is asked for here any more. */
    static Asking.AlreadyDone tooLate() {
        return new Asking.AlreadyDone("done.files-stay");
    }

    /** Takes a file away again; one that was sent stays, also if it is being sent just now. */
    public boolean remove(Asking.Request request, UUID id) {
        cases.lock(request.caseNumber());
        Optional<Attachment> found = find(request.id(), id).filter(file -> file.submissionId() == null);
        found.ifPresent(attachments::delete);
        return found.isPresent();
    }

    /** The file with this id if it belongs to the request. */
    @Transactional(readOnly = true)
    public Optional<Attachment> find(String requestId, UUID id) {
        return attachments.findById(id).filter(file -> requestId.equals(file.taskId()));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
