package org.peerexchange.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What somebody sent in a form: a numbered version of a document of a case, kept as it was sent. */
@Entity
@Immutable
@Table(name = "submissions")
public class Submission {

    @Id
    private UUID id;

    @Column(name = "case_number")
    private String caseNumber;

    private String document;
    private int version;

    @Column(name = "form_version")
    private int formVersion;

    @Column(name = "author_kind")
    private String authorKind;

    private String author;
    private String side;

    @Column(name = "task_id")
    private String taskId;

    @Column(name = "sent_at")
    private Instant sentAt;

    private String answers;
    private String sha256;

    protected Submission() {}

    Submission(
            String caseNumber,
            String document,
            int version,
            int formVersion,
            Author author,
            String taskId,
            Instant sentAt,
            Answers answers) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.document = document;
        this.version = version;
        this.formVersion = formVersion;
        this.authorKind = author.kind();
        this.author = author.id();
        this.side = author.side();
        this.taskId = taskId;
        this.sentAt = sentAt;
        this.answers = answers.json();
        this.sha256 = answers.sha256();
    }

    public UUID id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** Id of the form it was sent in. */
    public String document() {
        return document;
    }

    /** 1 for the first version of this document in this case. */
    public int version() {
        return version;
    }

    public int formVersion() {
        return formVersion;
    }

    public String authorKind() {
        return authorKind;
    }

    public String author() {
        return author;
    }

    public String side() {
        return side;
    }

    public Instant sentAt() {
        return sentAt;
    }

    /** The answers as they were accepted, dates as ISO strings. */
    public Map<String, Object> answers() {
        return Answers.read(answers);
    }

    /** SHA-256 of the stored answers, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** Whether it answered this request; null when nobody asked. */
    boolean answered(String request) {
        return Objects.equals(taskId, request);
    }

    boolean says(Answers others) {
        return sha256.equals(others.sha256());
    }
}
