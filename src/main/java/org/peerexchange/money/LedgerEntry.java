package org.peerexchange.money;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An entry of a case's ledger. It never changes; a reversal takes it back with the same amount below zero. */
@Entity
@Immutable
@Table(name = "ledger_entries")
public class LedgerEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private int advance;
    private String kind;

    @Column(name = "submission_id")
    private UUID submissionId;

    private int line;

    @ManyToOne
    @JoinColumn(name = "reverses")
    private LedgerEntry reverses;

    private BigDecimal amount;
    private String currency;
    private BigDecimal rate;

    @Column(name = "rate_date")
    private LocalDate rateDate;

    private BigDecimal eur;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    private String payee;
    private String what;
    private String category;

    @Column(name = "self_made")
    private boolean selfMade;

    @Column(name = "booked_at")
    private Instant bookedAt;

    protected LedgerEntry() {}

    LedgerEntry(
            String caseNumber, int advance, EntryKind kind, UUID submissionId, int line, Item item, Instant bookedAt) {
        this.caseNumber = caseNumber;
        this.advance = advance;
        this.kind = kind.word();
        this.submissionId = submissionId;
        this.line = line;
        this.amount = item.amount().original();
        this.currency = item.amount().currency();
        this.rate = item.amount().rate();
        this.rateDate = item.amount().rateDate();
        this.eur = item.amount().eur();
        this.happenedOn = item.date();
        this.payee = item.payee();
        this.what = item.what();
        this.category = item.category();
        this.selfMade = item.selfMade();
        this.bookedAt = bookedAt;
    }

    LedgerEntry reversal(UUID because, Instant now) {
        LedgerEntry reversal = new LedgerEntry();
        reversal.caseNumber = caseNumber;
        reversal.advance = advance;
        reversal.kind = kind;
        reversal.submissionId = because;
        reversal.line = line;
        reversal.reverses = this;
        reversal.amount = amount.negate();
        reversal.currency = currency;
        reversal.rate = rate;
        reversal.rateDate = rateDate;
        reversal.eur = eur.negate();
        reversal.happenedOn = happenedOn;
        reversal.payee = payee;
        reversal.what = what;
        reversal.category = category;
        reversal.selfMade = selfMade;
        reversal.bookedAt = now;
        return reversal;
    }

    /** 1 for the first advance of the case. */
    public int advance() {
        return advance;
    }

    public EntryKind kind() {
        return EntryKind.of(kind);
    }

    /** The version of a document that this entry, or this reversal, comes from. */
    public UUID submissionId() {
        return submissionId;
    }

    /** The entry this one takes back, or null. */
    public LedgerEntry reverses() {
        return reverses;
    }

    public BigDecimal amount() {
        return amount;
    }

    public String currency() {
        return currency;
    }

    /** How much of the currency one euro was, or null for euros. */
    public BigDecimal rate() {
        return rate;
    }

    public LocalDate rateDate() {
        return rateDate;
    }

    /** The amount in euros. */
    public BigDecimal eur() {
        return eur;
    }

    public LocalDate happenedOn() {
        return happenedOn;
    }

    public String payee() {
        return payee;
    }

    public String what() {
        return what;
    }

    public String category() {
        return category;
    }

    public boolean selfMade() {
        return selfMade;
    }
}
