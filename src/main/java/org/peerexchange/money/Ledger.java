package org.peerexchange.money;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The ledger of a case. It guards what must hold whatever the model says: an advance is paid once, after its approval, and at
 * most what was approved; what was paid = receipts that count + refunds + balance (domain A18).
 *
 * <p>Receipts count as far as finance accepts them; the rest is booked as borne by the host, so that the receipts stay in the
 * ledger as they were sent. A case may have a further advance once the former is settled; every figure is about the latest.
 */
public final class Ledger {

    private final String caseNumber;
    private final List<LedgerEntry> entries;

    /** @param entries all entries of the case, oldest first */
    public Ledger(String caseNumber, List<LedgerEntry> entries) {
        this.caseNumber = caseNumber;
        this.entries = new ArrayList<>(entries);
    }

    /**
     * Books an approval. A second decision before the payment takes the place of the first; after the advance is settled it
     * begins a further advance.
     *
     * @throws IllegalStateException while an advance is paid and not settled
     */
    public List<LedgerEntry> approve(Item item, UUID submission, Instant now) {
        if (knows(EntryKind.APPROVED, submission) && !paidAndSettled()) {
            return List.of();
        }
        if (paid().signum() > 0 && !settled()) {
            throw new IllegalStateException(
                    "%s has an advance that is not settled; there is no further one before.".formatted(caseNumber));
        }
        int advance = paidAndSettled() || entries.isEmpty() ? advance() + 1 : advance();
        List<LedgerEntry> booked = new ArrayList<>(reversals(EntryKind.APPROVED, advance, submission, now));
        booked.add(new LedgerEntry(caseNumber, advance, EntryKind.APPROVED, submission, 0, item, now));
        return add(booked);
    }

    /**
     * Books the payment.
     *
     * @throws IllegalStateException when nothing was approved, the advance is already paid, or it is more than was approved
     */
    public List<LedgerEntry> pay(Item item, UUID submission, Instant now) {
        if (knows(EntryKind.PAID, submission)) {
            return List.of();
        }
        if (approved().signum() == 0) {
            throw new IllegalStateException(
                    "Nothing was approved for %s, so nothing can be paid.".formatted(caseNumber));
        }
        if (paid().signum() > 0) {
            throw new IllegalStateException("The advance of %s is already paid.".formatted(caseNumber));
        }
        if (item.amount().eur().compareTo(approved()) > 0) {
            throw new IllegalStateException("%s EUR is more than the %s EUR approved for %s."
                    .formatted(item.amount().eur(), approved(), caseNumber));
        }
        return add(List.of(new LedgerEntry(caseNumber, advance(), EntryKind.PAID, submission, 0, item, now)));
    }

    /**
     * Books the receipts of one version of the statement; the former version's, and what was decided about them, are reversed.
     *
     * @throws IllegalStateException when nothing was paid
     */
    public List<LedgerEntry> receipts(List<Item> items, UUID submission, Instant now) {
        if (paid().signum() == 0) {
            throw new IllegalStateException("%s was paid no advance that receipts could be for.".formatted(caseNumber));
        }
        if (knows(EntryKind.RECEIPT, submission)) {
            return List.of();
        }
        List<LedgerEntry> booked = new ArrayList<>(reversals(EntryKind.BORNE_BY_HOST, advance(), submission, now));
        booked.addAll(reversals(EntryKind.RECEIPT, advance(), submission, now));
        for (int line = 0; line < items.size(); line++) {
            booked.add(
                    new LedgerEntry(caseNumber, advance(), EntryKind.RECEIPT, submission, line, items.get(line), now));
        }
        return add(booked);
    }

