package org.peerexchange.submission;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that is kept with a case, as an answer to a browser: always to be saved, never to be shown as a page of this site. */
public final class Download {

    private Download() {}

    public static ResponseEntity<byte[]> of(Attachment file) {
        return of(file.name(), file.contentType(), file.content());
    }

    public static ResponseEntity<byte[]> of(String name, String contentType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(contentType))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
