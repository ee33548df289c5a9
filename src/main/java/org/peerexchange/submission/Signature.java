package org.peerexchange.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A side's approval of, or signature under, one version of a document (domain A13, A21). */
@Entity
@Immutable
@Table(name = "signatures")
public class Signature {

    @Id
    private UUID id;

    @Column(name = "submission_id")
    private UUID submissionId;

    private String side;
    private String author;

    @Column(name = "signed_at")
    private Instant signedAt;

    protected Signature() {}

    Signature(Submission version, Author author, Instant signedAt) {
        this.id = UUID.randomUUID();
        this.submissionId = version.id();
        this.side = author.side();
        this.author = author.id();
        this.signedAt = signedAt;
    }

    public UUID submissionId() {
        return submissionId;
    }

    public String side() {
        return side;
    }

    public String author() {
        return author;
    }

    public Instant signedAt() {
        return signedAt;
    }
}