    /**
     * Books what finance accepted of the receipts: the rest is borne by the host.
     *
     * @param accepted how much of the receipts counts
     * @throws IllegalStateException when that is more than the receipts, or more than is left of the advance
     */
    public List<LedgerEntry> accept(BigDecimal accepted, LocalDate day, UUID submission, Instant now) {
        if (accepted.signum() < 0 || accepted.compareTo(acceptableAtMost()) > 0) {
            throw new IllegalStateException("Of the receipts of %s between 0 and %s EUR can be accepted, not %s."
                    .formatted(caseNumber, acceptableAtMost(), accepted));
        }
        BigDecimal rest = receipts().subtract(accepted);
        if (rest.compareTo(borneByHost()) == 0) {
            return List.of();
        }
        List<LedgerEntry> booked = new ArrayList<>(reversals(EntryKind.BORNE_BY_HOST, advance(), submission, now));
        if (rest.signum() > 0) {
            Item item = new Item(Amount.eur(rest), day, "", "Receipts that the hub does not take on", "", false);
            int line = (int) entries.stream()
                    .filter(entry -> entry.kind() == EntryKind.BORNE_BY_HOST)
                    .count();
            booked.add(new LedgerEntry(caseNumber, advance(), EntryKind.BORNE_BY_HOST, submission, line, item, now));
        }
        return add(booked);
    }

    /**
     * Books money that came back; several refunds add up.
     *
     * @throws IllegalStateException when it is more than the balance
     */
    public List<LedgerEntry> refund(Item item, UUID submission, Instant now) {
        if (knows(EntryKind.REFUND, submission)) {
            return List.of();
        }
        if (item.amount().eur().compareTo(balance()) > 0) {
            throw new IllegalStateException("%s EUR is more than the %s EUR still to be returned for %s."
                    .formatted(item.amount().eur(), balance(), caseNumber));
        }
        return add(List.of(new LedgerEntry(caseNumber, advance(), EntryKind.REFUND, submission, 0, item, now)));
    }

    public BigDecimal approved() {
        return sum(EntryKind.APPROVED);
    }

    public BigDecimal paid() {
        return sum(EntryKind.PAID);
    }

    /** All receipts, as they were sent. */
    public BigDecimal receipts() {
        return sum(EntryKind.RECEIPT);
    }

    /** The part of the receipts that does not count. */
    public BigDecimal borneByHost() {
        return sum(EntryKind.BORNE_BY_HOST);
    }

    public BigDecimal refunded() {
        return sum(EntryKind.REFUND);
    }

    /** Paid, less the receipts that count, less what came back; below zero while receipts beyond the advance are undecided. */
    public BigDecimal balance() {
        return paid().subtract(receipts().subtract(borneByHost())).subtract(refunded());
    }

    /** Whether receipts and refund make up the advance. */
    public boolean settled() {
        return balance().signum() == 0;
    }

    /** How much of the receipts can count: not more than they are, nor than is left of the advance. */
    public BigDecimal acceptableAtMost() {
        return receipts().min(paid().subtract(refunded()));
    }

    /** The first entry of a kind that stands in the latest advance, such as its payment. */
    public Optional<LedgerEntry> standing(EntryKind kind) {
        return standing(kind, advance()).stream().findFirst();
    }

    /** The receipts that stand, in the order they were sent. */
    public List<LedgerEntry> standingReceipts() {
        return standing(EntryKind.RECEIPT, advance());
    }

    /** All entries of the case, oldest first. */
    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /** The number of the latest advance; 0 while there is none. */
    public int advance() {
        return entries.stream().mapToInt(LedgerEntry::advance).max().orElse(0);
    }

    private boolean paidAndSettled() {
        return paid().signum() > 0 && settled();
    }

    /** Whether this version of a document has been booked for the latest advance. */
    private boolean knows(EntryKind kind, UUID submission) {
        return standing(kind, advance()).stream()
                .anyMatch(entry -> entry.submissionId().equals(submission));
    }

    private List<LedgerEntry> reversals(EntryKind kind, int advance, UUID because, Instant now) {
        return standing(kind, advance).stream()
                .map(entry -> entry.reversal(because, now))
                .toList();
    }

    private List<LedgerEntry> standing(EntryKind kind, int advance) {
        Set<LedgerEntry> reversed = new HashSet<>();
        entries.forEach(entry -> reversed.add(entry.reverses()));
        return entries.stream()
                .filter(entry -> entry.advance() == advance && entry.kind() == kind)
                .filter(entry -> entry.reverses() == null && !reversed.contains(entry))
                .toList();
    }

    private BigDecimal sum(EntryKind kind) {
        int advance = advance();
        return entries.stream()
                .filter(entry -> entry.advance() == advance && entry.kind() == kind)
                .map(LedgerEntry::eur)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private List<LedgerEntry> add(List<LedgerEntry> booked) {
        entries.addAll(booked);
        return booked;
    }
}
