package org.peerexchange.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LedgerTests {

    private static final Instant NOW = Instant.parse("2027-06-20T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 20);

    private final Ledger ledger = new Ledger("EX-2027-001", List.of());

    @Test
    void anAdvanceIsPaidOnlyAfterItsApproval() {
        assertThatIllegalStateException()
                .isThrownBy(() -> pay("100"))
                .withMessage("Nothing was approved for EX-2027-001, so nothing can be paid.");
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void atMostWhatWasApprovedIsPaid() {
        approve("400");
        assertThatIllegalStateException()
                .isThrownBy(() -> pay("400.01"))
                .withMessageContaining("more than the 400.00 EUR");
        pay("400");
        assertThat(ledger.paid()).isEqualByComparingTo("400");
    }

    @Test
    void anAdvanceIsPaidOnce() {
        approve("400");
        pay("200");
        assertThatIllegalStateException()
                .isThrownBy(() -> pay("200"))
                .withMessage("The advance of EX-2027-001 is already paid.");
    }

    @Test
    void theSameDocumentIsBookedOnce() {
        UUID approval = UUID.randomUUID();
        UUID payment = UUID.randomUUID();
        UUID receipts = UUID.randomUUID();
        UUID refund = UUID.randomUUID();
        for (int times = 0; times < 2; times++) {
            ledger.approve(item("400"), approval, NOW);
            ledger.pay(item("400"), payment, NOW);
            ledger.receipts(List.of(item("150"), item("150")), receipts, NOW);
            ledger.refund(item("60"), refund, NOW);
        }
        assertThat(ledger.entries()).hasSize(5);
        assertThat(ledger.balance()).isEqualByComparingTo("40");
    }

    @Test
    void aSecondDecisionBeforeThePaymentTakesThePlaceOfTheFirst() {
        approve("400");
        approve("300");
        assertThat(ledger.approved()).isEqualByComparingTo("300");
        assertThat(ledger.entries())
                .extracting(LedgerEntry::eur)
                .map(BigDecimal::intValue)
                .containsExactly(400, -400, 300);
        assertThatIllegalStateException().isThrownBy(() -> pay("400"));
    }

    @Test
    void receiptsAndRefundMakeUpTheAdvanceWhenItIsSettled() {
        approve("400");
        pay("400");
        receipts("310.40", "20.10");
        accept("330.50");
        assertThat(ledger.balance()).isEqualByComparingTo("69.50");
        assertThat(ledger.settled()).isFalse();
        refund("60");
        refund("9.50");
        assertThat(ledger.settled()).isTrue();
    }

    @Test
    void correctedReceiptsReverseTheFormerOnesAndWhatWasDecidedAboutThem() {
        approve("400");
        pay("400");
        receipts("300", "250");
        accept("400");
        assertThat(ledger.borneByHost()).isEqualByComparingTo("150");
        receipts("300", "25");
        assertThat(ledger.receipts()).isEqualByComparingTo("325");
        assertThat(ledger.borneByHost()).isEqualByComparingTo("0");
        assertThat(ledger.standingReceipts()).hasSize(2);
        assertThat(ledger.balance()).isEqualByComparingTo("75");
    }

    @Test
    void whatTheHostSpentBeyondTheAdvanceIsBookedAsBorneByTheHost() {
        approve("400");
        pay("400");
        receipts("512.30");
        assertThat(ledger.balance()).isEqualByComparingTo("-112.30");
        assertThatIllegalStateException().isThrownBy(() -> accept("400.01"));
        accept("400");
        assertThat(ledger.receipts()).isEqualByComparingTo("512.30");
        assertThat(ledger.borneByHost()).isEqualByComparingTo("112.30");
        assertThat(ledger.settled()).isTrue();
    }

    @Test
    void receiptsThatAreNotAcceptedAreToBeReturned() {
        approve("400");
        pay("400");
        receipts("400");
        accept("380");
        assertThat(ledger.balance()).isEqualByComparingTo("20");
    }

    @Test
    void aDecisionAboutReceiptsCanBeTakenTwiceFromTheSameAnswers() {
        UUID decision = UUID.randomUUID();
        approve("400");
        pay("400");
        receipts("500");
        ledger.accept(new BigDecimal("400"), DAY, decision, NOW);
        assertThat(ledger.accept(new BigDecimal("400"), DAY, decision, NOW)).isEmpty();
        receipts("600");
        ledger.accept(new BigDecimal("400"), DAY, decision, NOW);
        assertThat(ledger.borneByHost()).isEqualByComparingTo("200");
        assertThat(ledger.settled()).isTrue();
    }

    @Test
    void notMoreThanTheBalanceComesBack() {
        approve("400");
        pay("400");
        refund("150");
        assertThatIllegalStateException().isThrownBy(() -> refund("250.01"));
        refund("250");
        assertThat(ledger.settled()).isTrue();
    }

    @Test
    void thereAreNoReceiptsForAnAdvanceThatWasNotPaid() {
        approve("400");
        assertThatIllegalStateException().isThrownBy(() -> receipts("10"));
    }

    @Test
    void aFurtherAdvanceBeginsWhenTheFormerIsSettled() {
        approve("400");
        pay("400");
        assertThatIllegalStateException().isThrownBy(() -> approve("100"));
        refund("400");
        approve("100");
        assertThat(ledger.advance()).isEqualTo(2);
        assertThat(ledger.paid()).isEqualByComparingTo("0");
        pay("100");
        assertThat(ledger.balance()).isEqualByComparingTo("100");
    }

    @RepeatedTest(200)
    void holdsWhateverIsTriedInWhateverOrder(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<LedgerEntry> before = List.of();
        for (int step = 0; step < 60; step++) {
            try {
                act(random);
            } catch (IllegalStateException refused) {
                assertThat(ledger.entries()).isEqualTo(before);
            }
            List<LedgerEntry> after = ledger.entries();
            assertThat(after.subList(0, before.size())).isEqualTo(before);
            before = after;
            invariants();
        }
    }

    private void act(Random random) {
        String amount = BigDecimal.valueOf(1 + random.nextInt(60_000), 2).toString();
        switch (random.nextInt(6)) {
            case 0 -> approve(amount);
            case 1 -> pay(amount);
            case 2 -> receipts(amount, "0.01", amount);
            case 3 ->
                accept(new BigDecimal(amount).min(ledger.acceptableAtMost()).toString());
            case 4 -> refund(amount);
            default -> refund(ledger.balance().max(new BigDecimal("0.01")).toString());
        }
    }

    private void invariants() {
        assertThat(ledger.paid()).isLessThanOrEqualTo(ledger.approved());
        assertThat(ledger.paid().signum()).isNotNegative();
        assertThat(ledger.borneByHost()).isBetween(BigDecimal.ZERO, ledger.receipts());
        assertThat(ledger.receipts()
                        .subtract(ledger.borneByHost())
                        .add(ledger.refunded())
                        .add(ledger.balance()))
                .isEqualByComparingTo(ledger.paid());
        Set<Integer> paidAdvances = new HashSet<>();
        Set<LedgerEntry> reversed = new HashSet<>();
        for (LedgerEntry entry : ledger.entries()) {
            if (entry.kind() == EntryKind.PAID) {
                assertThat(paidAdvances.add(entry.advance())).isTrue();
            }
            if (entry.reverses() != null) {
                assertThat(reversed.add(entry.reverses())).isTrue();
                assertThat(entry.eur().add(entry.reverses().eur())).isEqualByComparingTo("0");
            }
        }
    }

    private void approve(String amount) {
        ledger.approve(item(amount), UUID.randomUUID(), NOW);
    }

    private void pay(String amount) {
        ledger.pay(item(amount), UUID.randomUUID(), NOW);
    }

    private void receipts(String... amounts) {
        List<Item> items = new ArrayList<>();
        for (String amount : amounts) {
            items.add(item(amount));
        }
        ledger.receipts(items, UUID.randomUUID(), NOW);
    }

    private void accept(String amount) {
        ledger.accept(new BigDecimal(amount), DAY, UUID.randomUUID(), NOW);
    }

    private void refund(String amount) {
        ledger.refund(item(amount), UUID.randomUUID(), NOW);
    }

    private static Item item(String amount) {
        return new Item(Amount.eur(new BigDecimal(amount)), DAY, "", "", "", false);
    }
}
