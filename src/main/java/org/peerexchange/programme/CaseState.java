package org.peerexchange.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A state a case was in, and since when. */
@Entity
@Table(name = "case_states")
public class CaseState {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private String state;

    @Column(name = "entered_at")
    private Instant enteredAt;

    protected CaseState() {}

    CaseState(String caseNumber, String state, Instant enteredAt) {
        this.caseNumber = caseNumber;
        this.state = state;
        this.enteredAt = enteredAt;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String state() {
        return state;
    }

    public Instant enteredAt() {
        return enteredAt;
    }
}
