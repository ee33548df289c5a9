package org.peerexchange.portal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.SentFile;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that belong to what somebody is asked to sign: a signature stands under them, too (domain A21). */
@Component
@Transactional(readOnly = true)
class FilesToSign {

    private final Submissions submissions;
    private final Attachments attachments;

    FilesToSign(Submissions submissions, Attachments attachments) {
        this.submissions = submissions;
        this.attachments = attachments;
    }

    /** The files of the current versions of other people's documents that the request's form signs, the oldest first. */
    public List<SentFile> of(Asking.Request request) {
        List<UUID> versions = request.form().signedDocuments().stream()
                .filter(document -> !document.equals(request.form().id()))
                .flatMap(document ->
                        submissions
                                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(request.caseNumber(), document)
                                .stream())
                .map(Submission::id)
                .toList();
        if (versions.isEmpty()) {
            return List.of();
        }
        return attachments.findByCaseNumberAndSubmissionIdIsNotNullOrderByUploadedAt(request.caseNumber()).stream()
                .filter(file -> versions.contains(file.submissionId()))
                .toList();
    }

    /** The file with this id if it is one of them. */
    public Optional<Attachment> find(Asking.Request request, UUID id) {
        return of(request).stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .flatMap(file -> attachments.findById(file.id()));
    }
}
