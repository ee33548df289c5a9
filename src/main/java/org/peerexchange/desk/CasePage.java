package org.peerexchange.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.AnonymousAnswers;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.Download;
import org.peerexchange.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A case with everything its reader may know about it. */
@Controller
class CasePage {

    private final CaseFiles files;
    private final Readers readers;
    private final Cases cases;
    private final Programmes programmes;
    private final Submissions submissions;
    private final Attachments attachments;
    private final IssuedDocuments issued;
    private final AnonymousAnswers anonymous;

    CasePage(
            CaseFiles files,
            Readers readers,
            Cases cases,
            Programmes programmes,
            Submissions submissions,
            Attachments attachments,
            IssuedDocuments issued,
            AnonymousAnswers anonymous) {
        this.files = files;
        this.readers = readers;
        this.cases = cases;
        this.programmes = programmes;
        this.submissions = submissions;
        this.attachments = attachments;
        this.issued = issued;
        this.anonymous = anonymous;
    }

    @GetMapping("/desk/cases/{number}")
    String show(@PathVariable String number, Principal signedIn, HttpServletResponse response, Model model) {
        Optional<CaseFile> file = files.open(number, readers.of(signedIn));
        if (file.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("number", number);
            return "desk-case-missing";
        }
        model.addAttribute("file", file.get());
        model.addAttribute(
                "issued",
                file.get().everything() ? issued.findByCaseNumberOrderByIssuedAtAscTitleAsc(number) : List.of());
        model.addAttribute("anonymous", file.get().everything() ? anonymous.in(number) : List.of());
        return "desk-case";
    }

    /** A file that was sent in this case. */
    @GetMapping("/desk/cases/{number}/files/{id}")
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable UUID id, Principal signedIn) {
        Attachment file = attachments
                .findById(id)
                .filter(found -> found.caseNumber().equals(number) && mayRead(found, readers.of(signedIn)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(file);
    }

    /** A document that was issued in this case. */
    @GetMapping("/desk/cases/{number}/issued/{id}")
    ResponseEntity<byte[]> issued(@PathVariable String number, @PathVariable UUID id, Principal signedIn) {
        return issued.findById(id)
                .filter(document -> document.caseNumber().equals(number))
                .filter(document -> files.open(number, readers.of(signedIn))
                        .filter(CaseFile::everything)
                        .isPresent())
                .map(document ->
                        Download.of(document.fileName(), document.format().contentType(), document.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean mayRead(Attachment file, Reader reader) {
        return cases.findById(file.caseNumber())
                .filter(subject -> reader.sight(subject, programmes).sees(subject))
                .filter(subject -> Optional.ofNullable(file.submissionId())
                        .flatMap(submissions::findById)
                        .filter(sent -> reader.sight(subject, programmes).reads(sent.document()))
                        .isPresent())
                .isPresent();
    }
}
