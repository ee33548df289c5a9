package org.peerexchange.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the tables about a hosting advance. */
class AdvanceTablesTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 20);

    private static final String APPROVER = "katarina";

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, Object> answers = new HashMap<>();
    private final Map<String, Object> row = new HashMap<>();
    private final Map<String, Object> ledger = new HashMap<>();
    private String you = "fatima";

    @BeforeEach
    void anAdvanceThatWasPaid() {
        for (String figure : List.of("approved", "paid")) {
            ledger.put(figure, new BigDecimal("400.00"));
        }
        ledger.put("receipts", new BigDecimal("310.00"));
        ledger.put("covered", new BigDecimal("280.00"));
        ledger.put("refunded", new BigDecimal("50.00"));
        ledger.put("balance", new BigDecimal("90.00"));
        ledger.put("approvedOn", LocalDate.of(2027, 6, 1));
        ledger.put("paidOn", LocalDate.of(2027, 6, 3));
        ledger.put("references", List.of("ADV-1"));
        ledger.put("notCovered", "Maria, Consultancy fee (30.00 EUR): never.");
        ledger.put(
                "text",
                Map.of(
                        "approvedOn",
                        "1 June 2027",
                        "paidOn",
                        "3 June 2027",
                        "approved",
                        "400.00 EUR",
                        "receipts",
                        "310.00 EUR",
                        "covered",
                        "280.00 EUR",
                        "balance",
                        "90.00 EUR"));
    }

    @ParameterizedTest
    @CsvSource({
        "honorarium, false",
        "flight, false",
        "train, false",
        "bus, false",
        "insurance, false",
        "lodging, false",
        "meals, true",
        "local-transport, true",
        "meeting-room, true",
        "other, false",
        "not-in-the-list, false",
    })
    void theAdvanceCoversLocalHostingAndTheTableSaysWhy(String category, boolean covered) {
        List<Map<String, Object>> said = ask("exchange-covered-costs", Map.of("cost", Map.of("category", category)));
        assertThat(said).hasSize(1);
        assertThat(said.get(0)).containsEntry("covered", covered);
        assertThat((String) said.get(0).get("reason")).endsWith(".");
    }

    @Test
    void anApprovalSaysHowMuch() {
        answer("advanceDecision", "approve");
        assertThat(fields("approve-advance-checks")).containsExactly("amount");
    }

    @Test
    void anApprovalStaysInTheLimitOfTheCycleAndInThePlan() {
        answer("advanceDecision", "approve", "amount", 450.5);
        assertThat(messages("approve-advance-checks"))
                .containsExactly("The activity plan asks for 450 EUR. Please approve at most that.");
        answer("amount", 600.01);
        assertThat(messages("approve-advance-checks"))
                .anyMatch(message -> message.startsWith("The limit of this cycle is 600"));
        answer("amount", 450);
        assertThat(messages("approve-advance-checks")).isEmpty();
    }

    @Test
    void aDeclinedAdvanceHasAReason() {
        answer("advanceDecision", "decline", "reason", "  ");
        assertThat(fields("approve-advance-checks")).containsExactly("reason");
        answer("reason", "The budget is spent.");
        assertThat(fields("approve-advance-checks")).isEmpty();
    }

    @Test
    void thePaymentIsNotMoreThanApprovedNorFromAnotherTime() {
        answer("amount", 400.01, "date", LocalDate.of(2027, 6, 3));
        assertThat(messages("pay-advance-checks"))
                .containsExactly("400.00 EUR were approved. Please pay at most that.");
        answer("amount", 400, "date", TODAY.plusDays(1));
        assertThat(fields("pay-advance-checks")).containsExactly("date");
        answer("date", LocalDate.of(2027, 5, 31));
        assertThat(messages("pay-advance-checks"))
                .containsExactly("The advance was approved on 1 June 2027. It cannot have been paid before.");
        answer("date", LocalDate.of(2027, 6, 1));
        assertThat(messages("pay-advance-checks")).isEmpty();
    }

    @Test
    void whoApprovedAnAdvanceDoesNotRecordItsPayment() {
        answer("amount", 400, "date", LocalDate.of(2027, 6, 3));
        assertThat(fields("pay-advance-checks")).isEmpty();
        you = APPROVER;
        assertThat(fields("pay-advance-checks")).containsExactly("");
        assertThat(messages("pay-advance-checks").get(0)).contains("anybody else in finance can");
    }

    @Test
    void moneyThatWasSpentHasReceipts() {
        answer("spent", "yes", "receipts", List.of());
        assertThat(fields("receipts-checks")).containsExactly("receipts");
        answer("receipts", List.of(Map.of()));
        assertThat(fields("receipts-checks")).isEmpty();
        answer("spent", "no", "receipts", null);
        assertThat(fields("receipts-checks")).isEmpty();
    }

    @Test
    void aReceiptIsNeitherOlderThanThePaymentNorOfTomorrow() {
        receipt("date", LocalDate.of(2027, 6, 2));
        assertThat(messages("receipts-receipts-checks"))
                .containsExactly("The advance was paid on 3 June 2027. A receipt cannot be older than that.");
        receipt("date", TODAY.plusDays(1));
        assertThat(fields("receipts-receipts-checks")).containsExactly("date");
        receipt("date", LocalDate.of(2027, 6, 3));
        assertThat(fields("receipts-receipts-checks")).isEmpty();
    }

    @Test
    void anotherCurrencyNeedsItsRateAndTheDayOfIt() {
        receipt("currency", "PLN");
        assertThat(fields("receipts-receipts-checks")).containsExactly("rate", "rateDate");
        assertThat(messages("receipts-receipts-checks").get(0)).startsWith("Please say how many PLN one euro was");
        receipt("rate", 4.27, "rateDate", TODAY.plusDays(1));
        assertThat(fields("receipts-receipts-checks")).containsExactly("rateDate");
        receipt("rateDate", TODAY);
        assertThat(fields("receipts-receipts-checks")).isEmpty();
    }

    @Test
    void aSelfMadeReceiptIsForSmallSums() {
        receipt("selfMade", true, "amount", 20);
        assertThat(fields("receipts-receipts-checks")).isEmpty();
        receipt("amount", 20.01);
        assertThat(fields("receipts-receipts-checks")).containsExactly("selfMade");
        receipt("amount", 85.4, "currency", "PLN", "rate", 4.27, "rateDate", TODAY);
        assertThat(fields("receipts-receipts-checks")).isEmpty();
        receipt("amount", 86);
        assertThat(fields("receipts-receipts-checks")).containsExactly("selfMade");
    }

    @Test
    void anEmptyReceiptBreaksNoRule() {
        Arrays.asList("date", "currency", "rate", "rateDate", "selfMade", "amount")
                .forEach(key -> row.put(key, null));
        assertThat(fields("receipts-receipts-checks")).isEmpty();
    }

    @Test
    void whatCountsIsNotMoreThanWasSpentNorThanIsLeft() {
        answer("receiptsDecision", "accept");
        assertThat(fields("check-receipts-checks")).containsExactly("amount");
        answer("amount", 310.01, "comment", "Agreed with the board.");
        assertThat(messages("check-receipts-checks"))
                .containsExactly("The receipts add up to 310.00 EUR. Please accept at most that.");
        ledger.put("receipts", new BigDecimal("500"));
        answer("amount", 350.01);
        assertThat(messages("check-receipts-checks"))
                .singleElement()
                .asString()
                .startsWith("Of the advance 350")
                .contains("borne by the host");
        answer("amount", 350);
        assertThat(fields("check-receipts-checks")).isEmpty();
    }

    @Test
    void whatIsNotCoveredIsNamedAndAcceptedOnlyWithAReason() {
        answer("receiptsDecision", "accept", "amount", 300);
        assertThat(messages("check-receipts-checks"))
                .containsExactly(
                        "Only 280.00 EUR of the receipts are covered. Please say why you accept more. Maria, Consultancy fee (30.00 EUR): never.");
        answer("amount", 280);
        assertThat(fields("check-receipts-checks")).isEmpty();
    }

    @Test
    void whoAsksAgainSaysWhatToChange() {
        answer("receiptsDecision", "ask-again");
        assertThat(fields("check-receipts-checks")).containsExactly("comment");
    }

    @Test
    void aRefundHasAmountDayAndReferenceThatFit() {
        answer("refundWay", "returned");
        assertThat(fields("refund-checks")).containsExactly("amount", "date", "what");
        answer("amount", 90.01, "date", TODAY.plusDays(1), "what", "REF-1");
        assertThat(fields("refund-checks")).containsExactly("amount", "date");
        answer("amount", 90, "date", LocalDate.of(2027, 6, 2));
        assertThat(fields("refund-checks")).containsExactly("date");
        answer("date", TODAY);
        assertThat(fields("refund-checks")).isEmpty();
    }

    @Test
    void whoHasMoreReceiptsNeedStateNoRefund() {
        answer("refundWay", "receipts");
        assertThat(fields("refund-checks")).isEmpty();
    }

    @Test
    void whatArrivedIsBookedOnceAndNotBeyondTheBalance() {
        answer("arrived", "yes");
        assertThat(fields("confirm-refund-checks")).containsExactly("amount", "date", "what");
        answer("amount", 90.01, "date", TODAY.plusDays(1), "what", "ADV-1");
        assertThat(fields("confirm-refund-checks")).containsExactly("amount", "date", "what");
        answer("amount", 90, "date", LocalDate.of(2027, 6, 2), "what", "REF-1");
        assertThat(fields("confirm-refund-checks")).containsExactly("date");
        answer("date", TODAY);
        assertThat(fields("confirm-refund-checks")).isEmpty();
        answer("arrived", "no", "amount", null, "date", null, "what", null);
        assertThat(fields("confirm-refund-checks")).isEmpty();
    }

    private void answer(Object... pairs) {
        put(answers, pairs);
    }

    private void receipt(Object... pairs) {
        row.putIfAbsent("date", TODAY);
        row.putIfAbsent("currency", "EUR");
        row.putIfAbsent("amount", 5);
        row.putIfAbsent("selfMade", false);
        put(row, pairs);
    }

    private static void put(Map<String, Object> map, Object... pairs) {
        for (int index = 0; index < pairs.length; index += 2) {
            map.put((String) pairs[index], pairs[index + 1]);
        }
    }

    private List<String> fields(String table) {
        return check(table).stream().map(rule -> (String) rule.get("field")).toList();
    }

    private List<String> messages(String table) {
        return check(table).stream().map(rule -> (String) rule.get("message")).toList();
    }

    private List<Map<String, Object>> check(String table) {
        Arrays.asList(
                        "amount",
                        "date",
                        "what",
                        "reason",
                        "comment",
                        "advanceDecision",
                        "receiptsDecision",
                        "refundWay",
                        "arrived",
                        "spent",
                        "receipts")
                .forEach(key -> answers.putIfAbsent(key, null));
        Arrays.asList("rate", "rateDate").forEach(key -> row.putIfAbsent(key, null));
        return ask(
                table,
                Map.of(
                        "answers", answers,
                        "row", row,
                        "ledger", ledger,
                        "today", TODAY,
                        "you", you,
                        "approveAdvance", Map.of("sentBy", APPROVER),
                        "cycle", Map.of("advanceLimit", 600),
                        "activityPlan", Map.of("advanceAmount", 450)));
    }

    private List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
        try (InputStream in = Files.newInputStream(Path.of("processes/exchange/" + table + ".dmn"))) {
            DmnDecision decision = engine.parseDecision(table, in);
            return engine.evaluateDecisionTable(decision, facts).getResultList().stream()
                    .map(HashMap::new)
                    .map(rule -> (Map<String, Object>) rule)
                    .toList();
        } catch (IOException missing) {
            throw new IllegalStateException(table, missing);
        }
    }
}
