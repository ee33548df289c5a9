package org.peerexchange.portal;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Download;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Files of a request: added and removed while it is open, looked at whenever its link works. */
@RestController
@RequestMapping("/p/{token}/files")
class FilePages {

    private final Visits visits;
    private final Asking asking;
    private final RequestFiles files;
    private final FilesToSign filesToSign;

    FilePages(Visits visits, Asking asking, RequestFiles files, FilesToSign filesToSign) {
        this.visits = visits;
        this.asking = asking;
        this.files = files;
        this.filesToSign = filesToSign;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> add(
            @PathVariable String token, @RequestParam String upload, @RequestParam(name = "file") MultipartFile file)
            throws IOException {
        Visit visit = visits.open(token);
        Asking.Request request = open(visit);
        // Looked at before its bytes are read into memory.
        if (file.getSize() > UsableFile.LARGEST) {
            throw UnusableFile.tooLarge();
        }
        UsableFile usable = UsableFile.of(request, upload, file.getOriginalFilename(), file.getBytes());
        KeptFile kept = files.add(request, usable, visit.link().personId());
        return FormPage.shown(kept, visit.path() + "/files");
    }

    @PostMapping("/{id}/remove")
    Map<String, Object> remove(@PathVariable String token, @PathVariable UUID id) {
        Visit visit = visits.open(token);
        if (!files.remove(open(visit), id)) {
            throw new Refusal(HttpStatus.NOT_FOUND, "upload.gone");
        }
        return Map.of("id", id);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> read(@PathVariable String token, @PathVariable UUID id) {
        return Download.of(find(token, id));
    }

    /** A small picture of the file, to be shown on the page. */
    @GetMapping("/{id}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable String token, @PathVariable UUID id) {
        byte[] picture = find(token, id).thumbnail();
        return picture == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(picture);
    }

    private Attachment find(String token, UUID id) {
        Visit visit = visits.open(token);
        return files.find(visit.link().target(), id)
                .filter(found -> visit.link().purpose().equals(PersonalLink.ASK))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A file of the document that the request asks to sign. */
    @GetMapping("/signed/{id}")
    ResponseEntity<byte[]> readToSign(@PathVariable String token, @PathVariable UUID id) {
        return Download.of(filesToSign
                .find(open(visits.open(token)), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Asking.Request open(Visit visit) {
        if (visit.link().isUsed() || !visit.link().purpose().equals(PersonalLink.ASK)) {
            throw RequestFiles.tooLate();
        }
        return asking.open(visit.link().target()).orElseThrow(RequestFiles::tooLate);
    }
}
