package org.peerexchange.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.SentMail;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.submission.Submitting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each path of the hosting advance, from the request to the settled ledger. */
@PeerExchangeTest
class HostingAdvanceTests {

    private static final String APPROVING =
            """
            {"type": "textfield", "key": "hubDecision", "properties": {"signs": "activity-plan", "signsWhen": "approve"}}""";

    private static int year = 2300;

    @Autowired
    private Scenario scenario;

    @Autowired
    private Bookkeeping bookkeeping;

    @Autowired
    private Facts facts;

    @Autowired
    private Submitting submitting;

    @Autowired
    private Attachments attachments;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private FormService forms;

    @Autowired
    private Outbox outbox;

    @Autowired
    private PlatformTransactionManager transactions;

    private Case pair;
    private ProcessInstance advance;

    @BeforeEach
    void anAdvanceIsRequestedForAVisitFromTheTenthToTheThirteenthOfJune() {
        scenario.itIs(LocalDate.of(2027, 6, 1));
        Case cycle = scenario.cycle(year++);
        sent(cycle, "open-cycle", Map.of("advanceLimit", 600));
        pair = scenario.caseWith(cycle, Case.PAIR, "traveller", "host");
        plan("2027-06-10", "2027-06-13");
        advance = scenario.start("hosting-advance", pair, Map.of());
    }

    @Test
    void aDeclinedAdvanceEndsWithAMailThatSaysWhy() {
        scenario.staffCompletes(
                pair,
                "userTask_approveAdvance",
                Map.of("advanceDecision", "decline", "reason", "The budget is spent."));

        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_declined");
        assertThat(mails()).contains("advance-declined");
        assertThat(bookkeeping.of(pair.number()).entries()).isEmpty();
    }

    @Test
    void nothingCanBePaidBeforeTheApproval() {
        assertThat(scenario.tasks(pair))
                .extracting(task -> task.getTaskDefinitionKey())
                .containsExactly("userTask_approveAdvance");
    }

