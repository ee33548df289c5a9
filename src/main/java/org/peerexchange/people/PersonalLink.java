package org.peerexchange.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a personal link stands for: a person, a case and one thing to do. The token itself is never kept. */
@Entity
@Table(name = "personal_links")
public class PersonalLink {

    /** Answers one request; the target is the id of the process instance that asks. */
    public static final String ASK = "ask";

    /** Starts something unasked, such as withdrawing; the target is the name of the message. */
    public static final String OFFER = "offer";

    /** Shows what was issued to the person in the case; the target is the name of its text. */
    public static final String DOCUMENT = "document";

    /** Shows everything about the person's part in one place; it has no target, and its case only says where it was asked for. */
    public static final String MY = "my";

    /** Confirms a new mail address; the target is the id of the change. */
    public static final String ADDRESS = "address";

    /** Links a Wikimedia account to the person; the target is the number of the account that may be linked. */
    public static final String WIKIMEDIA = "wikimedia";

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "person_id")
    private String personId;

    @Column(name = "case_number")
    private String caseNumber;

    private String purpose;
    private String target;

    @Column(name = "minted_at")
    private Instant mintedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected PersonalLink() {}

    PersonalLink(
            String tokenHash,
            String personId,
            String caseNumber,
            String purpose,
            String target,
            Instant mintedAt,
            Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.personId = personId;
        this.caseNumber = caseNumber;
        this.purpose = purpose;
        this.target = target;
        this.mintedAt = mintedAt;
        this.expiresAt = expiresAt;
    }

    public String personId() {
        return personId;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String purpose() {
        return purpose;
    }

    public String target() {
        return target;
    }

    public Instant mintedAt() {
        return mintedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** When it was used up; null while it was not, or when it is one that is not used up. */
    public Instant usedAt() {
        return usedAt;
    }

    public boolean isUsed() {
        return usedAt != null;
    }

    public boolean isExpiredAt(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
