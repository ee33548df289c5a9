package org.peerexchange.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.Submitting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PeerExchangeTest
class BookkeepingTests {

    private static final int AT_ONCE = 16;
    private static int year = 2200;

    @Autowired
    private Scenario scenario;

    @Autowired
    private Bookkeeping bookkeeping;

    @Autowired
    private Submitting submitting;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    private String pair;

    @BeforeEach
    void anExchange() {
        scenario.itIs(LocalDate.of(2027, 6, 1));
        pair = scenario.caseWith(scenario.cycle(year++), Case.PAIR, "mentee", "mentor")
                .number();
    }

    @Test
    void sixteenPaymentsOfOneDocumentAtOnceAreBookedOnce() throws Exception {
        approve(400);
        sent("pay-advance", Map.of("amount", 400, "date", "2027-06-01", "what", "ADV-1"));

        List<Throwable> failures = atOnce(() -> {
            bookkeeping.record(pair, "paid", "pay-advance");
            return null;
        });

        assertThat(failures).isEmpty();
        assertThat(bookkeeping.of(pair).paid()).isEqualByComparingTo("400");
        assertThat(bookkeeping.of(pair).entries()).hasSize(2);
    }

    @Test
    void ofSixteenDifferentPaymentsAtOnceOneIsBookedAndTheOthersAreRefused() throws Exception {
        approve(400);
        List<String> documents = new ArrayList<>();
        for (int payment = 0; payment < AT_ONCE; payment++) {
            documents.add("pay-advance-" + payment);
            sent("pay-advance-" + payment, Map.of("amount", 25, "what", "ADV-" + payment));
        }
        List<String> left = new ArrayList<>(documents);

        List<Throwable> failures = atOnce(() -> {
            String document;
            synchronized (left) {
                document = left.remove(0);
            }
            bookkeeping.record(pair, "paid", document);
            return null;
        });

        assertThat(failures).hasSize(AT_ONCE - 1).allMatch(IllegalStateException.class::isInstance);
        assertThat(bookkeeping.of(pair).paid()).isEqualByComparingTo("25");
    }

    @Test
    void nothingIsPaidBeforeItIsApprovedHoweverManyTryAtOnce() throws Exception {
        sent("pay-advance", Map.of("amount", 400));

        List<Throwable> failures = atOnce(() -> {
            bookkeeping.record(pair, "paid", "pay-advance");
            return null;
        });

        assertThat(failures).hasSize(AT_ONCE);
        assertThat(bookkeeping.of(pair).entries()).isEmpty();
    }

    @Test
    void sixteenRefundsAtOnceNeverReturnMoreThanTheAdvance() throws Exception {
        approve(400);
        sent("pay-advance", Map.of("amount", 400));
        bookkeeping.record(pair, "paid", "pay-advance");
        List<String> left = new ArrayList<>();
        for (int refund = 0; refund < AT_ONCE; refund++) {
            left.add("confirm-refund-" + refund);
            sent("confirm-refund-" + refund, Map.of("amount", 150, "what", "REF-" + refund));
        }

        List<Throwable> failures = atOnce(() -> {
            String document;
            synchronized (left) {
                document = left.remove(0);
            }
            bookkeeping.record(pair, "refund", document);
            return null;
        });

        assertThat(failures).hasSize(AT_ONCE - 2);
        assertThat(bookkeeping.of(pair).balance()).isEqualByComparingTo("100");
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrRemoveAnEntryOrToPayTwice() {
        approve(400);
        sent("pay-advance", Map.of("amount", 400));
        bookkeeping.record(pair, "paid", "pay-advance");

        assertThatThrownBy(() -> jdbc.update("update app.ledger_entries set eur = 1 where case_number = ?", pair))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.update("delete from app.ledger_entries where case_number = ?", pair))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.update(
                        """
                        insert into app.ledger_entries (case_number, advance, kind, submission_id, line, amount, currency, eur,
                            happened_on, payee, what, category, self_made, booked_at)
                        select case_number, advance, kind, submission_id, line + 1, amount, currency, eur,
                            happened_on, payee, what, category, self_made, booked_at
                        from app.ledger_entries where case_number = ? and kind = 'paid'""",
                        pair))
                .hasMessageContaining("ledger_entries_paid_once");
    }

    @Test
    void anAmountInAnotherCurrencyIsKeptWithItsRateAndTheDayOfIt() {
        approve(400);
        sent("pay-advance", Map.of("amount", 400));
        bookkeeping.record(pair, "paid", "pay-advance");
        sent(
                "receipts",
                Map.of(
                        "receipts",
                        List.of(Map.of(
                                "date", "2027-06-02",
                                "payee", "Bar Mleczny",
                                "what", "Lunch",
                                "category", "meals",
                                "amount", 128.5,
                                "currency", "PLN",
                                "rate", 4.2735,
                                "rateDate", "2027-06-01"))));
        bookkeeping.record(pair, "receipt", "receipts");

        LedgerEntry entry = bookkeeping.of(pair).standingReceipts().get(0);
        assertThat(entry.amount()).isEqualByComparingTo("128.50");
        assertThat(entry.eur()).isEqualByComparingTo("30.07");
        assertThat(entry.rate()).isEqualByComparingTo("4.2735");
        assertThat(entry.rateDate()).isEqualTo(LocalDate.of(2027, 6, 1));
    }

    @Test
    void correctedReceiptsAreReversedOnceAlsoWhenTheyComeBackFromTheDatabase() {
        approve(400);
        sent("pay-advance", Map.of("amount", 400));
        bookkeeping.record(pair, "paid", "pay-advance");
        for (int amount : List.of(100, 200, 300)) {
            sent("receipts", Map.of("receipts", List.of(Map.of("amount", amount), Map.of("amount", 1))));
            bookkeeping.record(pair, "receipt", "receipts");
            bookkeeping.record(pair, "receipt", "receipts");
        }
        assertThat(bookkeeping.of(pair).receipts()).isEqualByComparingTo("301");
        assertThat(bookkeeping.of(pair).entries()).hasSize(2 + 2 + 4 + 4);
    }

    private void approve(int amount) {
        sent("approve-advance", Map.of("amount", amount));
        bookkeeping.record(pair, "approved", "approve-advance");
    }

    private void sent(String document, Map<String, Object> answers) {
        Form form = Form.parse("{\"id\": \"%s\", \"components\": []}".formatted(document));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> submitting.keep(pair, form, 1, answers, Author.staff("finance"), null));
    }

    private static List<Throwable> atOnce(Callable<Void> act) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Throwable> failures = new ArrayList<>();
            for (Future<Void> done : threads.invokeAll(java.util.Collections.nCopies(AT_ONCE, act))) {
                try {
                    done.get();
                } catch (ExecutionException failed) {
                    failures.add(failed.getCause());
                }
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }
}