    @Test
    void anApprovalBeyondTheLimitIsRefusedWithASentence() {
        assertThatThrownBy(() -> scenario.staffCompletes(
                        pair, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 700)))
                .hasMessageContaining("The limit of this cycle is 600 EUR.");
    }

    @Test
    void whoApprovedTheAdvanceCannotRecordItsPayment() {
        scenario.staffCompletes(
                "katarina", pair, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 450));
        Map<String, Object> payment = Map.of("amount", 450, "date", "2027-06-01", "what", "ADV-1");

        assertThatThrownBy(() -> scenario.staffCompletes("katarina", pair, "userTask_payAdvance", payment))
                .hasMessageStartingWith("You approved this advance");
        assertThat(bookkeeping.of(pair.number()).entries()).noneMatch(entry -> entry.kind() == EntryKind.PAID);

        scenario.staffCompletes("fatima", pair, "userTask_payAdvance", payment);
        assertThat(mails()).contains("advance-paid");
    }

    @Test
    void theApprovalFormBeginsWithWhatThePlanAsksFor() {
        var data = forms.getTaskFormVariables(
                scenario.task(pair, "userTask_approveAdvance").getId());
        assertThat(data.get("amount").toString()).isEqualTo("450");
    }

    @Test
    void receiptsForAllOfItSettleTheAdvance() {
        paid();
        afterTheVisit();
        sendsReceipts(meal("250.00"), inZloty());
        accepts(280.07);
        assertThat(scenario.isRunning(advance)).isTrue();
        refunds(169.93, "REF-1");

        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_settled").doesNotContain("callActivity_recover");
        assertThat(bookkeeping.of(pair.number()).settled()).isTrue();
        assertThat(mails()).contains("advance-paid", "ask-receipts", "ask-refund", "advance-settled");
    }

    @Test
    void receiptsThatExactlyMakeUpTheAdvanceNeedNoRefund() {
        paid();
        afterTheVisit();
        sendsReceipts(meal("450.00"));
        accepts(450);

        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(scenario.passed(pair)).doesNotContain("callActivity_askRefund");
    }

    @Test
    void theHostIsAskedOnTheDayAfterTheVisitAndNotBefore() {
        paid();
        scenario.passesUntil(LocalDate.of(2027, 6, 13));
        assertThat(scenario.isAsked(pair, "host")).isFalse();
        scenario.passesUntil(LocalDate.of(2027, 6, 14));
        assertThat(scenario.isAsked(pair, "host")).isTrue();
    }

    @Test
    void anAdvanceThatIsPaidWaitsForTheNextPlanBeforeItWaitsForTheVisit() {
        paid();
        told("planWithdrawn");
        scenario.passesUntil(LocalDate.of(2027, 6, 20));
        assertThat(scenario.isAsked(pair, "host")).isFalse();
        assertThat(mails()).doesNotContain("ask-receipts");

        plan("2027-07-01", "2027-07-04");
        told("planApproved");
        scenario.passesUntil(LocalDate.of(2027, 7, 4));
        assertThat(scenario.isAsked(pair, "host")).isFalse();
        scenario.passesUntil(LocalDate.of(2027, 7, 5));
        assertThat(scenario.isAsked(pair, "host")).isTrue();
    }

    @Test
    void anAdvanceThatWaitsForTheNextPlanIsRecoveredWhenNoneComes() {
        paid();
        told("planWithdrawn");
        cancelled();
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("refund");
        refunds(450, "REF-1");

        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_recovered");
    }

    @Test
    void anAdvanceEndsWithTheApprovalOfItsPlanUnlessItIsPaid() {
        told("planWithdrawn");
        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_withdrawn");

        advance = scenario.start("hosting-advance", pair, Map.of());
        scenario.staffCompletes(pair, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 450));
        told("planWithdrawn");
        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(bookkeeping.of(pair.number()).paid()).isEqualByComparingTo("0");
    }

    @Test
    void noApprovalIsBookedForAPlanTheHubHasNotSigned() {
        sent(pair, "activity-plan", Map.of("advanceAmount", 600, "visitStart", "2027-06-10", "visitEnd", "2027-06-13"));

        assertThatThrownBy(() -> scenario.staffCompletes(
                        pair, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 600)))
                .hasStackTraceContaining("The current version of activity-plan of " + pair.number()
                        + " is not signed by hub; no money is booked.");
        assertThat(bookkeeping.of(pair.number()).entries()).isEmpty();

        hubSigns();
        assertThat(bookkeeping.of(pair.number()).approved()).isEqualByComparingTo("600");
    }

    @Test
    void noPaymentIsBookedForAPlanTheHubHasNotSigned() {
        scenario.staffCompletes(pair, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 450));
        sent(pair, "activity-plan", Map.of("advanceAmount", 600, "visitStart", "2027-06-10", "visitEnd", "2027-06-13"));

        assertThatThrownBy(() -> scenario.staffCompletes(
                        pair, "userTask_payAdvance", Map.of("amount", 450, "date", "2027-06-01", "what", "ADV-1")))
                .hasStackTraceContaining("is not signed by hub");
        assertThat(bookkeeping.of(pair.number()).paid()).isEqualByComparingTo("0");

        hubSigns();
        assertThat(bookkeeping.of(pair.number()).paid()).isEqualByComparingTo("450");
    }

    private void hubSigns() {
        sent(pair, "approve-plan", APPROVING, Map.of("hubDecision", "approve"));
        scenario.runJobs();
    }

    @Test
    void financeAsksAgainAndTheCorrectedReceiptsTakeThePlaceOfTheFormerOnes() {
        paid();
        afterTheVisit();
        sendsReceipts(meal("300.00"), fee("50.00"));
        scenario.staffCompletes(
                pair,
                "userTask_checkReceipts",
                Map.of("receiptsDecision", "ask-again", "comment", "Please leave the fee out."));
        sendsReceipts(meal("300.00"));
        accepts(300);

        assertThat(mails()).contains("ask-receipts-again");
        Ledger ledger = bookkeeping.of(pair.number());
        assertThat(ledger.receipts()).isEqualByComparingTo("300");
        assertThat(ledger.balance()).isEqualByComparingTo("150");
        assertThat(ledger.entries()).hasSize(2 + 2 + 2 + 1);
    }

    @Test
    void aCostThatIsNotCoveredIsShownWithItsReasonAndAcceptedOnlyWithAComment() {
        paid();
        afterTheVisit();
        sendsReceipts(meal("300.00"), fee("50.00"));

        assertThat((List<?>) facts.of(pair.number()).get("receiptRows")).hasSize(2);
        Map<?, ?> row = (Map<?, ?>) ((List<?>) facts.of(pair.number()).get("receiptRows")).get(1);
        assertThat(row.get("covered")).isEqualTo("No");
        assertThat(row.get("reason")).isEqualTo("A consultancy fee or honorarium for the mentor is never covered.");
        assertThatThrownBy(() -> accepts(350))
                .hasMessageContaining("Only 300.00 EUR of the receipts are covered.")
                .hasMessageContaining("Maria Mentor, Consultancy fee or honorarium (50.00 EUR)");
    }

    @Test
    void whatWasSpentBeyondTheAdvanceIsBorneByTheHost() {
        paid();
        afterTheVisit();
        sendsReceipts(meal("500.00"), meal("12.30"));
        assertThatThrownBy(() -> accepts(512.30)).hasMessageContaining("borne by the host");
        accepts(450);

        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(bookkeeping.of(pair.number()).borneByHost()).isEqualByComparingTo("62.30");
    }

    @Test
    void aHostWhoSpentNothingNeedsNoReceiptsAndReturnsAll() {
        paid();
        afterTheVisit();
        scenario.answers(pair, "host", Map.of("spent", "no"));
        refunds(450, "REF-1");

        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(scenario.passed(pair)).doesNotContain("userTask_checkReceipts");
    }

    @Test
    void aRefundInPartsIsAskedForUntilItIsWhole() {
        paid();
        afterTheVisit();
        scenario.answers(pair, "host", Map.of("spent", "no"));
        refunds(200, "REF-1");
        assertThat(scenario.isRunning(advance)).isTrue();
        states(250, "REF-1");
        assertThatThrownBy(() -> confirms(250, "REF-1"))
                .hasMessageContaining("This reference is in the ledger already.");
        confirms(250, "REF-2");

        assertThat(scenario.isRunning(advance)).isFalse();
    }

    @Test
    void aRefundThatDidNotArriveIsAskedForAgain() {
        paid();
        afterTheVisit();
        scenario.answers(pair, "host", Map.of("spent", "no"));
        states(450, "REF-1");
        scenario.staffCompletes(
                pair, "userTask_confirmRefund", Map.of("arrived", "no", "comment", "Nothing here yet."));

        assertThat(scenario.isAsked(pair, "host")).isTrue();
        assertThat(mails()).containsOnlyOnce("ask-refund", "ask-refund-again");
        assertThat(bookkeeping.of(pair.number()).refunded()).isEqualByComparingTo("0");
    }

    @Test
    void afterACancelledVisitTheHostIsAskedToReturnEverything() {
        paid();
        cancelled();
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("refund");
        refunds(450, "REF-1");

        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_recovered").doesNotContain("callActivity_askReceipts");
    }

    @Test
    void costsThatCouldNotBeAvoidedCountAlsoWhenTheVisitIsCancelled() {
        paid();
        cancelled();
        scenario.answers(pair, "host", Map.of("refundWay", "receipts"));
        sendsReceiptsDated("2027-06-01", meal("80.00"));
        accepts(80);
        refunds(370, "REF-1");

        assertThat(scenario.isRunning(advance)).isFalse();
    }

    @Test
    void aVisitCancelledBeforeTheDecisionOrThePaymentEndsTheAdvanceWithoutMoney() {
        cancelled();
        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_notNeeded");

        advance = scenario.start("hosting-advance", pair, Map.of());
        scenario.staffCompletes(pair, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 450));
        cancelled();
        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(bookkeeping.of(pair.number()).paid()).isEqualByComparingTo("0");
    }

    @Test
    void aReceiptThatCannotBeIsRefusedAtItsRowAndNothingIsLost() {
        paid();
        afterTheVisit();
        Map<String, Object> early = meal("10.00");
        early.put("date", "2027-05-30");
        Map<String, Object> withoutRate = inZloty();
        withoutRate.remove("rate");
        Map<String, Object> selfMade = meal("20.01");
        selfMade.put("selfMade", true);

        assertThatThrownBy(() -> sendsReceipts(meal("5.00"), early, withoutRate, selfMade))
                .isInstanceOfSatisfying(RefusedAnswers.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field())
                        .containsExactly("receipts[1].date", "receipts[2].rate", "receipts[3].selfMade"));
        Map<String, Object> unknown = meal("10.00");
        unknown.put("currency", "XYZ");
        assertThatThrownBy(() -> sendsReceipts(unknown))
                .isInstanceOfSatisfying(RefusedAnswers.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field())
                        .containsExactly("receipts[0].currency"));
        assertThat(scenario.isAsked(pair, "host")).isTrue();
    }

    @Test
    void receiptsWithoutAFileAreRefused() {
        paid();
        afterTheVisit();
        assertThatThrownBy(
                        () -> scenario.answers(pair, "host", Map.of("spent", "yes", "receipts", List.of(meal("5.00")))))
                .hasMessageContaining("at least one");
    }

    @Test
    void financeDecidesWhenAHostSaysNothingAboutReceiptsOrMoney() {
        paid();
        afterTheVisit();
        scenario.passes(Duration.ofDays(40));
        assertThat(mails()).contains("reminder", "reminder-overdue");
        assertThat(scenario.isAsked(pair, "host")).isFalse();
        financeDecides("ask-again");
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("receipts");

        scenario.passes(Duration.ofDays(40));
        financeDecides("stop");
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("refund");
        assertThat(scenario.passed(pair)).doesNotContain("serviceTask_recordReceipts");

        scenario.passes(Duration.ofDays(40));
        assertThat(scenario.isAsked(pair, "host")).isFalse();
        financeDecides("ask-again");
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("refund");

        scenario.passes(Duration.ofDays(40));
        financeDecides("stop");
        confirms(450, "REF-1");
        assertThat(scenario.isRunning(advance)).isFalse();
    }

    private void financeDecides(String decision) {
        scenario.staffCompletes(
                pair,
                "userTask_decideOnSilence",
                Map.of("settlementDecision", decision, "reason", "Nobody picks up the phone."));
    }

    @Test
    void aVisitInDoubtIsWaitedForUntilItsPlanHolds() {
        paid();
        told("visitInDoubt");
        scenario.passesUntil(LocalDate.of(2027, 6, 20));
        assertThat(scenario.isAsked(pair, "host")).isFalse();
        told("planApproved");
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("receipts");
    }

    @Test
    void aVisitThatComesIntoDoubtAfterItsLastDayEndsTheWaitForReceiptsUntilItsPlanHolds() {
        paid();
        afterTheVisit();
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("receipts");
        told("visitInDoubt");
        assertThat(scenario.isAsked(pair, "host")).isFalse();
        told("planApproved");
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("receipts");
    }

    @Test
    void aVisitThatIsCancelledAfterItsLastDayIsRefundedInsteadOfSettled() {
        paid();
        afterTheVisit();
        cancelled();
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("refund");
        refunds(450, "REF-1");

        assertThat(scenario.isRunning(advance)).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_recovered");
    }

    private void paid() {
        scenario.staffCompletes(pair, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 450));
        scenario.staffCompletes(
                pair, "userTask_payAdvance", Map.of("amount", 450, "date", "2027-06-01", "what", "ADV-1"));
    }

    private void afterTheVisit() {
        scenario.passesUntil(LocalDate.of(2027, 6, 14));
    }

    private void cancelled() {
        told("visitCancelled");
    }

    private void told(String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(pair.number())
                .correlateAll();
        scenario.runJobs();
    }

    @SafeVarargs
    private void sendsReceipts(Map<String, Object>... rows) {
        String request = scenario.request(pair, "host").id();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> attachments.save(new Attachment(
                        pair.number(),
                        request,
                        "receipts",
                        "receipts.pdf",
                        "application/pdf",
                        new byte[] {1},
                        "0".repeat(64),
                        "host",
                        pair.openedAt())));
        scenario.answers(pair, "host", Map.of("spent", "yes", "receipts", List.of(rows)));
    }

    @SafeVarargs
    private void sendsReceiptsDated(String day, Map<String, Object>... rows) {
        for (Map<String, Object> row : rows) {
            row.put("date", day);
        }
        sendsReceipts(rows);
    }

    private void accepts(double amount) {
        scenario.staffCompletes(pair, "userTask_checkReceipts", Map.of("receiptsDecision", "accept", "amount", amount));
    }

    private void refunds(double amount, String reference) {
        states(amount, reference);
        confirms(amount, reference);
    }

    private void states(double amount, String reference) {
        scenario.answers(
                pair,
                "host",
                Map.of("refundWay", "returned", "amount", amount, "date", "2027-06-01", "what", reference));
    }

    private void confirms(double amount, String reference) {
        scenario.staffCompletes(
                pair,
                "userTask_confirmRefund",
                Map.of("arrived", "yes", "amount", amount, "date", "2027-06-01", "what", reference));
    }

    private static Map<String, Object> meal(String amount) {
        return new HashMap<>(Map.of(
                "date", "2027-06-11",
                "payee", "Bar Mleczny",
                "what", "Lunch for five",
                "category", "meals",
                "amount", Double.valueOf(amount),
                "currency", "EUR"));
    }

    private static Map<String, Object> fee(String amount) {
        Map<String, Object> fee = meal(amount);
        fee.put("payee", "Maria Mentor");
        fee.put("what", "Preparation");
        fee.put("category", "honorarium");
        return fee;
    }

    private static Map<String, Object> inZloty() {
        Map<String, Object> meal = meal("128.50");
        meal.putAll(Map.of("currency", "PLN", "rate", 4.2735, "rateDate", "2027-06-11"));
        return meal;
    }

    private void plan(String start, String end) {
        sent(pair, "activity-plan", Map.of("advanceAmount", 450, "visitStart", start, "visitEnd", end));
        sent(pair, "approve-plan", APPROVING, Map.of("hubDecision", "approve"));
    }

    private void sent(Case subject, String document, Map<String, Object> answers) {
        sent(subject, document, "", answers);
    }

    private void sent(Case subject, String document, String fields, Map<String, Object> answers) {
        Form form = Form.parse("{\"id\": \"%s\", \"components\": [%s]}".formatted(document, fields));
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> submitting.keep(subject.number(), form, 1, answers, Author.staff("staff"), null));
    }

    private List<String> mails() {
        return new ArrayList<>(
                outbox.sentTo(pair.number()).stream().map(SentMail::text).toList());
    }
}
