package org.peerexchange.portal;

import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerexchange.programme.Cases;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.FileKind;
import org.peerexchange.submission.Upload;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files people add to a request before they answer it. */
@Component
@Transactional
class RequestFiles {

    static final long LARGEST = 15L * 1024 * 1024;
    private static final long MOST_TOGETHER = 60L * 1024 * 1024;
    private static final int LONGEST_NAME = 120;

    private final EntityManager entities;
    private final Attachments attachments;
    private final Cases cases;
    private final Clock clock;

    RequestFiles(EntityManager entities, Attachments attachments, Cases cases, Clock clock) {
        this.entities = entities;
        this.attachments = attachments;
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
     * @throws UnusableFile when it cannot be taken; nothing is kept then
     */
    public KeptFile add(Asking.Request request, String uploadName, String name, byte[] content, String personId) {
        Upload upload = request.form().uploads().stream()
                .filter(candidate -> candidate.name().equals(uploadName))
                .findFirst()
                .orElseThrow(UnusableFile::unknownPlace);
        FileKind kind = check(upload, content);
        String shown = displayName(name);
        if (!kind.isImage()) {
            return keep(request, upload, shown, kind, content, null, personId);
        }
        CleanPicture picture = CleanPicture.of(kind, content);
        return keep(
                request,
                upload,
                picture.kind().named(shown, kind),
                picture.kind(),
                picture.content(),
                picture.thumbnail(),
                personId);
    }

    private KeptFile keep(
            Asking.Request request,
            Upload upload,
            String name,
            FileKind kind,
            byte[] content,
            byte[] thumbnail,
            String personId) {
        // Several files may arrive at once: they are counted one after the other.
        cases.lock(request.caseNumber());
        List<KeptFile> kept = of(request.id());
        if (kept.stream().filter(file -> file.upload().equals(upload.name())).count() >= upload.max()) {
            throw UnusableFile.tooMany(upload.max());
        }
        if (kept.stream().mapToLong(KeptFile::size).sum() + content.length > MOST_TOGETHER) {
            throw UnusableFile.tooMuchTogether();
        }
        Attachment file = attachments.save(new Attachment(
                        request.caseNumber(),
                        request.id(),
                        upload.name(),
                        name,
                        kind.contentType(),
                        content,
                        sha256(content),
                        personId,
                        clock.instant())
                .withThumbnail(thumbnail));
        return new KeptFile(file.id(), file.upload(), file.name(), file.size(), thumbnail != null);
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

    private static FileKind check(Upload upload, byte[] content) {
        if (content.length == 0) {
            throw UnusableFile.empty();
        }
        if (content.length > LARGEST) {
            throw UnusableFile.tooLarge();
        }
        FileKind kind = FileContent.kind(content)
                .filter(upload.kinds()::contains)
                .orElseThrow(() -> UnusableFile.wrongKind(FileKind.inWords(upload.kinds())));
        FileContent.measure(kind, content);
        return kind;
    }

    /** What the person's file was called, made harmless: no folders, nothing unseen, nothing that turns the text around. */
    static String displayName(String original) {
        String name = original == null
                ? ""
                : original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]", "")
                .strip();
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
            return "file";
        }
        int points = name.codePointCount(0, name.length());
        // The end is kept, because it holds what kind of file it is.
        return points <= LONGEST_NAME
                ? name
                : "…" + name.substring(name.offsetByCodePoints(0, points - LONGEST_NAME + 1));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
