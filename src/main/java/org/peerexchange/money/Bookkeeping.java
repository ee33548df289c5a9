package org.peerexchange.money;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books what people stated in forms. Whoever books for a case waits for the other, so that two never see the same balance. */
@Component
@Transactional
public class Bookkeeping {

    /** Says how much of the receipts counts; the entry is what does not. */
    static final String ACCEPTED = "accepted";

    private final Cases cases;
    private final Programmes programmes;
    private final Submissions submissions;
    private final LedgerEntries entries;
    private final Clock clock;

    Bookkeeping(Cases cases, Programmes programmes, Submissions submissions, LedgerEntries entries, Clock clock) {
        this.cases = cases;
        this.programmes = programmes;
        this.submissions = submissions;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Books the current version of a document, once.
     *
     * @param entry {@code approved}, {@code paid}, {@code receipt}, {@code accepted} or {@code refund}
     * @param document id of the form whose answers hold the money, see {@link Statement}
     * @throws IllegalStateException when the ledger does not allow it, see {@link Ledger}
     */
    public void record(String caseNumber, String entry, String document) {
        Case subject = cases.lock(caseNumber).orElseThrow();
        Submission sent = submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(caseNumber, document)
                .orElseThrow(() -> new IllegalStateException(
                        "%s has no %s that could be booked.".formatted(caseNumber, document)));
        LocalDate today =
                LocalDate.now(clock.withZone(programmes.of(subject.programme()).zone()));
        book(of(caseNumber), entry, sent, today, clock.instant()).forEach(entries::save);
    }

    /** The ledger of a case. */
    @Transactional(readOnly = true)
    public Ledger of(String caseNumber) {
        return new Ledger(caseNumber, entries.findByCaseNumberOrderById(caseNumber));
    }

    private static List<LedgerEntry> book(Ledger ledger, String entry, Submission sent, LocalDate today, Instant now) {
        if (entry.equals(ACCEPTED)) {
            return ledger.accept(Statement.amount(sent.answers()), today, sent.id(), now);
        }
        List<Item> items = Statement.items(sent.answers(), today);
        EntryKind kind = EntryKind.of(entry);
        if (kind == EntryKind.RECEIPT) {
            return ledger.receipts(items, sent.id(), now);
        }
        if (items.size() != 1) {
            throw new IllegalStateException("%s of %s states %d amounts where one is booked."
                    .formatted(sent.document(), sent.caseNumber(), items.size()));
        }
        return switch (kind) {
            case APPROVED -> ledger.approve(items.get(0), sent.id(), now);
            case PAID -> ledger.pay(items.get(0), sent.id(), now);
            case REFUND -> ledger.refund(items.get(0), sent.id(), now);
            default ->
                throw new IllegalArgumentException(
                        "\"%s\" is booked as what is \"%s\", not by itself.".formatted(entry, ACCEPTED));
        };
    }
}
