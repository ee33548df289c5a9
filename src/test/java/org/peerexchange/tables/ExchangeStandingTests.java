package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say of an exchange, rule by rule: the visit to both, the advance (domain A18) to the host and to nobody else. */
class ExchangeStandingTests {

    private static final String VISIT = "The visit is from 6 September 2027 to 9 September 2027 in Exampletown.";
    private static final String PAID = "An advance of 400.00 EUR was paid to you on 3 June 2027.";

    private final List<Map<String, Object>> sent = new ArrayList<>();
    private final Table table = Table.of("exchange-standing")
            .with("yourSides", List.of("host", "mentor"))
            .with("case.state", "booked")
            .with("activityPlan.advanceRequested", true)
            .with("activityPlan.inWords.advanceAmount", "450")
            .with("activityPlan.inWords.visitStart", "6 September 2027")
            .with("activityPlan.inWords.visitEnd", "9 September 2027")
            .with("activityPlan.inWords.place", "Exampletown")
            .with("sent", sent)
            .with("ledger.paid", new BigDecimal("0.00"))
            .with("ledger.balance", new BigDecimal("0.00"))
            .with("ledger.text.approved", "400.00 EUR")
            .with("ledger.text.approvedOn", "1 June 2027")
            .with("ledger.text.paid", "400.00 EUR")
            .with("ledger.text.paidOn", "3 June 2027")
            .with("ledger.text.receipts", "310.00 EUR")
            .with("ledger.text.covered", "280.00 EUR")
            .with("ledger.text.accepted", "280.00 EUR")
            .with("ledger.text.refunded", "50.00 EUR")
            .with("ledger.text.balance", "70.00 EUR");

    private void sent(String document, Map<String, Object> answers) {
        sent.add(Map.of("document", document, "answers", answers));
    }

    private List<Object> said(String state) {
        return table.with("case.state", state).says("reason");
    }

    private List<Object> saidOfTheAdvance(String state) {
        return said(state).stream().filter(sentence -> !sentence.equals(VISIT)).toList();
    }

    private void planIsApproved() {
        sent("activity-plan", Map.of("advanceRequested", true));
        sent("approve-plan", Map.of("hubDecision", "approve"));
    }

    private void advanceIsPaid(String balance) {
        planIsApproved();
        sent("approve-advance", Map.of("advanceDecision", "approve"));
        sent("pay-advance", Map.of("amount", 400));
        table.with("ledger.paid", new BigDecimal("400.00")).with("ledger.balance", new BigDecimal(balance));
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        assertThat(Table.of("exchange-standing").says("reason")).isEmpty();
        assertThat(said("proposed")).isEmpty();
    }

    @Test
    void bothReadWhenTheVisitIsOnceTheirPlanIsApproved() {
        table.with("yourSides", List.of("mentee", "traveller")).with("activityPlan.advanceRequested", false);
        assertThat(said("planning")).isEmpty();
        assertThat(said("plan-approval")).isEmpty();
        assertThat(said("booking")).containsExactly(VISIT);
        assertThat(said("booked")).containsExactly(VISIT);
        assertThat(said("visiting")).containsExactly(VISIT);
        assertThat(said("in-trouble")).isEmpty();
        assertThat(said("reporting")).isEmpty();
    }

    @Test
    void withoutAnAdvanceTheHostReadsOfNone() {
        table.with("activityPlan.advanceRequested", false);
        assertThat(said("planning")).isEmpty();
        planIsApproved();
        assertThat(said("booking")).containsExactly(VISIT);
        assertThat(said("completed")).isEmpty();
    }

    @Test
    void theTravellerReadsNothingOfTheAdvanceWhateverHappensToIt() {
        table.with("yourSides", List.of("mentee", "traveller"));
        planIsApproved();
        nothingOfItIsSaid();
        sent("approve-advance", Map.of("advanceDecision", "decline"));
        nothingOfItIsSaid();
        sent("approve-advance", Map.of("advanceDecision", "approve"));
        nothingOfItIsSaid();
        advanceIsPaid("400.00");
        nothingOfItIsSaid();
        sent("receipts", Map.of("spent", "yes"));
        nothingOfItIsSaid();
        sent("check-receipts", Map.of("receiptsDecision", "ask-again"));
        nothingOfItIsSaid();
        sent("refund", Map.of("refundWay", "returned"));
        nothingOfItIsSaid();
        sent("confirm-refund", Map.of("arrived", "yes"));
        table.with("ledger.balance", new BigDecimal("0.00"));
        nothingOfItIsSaid();
    }

