package org.peerexchange.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A document as it was issued to somebody in a case; it never changes. */
@Entity
@Immutable
@Table(name = "issued_documents")
public class IssuedDocument {

    @Id
    private UUID id;

    @Column(name = "case_number")
    private String caseNumber;

    @Column(name = "person_id")
    private String personId;

    private String text;

    @Enumerated(EnumType.STRING)
    private Format format;

    private String title;
    private byte[] content;

    @Column(name = "issued_at")
    private Instant issuedAt;

    protected IssuedDocument() {}

    IssuedDocument(
            String caseNumber,
            String personId,
            String text,
            Format format,
            String title,
            byte[] content,
            Instant issuedAt) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.personId = personId;
        this.text = text;
        this.format = format;
        this.title = title;
        this.content = content;
        this.issuedAt = issuedAt;
    }

    public UUID id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** To whom it was issued. */
    public String personId() {
        return personId;
    }

    public String title() {
        return title;
    }

    public Format format() {
        return format;
    }

    public byte[] content() {
        return content;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** What it is called when it is saved: {@code certificate-PR-2027-1-003.pdf}. */
    public String fileName() {
        return "%s-%s.%s".formatted(text, caseNumber, format.ending());
    }

    /** The words of a text, to be copied; null for anything else. */
    public String words() {
        return format == Format.WIKITEXT ? new String(content, java.nio.charset.StandardCharsets.UTF_8) : null;
    }
}
