package org.peerexchange.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A pair that was opened, from the question to both sides until it is agreed or excluded (domain A11). */
@Entity
@Table(name = "matches")
public class Match {

    /** How a pair stands. */
    enum Standing {
        ASKED,
        AGREED,
        EXCLUDED
    }

    @Id
    private String number;

    private String cycle;
    private String seeker;
    private String giver;
    private int points;
    private String reasons;

    @Column(name = "agreed_before")
    private boolean agreedBefore;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @Version
    private int version;

    protected Match() {}

    Match(String number, String cycle, Possibility chosen) {
        this.number = number;
        this.cycle = cycle;
        this.seeker = chosen.seeker();
        this.giver = chosen.giver();
        this.points = chosen.points();
        this.reasons = chosen.sentencesTold();
        this.agreedBefore = chosen.agreedBefore();
        this.standing = Standing.ASKED;
    }

    /**
     * Both sides have agreed.
     *
     * @throws IllegalStateException when the pair is excluded
     */
    void agree() {
        if (standing == Standing.EXCLUDED) {
            throw new IllegalStateException("%s is excluded and cannot be agreed any more.".formatted(number));
        }
        standing = Standing.AGREED;
    }

    /** Both go their own ways: this pair is not proposed again. */
    void exclude() {
        standing = Standing.EXCLUDED;
    }

    boolean is(String seekerApplication, String giverApplication) {
        return seeker.equals(seekerApplication) && giver.equals(giverApplication);
    }

    boolean has(String application) {
        return seeker.equals(application) || giver.equals(application);
    }

    boolean isAgreed() {
        return standing == Standing.AGREED;
    }

    boolean isExcluded() {
        return standing == Standing.EXCLUDED;
    }

    public String number() {
        return number;
    }

    public String seeker() {
        return seeker;
    }

    public String giver() {
        return giver;
    }

    public int points() {
        return points;
    }

    /** The sentences that speak for the pair, as it reads them itself. */
    public String reasons() {
        return reasons;
    }

    public boolean agreedBefore() {
        return agreedBefore;
    }
}
