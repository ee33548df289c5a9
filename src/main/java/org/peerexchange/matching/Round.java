package org.peerexchange.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A round of matching: the proposal as it stood when staff were asked. */
@Entity
@Immutable
@Table(name = "matching_rounds")
public class Round {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String cycle;
    private String pool;

    @Column(name = "seeker_side")
    private String seekerSide;

    @Column(name = "giver_side")
    private String giverSide;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    private String proposal;

    protected Round() {}

    Round(String cycle, String pool, String seekerSide, String giverSide, Instant proposedAt, Proposal proposal) {
        this.cycle = cycle;
        this.pool = pool;
        this.seekerSide = seekerSide;
        this.giverSide = giverSide;
        this.proposedAt = proposedAt;
        this.proposal = proposal.json();
    }

    /** State of the applications that wait for a match. */
    String pool() {
        return pool;
    }

    /** The side of a pair that seekers come to. */
    String seekerSide() {
        return seekerSide;
    }

    String giverSide() {
        return giverSide;
    }

    Proposal proposal() {
        return Proposal.read(proposal);
    }
}