    private void nothingOfItIsSaid() {
        for (String state : List.of("planning", "booked", "in-trouble", "following-up", "closing", "completed")) {
            assertThat(saidOfTheAdvance(state)).as(state).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"planning", "plan-approval"})
    void whatThePlanAsksForIsDecidedAfterThePlan(String state) {
        assertThat(said(state))
                .containsExactly(
                        "Your plan asks for 450 EUR in advance. The hub decides about that once it has approved the plan.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking", "booked", "visiting", "reporting", "following-up", "settling"})
    void whatNobodyHasDecidedIsBeingDecidedAlsoWhenAnEarlierPlanWas(String state) {
        String deciding = "The hub is deciding about the 450 EUR in advance that your plan asks for.";
        planIsApproved();
        assertThat(saidOfTheAdvance(state)).containsExactly(deciding);
        sent("approve-advance", Map.of("advanceDecision", "decline"));
        planIsApproved();
        assertThat(saidOfTheAdvance(state)).containsExactly(deciding);
        assertThat(said("in-trouble")).isEmpty();
        assertThat(said("closing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking", "booked", "visiting", "reporting", "following-up", "settling"})
    void whatWasApprovedIsPaidNextUnlessThePlanIsWithdrawn(String state) {
        planIsApproved();
        sent("approve-advance", Map.of("advanceDecision", "approve"));
        assertThat(saidOfTheAdvance(state))
                .containsExactly("The hub approved an advance of 400.00 EUR on 1 June 2027; it is paid to you next.");
        assertThat(said("planning")).singleElement().asString().startsWith("Your plan asks for 450 EUR");
        assertThat(said("in-trouble")).isEmpty();
        assertThat(said("cancelled")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking", "booked", "visiting", "reporting", "following-up", "settling"})
    void whatWasDeclinedIsNotPaid(String state) {
        planIsApproved();
        sent("approve-advance", Map.of("advanceDecision", "decline", "reason", "The budget is spent."));
        assertThat(saidOfTheAdvance(state))
                .containsExactly("The hub cannot pay the advance that your plan asks for; a mail told you why.");
        assertThat(said("in-trouble")).isEmpty();
        assertThat(said("completed")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"planning", "plan-approval", "in-trouble", "postponed"})
    void anAdvanceThatIsPaidWaitsForTheVisitWhateverBecomesOfThePlan(String state) {
        String kept =
                PAID + " Please keep a receipt for everything you pay with it; after the visit we ask you for them.";
        advanceIsPaid("400.00");
        assertThat(said("visiting")).containsExactly(VISIT, kept);
        assertThat(said(state)).containsExactly(kept);
        planIsApproved();
        assertThat(said("booking")).containsExactly(VISIT, kept);
        assertThat(said("booked")).containsExactly(VISIT, kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reporting", "following-up", "settling"})
    void afterTheVisitTheReceiptsAreNeeded(String state) {
        String needed = PAID + " We now need the receipts for it, and what you did not spend comes back to us.";
        advanceIsPaid("400.00");
        assertThat(said(state)).containsExactly(needed);
        planIsApproved();
        assertThat(said(state)).containsExactly(needed);
    }

    @Test
    void withoutAVisitAllOfItComesBack() {
        String back = PAID
                + " Since there is no visit, please return it; receipts for costs that you could not avoid count too.";
        advanceIsPaid("400.00");
        assertThat(said("closing")).containsExactly(back);
        planIsApproved();
        assertThat(said("closing")).containsExactly(back);
    }

    @Test
    void receiptsAreCheckedAlsoWhenTheyMakeUpTheAdvance() {
        String checking =
                "Paid to you in advance: 400.00 EUR. Receipts so far: 310.00 EUR, of these covered: 280.00 EUR. Finance is checking them.";
        advanceIsPaid("90.00");
        sent("receipts", Map.of("spent", "yes"));
        sent("co-sign-report", Map.of("coSign", "sign"));
        assertThat(said("visiting")).containsExactly(VISIT, checking);
        assertThat(said("reporting")).containsExactly(checking);
        table.with("ledger.balance", new BigDecimal("0.00"));
        assertThat(said("settling")).containsExactly(checking);
    }

    @Test
    void receiptsThatAreAskedForAgainAreToBeChanged() {
        advanceIsPaid("90.00");
        sent("receipts", Map.of("spent", "yes"));
        sent("check-receipts", Map.of("receiptsDecision", "ask-again", "comment", "The fee does not count."));
        assertThat(said("settling"))
                .containsExactly(
                        "Paid to you in advance: 400.00 EUR. Receipts so far: 310.00 EUR. Finance asks you to change something in them; a mail says what.");
    }

    @Test
    void whatIsLeftIsToBeReturnedUntilAllOfItHasCome() {
        String left =
                "Paid to you in advance: 400.00 EUR. Receipts that count: 280.00 EUR. Returned: 50.00 EUR. Still to be returned: 70.00 EUR.";
        advanceIsPaid("70.00");
        sent("receipts", Map.of("spent", "no"));
        assertThat(said("settling")).containsExactly(left);
        sent("check-receipts", Map.of("receiptsDecision", "accept"));
        assertThat(said("settling")).containsExactly(left);
        sent("refund", Map.of("refundWay", "receipts"));
        assertThat(said("settling")).containsExactly(left);
        sent("refund", Map.of("refundWay", "returned"));
        assertThat(said("settling"))
                .containsExactly(left, "Finance is looking for the transfer that you told us about.");
        sent("confirm-refund", Map.of("arrived", "no"));
        assertThat(said("closing")).containsExactly(left);
        sent("confirm-refund", Map.of("arrived", "yes"));
        assertThat(said("settling")).containsExactly(left);
    }

    @Test
    void anAdvanceIsSettledWhenReceiptsAndWhatCameBackMakeItUp() {
        advanceIsPaid("0.00");
        sent("receipts", Map.of("spent", "yes"));
        sent("check-receipts", Map.of("receiptsDecision", "accept"));
        String settled = "The advance of 400.00 EUR is settled: receipts of 280.00 EUR count, and 50.00 EUR came back.";
        assertThat(said("reporting")).containsExactly(settled);
        sent("confirm-refund", Map.of("arrived", "yes"));
        assertThat(said("completed")).containsExactly(settled);
    }

    @Test
    void aSettledAdvanceStaysSettledWhenTheVisitIsPostponedAndANewPlanAsksForAnother() {
        advanceIsPaid("0.00");
        sent("receipts", Map.of("spent", "yes"));
        sent("check-receipts", Map.of("receiptsDecision", "accept"));
        troubleWasReported();
        decided("postpone");
        assertThat(said("postponed")).singleElement().asString().contains("is settled");
        sent("activity-plan", Map.of("advanceRequested", true));
        assertThat(said("planning")).hasSize(2).first().asString().startsWith("Your plan asks for 450 EUR in advance.");
        sent("approve-plan", Map.of("hubDecision", "approve"));
        assertThat(saidOfTheAdvance("booking"))
                .containsExactly("The hub is deciding about the 450 EUR in advance that your plan asks for.");
        table.with("activityPlan.advanceRequested", false);
        assertThat(saidOfTheAdvance("booking")).isEmpty();
        assertThat(said("settling")).isEmpty();
        assertThat(said("closing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receipts: spent: yes",
                "receipts: spent: no",
                "check-receipts: receiptsDecision: ask-again",
                "refund: refundWay: returned"
            })
    void inTroubleNobodyChecksAndAfterwardsReceiptsAreAskedForAnew(String last) {
        advanceIsPaid("90.00");
        String[] word = last.split(": ");
        sent(word[0], Map.of(word[1], word[2]));
        troubleWasReported();
        assertThat(said("in-trouble")).singleElement().asString().startsWith(PAID + " Please keep a receipt");
        decided("go-on");
        assertThat(saidOfTheAdvance("visiting")).singleElement().asString().startsWith(PAID + " Please keep a receipt");
        assertThat(said("reporting")).singleElement().asString().startsWith(PAID + " We now need the receipts");
        decided("postpone");
        assertThat(said("postponed")).singleElement().asString().startsWith(PAID + " Please keep a receipt");
        decided("close");
        assertThat(said("closing")).singleElement().asString().startsWith(PAID + " Since there is no visit");
        sent("refund", Map.of("refundWay", "returned"));
        assertThat(said("closing"))
                .hasSize(2)
                .last()
                .isEqualTo("Finance is looking for the transfer that you told us about.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-trouble", "postponed", "planning", "plan-approval", "booking"})
    void nobodyIsSaidToCheckReceiptsForAllOfTheAdvanceWhileThereIsTrouble(String state) {
        advanceIsPaid("0.00");
        table.with("activityPlan.advanceRequested", false);
        sent("receipts", Map.of("spent", "yes"));
        troubleWasReported();
        assertThat(saidOfTheAdvance(state)).isEmpty();
    }

    @Test
    void troubleHidesNoAdvanceThatIsStillToBePaid() {
        planIsApproved();
        sent("approve-advance", Map.of("advanceDecision", "approve"));
        troubleWasReported();
        decided("go-on");
        assertThat(saidOfTheAdvance("booked"))
                .singleElement()
                .asString()
                .startsWith("The hub approved an advance of 400.00 EUR");
    }

    @Test
    void whatFinanceStopsAskingReceiptsForIsToBeReturned() {
        advanceIsPaid("70.00");
        sent("decide-settlement-silence", Map.of("settlementDecision", "ask-again", "reason", "Ill."));
        assertThat(said("settling")).singleElement().asString().startsWith(PAID + " We now need the receipts");
        sent("decide-settlement-silence", Map.of("settlementDecision", "stop", "reason", "No answer."));
        assertThat(said("settling")).singleElement().asString().endsWith("Still to be returned: 70.00 EUR.");
        assertThat(said("closing")).singleElement().asString().endsWith("Still to be returned: 70.00 EUR.");
    }

    private void troubleWasReported() {
        sent("report-trouble", Map.of("troubleKind", "illness"));
    }

    private void decided(String howToGoOn) {
        sent("decide-trouble", Map.of("howToGoOn", howToGoOn, "reason", "They asked for it."));
    }
}
