package org.peerexchange.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** A dated fact about a community that staff looked up (domain A8): never the applicant's own claim. */
@Entity
@Table(name = "community_facts")
public class CommunityFact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "community_id")
    private String communityId;

    private String kind;
    private String value;
    private LocalDate since;
    private LocalDate until;
    private String source;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected CommunityFact() {}

    /**
     * @param kind a kind from the programme's {@code communityFacts}
     * @param value {@code yes} or {@code no}
     * @param since first day it holds, or the day of the meeting
     * @param until last day it holds, or null
     * @param source where staff looked it up
     */
    public CommunityFact(
            String communityId,
            String kind,
            String value,
            LocalDate since,
            LocalDate until,
            String source,
            String recordedBy,
            Instant recordedAt) {
        if (until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("A fact cannot end (%s) before it begins (%s).".formatted(until, since));
        }
        this.communityId = communityId;
        this.kind = kind;
        this.value = value;
        this.since = since;
        this.until = until;
        this.source = source;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    public String kind() {
        return kind;
    }

    public String value() {
        return value;
    }

    public LocalDate since() {
        return since;
    }

    public LocalDate until() {
        return until;
    }

    public String source() {
        return source;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public boolean saysTheSameAs(CommunityFact other) {
        return kind.equals(other.kind)
                && value.equals(other.value)
                && since.equals(other.since)
                && Objects.equals(until, other.until)
                && source.equals(other.source);
    }

    boolean holdsOn(LocalDate day) {
        return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }
}
