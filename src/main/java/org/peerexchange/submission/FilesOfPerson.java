package org.peerexchange.submission;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that somebody uploaded themselves: a version may carry others, which its other side has sent before. */
@Component
public class FilesOfPerson {

    private final JdbcClient db;

    FilesOfPerson(JdbcClient db) {
        this.db = db;
    }

    /**
     * A file without its content.
     *
     * @param document the form it was sent with, or null while it is not sent
     * @param version of that document; 0 while it is not sent
     * @param size bytes
     */
    public record Own(
            UUID id,
            String caseNumber,
            String document,
            int version,
            String upload,
            String name,
            String contentType,
            long size,
            String sha256,
            Instant uploadedAt) {}

    /**
     * What a person uploaded and sent themselves, and what waits with requests that are still open to them.
     *
     * @param requests the ids of those requests
     */
    public List<Own> of(String personId, Collection<String> requests) {
        return db.sql(
                        """
                        select a.id, a.case_number, s.document, s.version, a.upload, a.name, a.content_type, a.size, a.sha256, a.uploaded_at
                        from app.attachments a left join app.submissions s on s.id = a.submission_id
                        where a.uploaded_by = :person
                        and (s.author_kind = 'person' and s.author = :person or s.id is null and a.task_id in (:requests))
                        order by a.case_number, a.uploaded_at, a.id""")
                .param("person", personId)
                .param("requests", requests.isEmpty() ? List.of("none") : requests)
                .query((row, n) -> new Own(
                        row.getObject("id", UUID.class),
                        row.getString("case_number"),
                        row.getString("document"),
                        row.getInt("version"),
                        row.getString("upload"),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getTimestamp("uploaded_at").toInstant()))
                .list();
    }

    /** What is in a file; empty when it was erased meanwhile. */
    public byte[] content(UUID id) {
        return db.sql("select content from app.attachments where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes("content"))
                .optional()
                .orElseGet(() -> new byte[0]);
    }
}
