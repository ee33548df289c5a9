package org.peerexchange.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.issuing.Format;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.mail.SentMail;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.RefusedAnswers;
import org.springframework.beans.factory.annotation.Autowired;

@PeerExchangeTest
class ExchangeTests {

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    Outbox outbox;

    @Autowired
    CaseWords words;

    @Autowired
    Parties parties;

    @Autowired
    Facts facts;

    @Autowired
    IssuedDocuments issued;

    private Case pair;

    @BeforeEach
    void aPairIsAgreed() {
        pair = exchange.agreed();
    }

    private void reportsAndCallAreDone() {
        exchange.reportsAreSigned();
        scenario.staffCompletes(pair, "userTask_acceptReports", Map.of("reportsDecision", "accept"));
        assertThat(scenario.stateOf(pair)).isEqualTo("following-up");
        scenario.answers(pair, "mentee", exchange.proposedCall(exchange.day(10, 20)));
        scenario.answers(pair, "mentor", Map.of("callAnswer", "agree"));
        scenario.passesUntil(exchange.day(10, 21));
        scenario.answers(pair, "mentee", exchange.callNotes());
    }

    @Test
    void anExchangeGoesFromItsPlanToItsFollowUpCall() {
        exchange.runs("exchange", Map.of());
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        scenario.answers(pair, "mentee", exchange.plan(false));
        scenario.answers(pair, "mentor", exchange.plan(false));
        assertThat(scenario.stateOf(pair)).isEqualTo("plan-approval");
        exchange.hubApproves();
        assertThat(scenario.stateOf(pair)).isEqualTo("booking");
        scenario.answers(pair, "traveller", exchange.travelDetails("not-needed"));
        scenario.staffCompletes(pair, "userTask_bookTravel", exchange.booking());
        scenario.passesUntil(exchange.day(9, 6));
        assertThat(scenario.stateOf(pair)).isEqualTo("visiting");
        assertThat(scenario.passed(pair)).contains("sendTask_itinerary", "sendTask_remind");
        scenario.passesUntil(exchange.day(9, 10));
        scenario.answers(pair, "host", Map.of("endedOn", exchange.day(9, 9).toString()));
        assertThat(scenario.stateOf(pair)).isEqualTo("reporting");
        reportsAndCallAreDone();
        assertThat(scenario.stateOf(pair)).isEqualTo("completed");
        assertThat(exchange.isRunning()).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_completed").doesNotContain("subProcess_advance");
        for (String side : List.of("mentee", "mentor")) {
            assertThat(issued.findByCaseNumberOrderByIssuedAtAscTitleAsc(pair.number()))
                    .as("what is issued to the " + side)
                    .filteredOn(paper -> paper.personId()
                            .equals(parties.of(pair.number(), side).personId()))
                    .satisfiesExactly(
                            note -> {
                                assertThat(note.format()).isEqualTo(Format.WIKITEXT);
                                assertThat(note.words())
                                        .contains(
                                                "'''Community of the mentee''' learned from '''Community of the mentor'''")
                                        .contains("\n* Two of us can chair an assembly alone.");
                            },
                            paper -> {
                                assertThat(paper.format()).isEqualTo(Format.PDF);
                                assertThat(paper.title()).isEqualTo("Certificate of participation");
                            });
        }
    }

    @Test
    void nothingCanBeBookedBeforeBothSidesAndTheHubHaveApproved() {
        exchange.runs("exchange", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(false));
        assertThat(scenario.tasks(pair))
                .noneMatch(task -> task.getTaskDefinitionKey().equals("userTask_bookTravel"));
        scenario.answers(pair, "mentor", exchange.plan(false));
        assertThat(scenario.tasks(pair)).hasSize(1);
        exchange.hubApproves();
        scenario.answers(pair, "traveller", exchange.travelDetails("have"));
        assertThat(scenario.task(pair, "userTask_bookTravel")).isNotNull();
    }

    @Test
    void anAdvanceRunsBesideTheExchangeWhichWaitsForIt() {
        exchange.isPlanned(true);
        assertThat(scenario.task(pair, "userTask_approveAdvance")).isNotNull();
        scenario.answers(pair, "traveller", exchange.travelDetails("not-needed"));
        scenario.staffCompletes(pair, "userTask_bookTravel", exchange.booking());
        scenario.passesUntil(exchange.day(9, 10));
        scenario.answers(pair, "host", Map.of("endedOn", exchange.day(9, 9).toString()));
        reportsAndCallAreDone();
        assertThat(scenario.stateOf(pair)).isEqualTo("settling");

        scenario.staffCompletes(
                pair, "userTask_approveAdvance", Map.of("advanceDecision", "decline", "reason", "Too late."));
        assertThat(scenario.stateOf(pair)).isEqualTo("completed");
        assertThat(exchange.isRunning()).isFalse();
    }

    @Test
    void anAdvanceThatIsSettledEarlierHoldsNothingUp() {
        exchange.isPlanned(true);
        scenario.staffCompletes(
                pair, "userTask_approveAdvance", Map.of("advanceDecision", "decline", "reason", "Not needed."));
        scenario.answers(pair, "traveller", exchange.travelDetails("not-needed"));
        scenario.staffCompletes(pair, "userTask_bookTravel", exchange.booking());
        scenario.passesUntil(exchange.day(9, 10));
        scenario.answers(pair, "host", Map.of("endedOn", exchange.day(9, 9).toString()));
        reportsAndCallAreDone();
        assertThat(scenario.stateOf(pair)).isEqualTo("completed");
        assertThat(scenario.passed(pair)).doesNotContain("serviceTask_setStateSettling");
    }

    @Test
    void aChangeOfThePlanVoidsItsApprovalsWhileNothingIsBooked() {
        exchange.isPlanned(true);
        scenario.tells(pair, "mentor", "planChange", "change-plan", Map.of("what", "Two weeks later, please."));

        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        assertThat(scenario.isAsked(pair, "traveller")).isFalse();
        scenario.answers(pair, "mentee", exchange.plan(exchange.day(9, 20), true));
        assertThat(scenario.isAsked(pair, "mentor")).isTrue();
        scenario.answers(pair, "mentor", exchange.plan(exchange.day(9, 20), true));
        exchange.hubApproves();
        assertThat(scenario.isAsked(pair, "traveller")).isTrue();
        assertThat(scenario.task(pair, "userTask_approveAdvance")).isNotNull();
    }

    private void advanceIsApproved() {
        scenario.staffCompletes(pair, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 200));
    }

    private void advanceIsPaid() {
        advanceIsApproved();
        scenario.staffCompletes(
                pair,
                "userTask_payAdvance",
                Map.of("amount", 200, "date", exchange.day(6, 1).toString(), "what", "ADV-1"));
    }

    private void bothSign(Map<String, Object> plan) {
        scenario.answers(pair, "mentee", plan);
        scenario.answers(pair, "mentor", plan);
    }

    @Test
    void anAdvanceEndsWithTheApprovalOfItsPlanAndTheNextApprovedPlanBeginsAnother() {
        exchange.isPlanned(true);
        scenario.tells(pair, "mentee", "planChange", "change-plan", Map.of("what", "More money, please."));
        assertThat(scenario.tasks(pair))
                .noneMatch(task -> task.getTaskDefinitionKey().equals("userTask_approveAdvance"));

        Map<String, Object> more = new HashMap<>(exchange.plan(true));
        more.put("advanceAmount", 190);
        bothSign(more);
        assertThat(scenario.tasks(pair))
                .noneMatch(task -> task.getTaskDefinitionKey().equals("userTask_approveAdvance"));
        exchange.hubApproves();
        assertThatThrownBy(this::advanceIsApproved).hasMessageContaining("The activity plan asks for 190 EUR.");
    }

    @Test
    void anApprovedAdvanceIsNotPaidForAPlanThatIsChangedAndNeedsNone() {
        exchange.isPlanned(true);
        advanceIsApproved();
        scenario.tells(pair, "mentee", "planChange", "change-plan", Map.of("what", "We need no advance."));
        bothSign(exchange.plan(false));
        exchange.hubApproves();
        assertThat(scenario.tasks(pair))
                .noneMatch(task -> task.getTaskDefinitionKey().matches("userTask_(approve|pay)Advance"));
    }

    @Test
    void noMoneyMovesWhileTroubleIsUndecidedAndThePlanThatStillHoldsKeepsItsAdvance() {
        exchange.isPlanned(true);
        scenario.tells(pair, "mentee", "trouble", "report-trouble", exchange.trouble("illness"));
        assertThatThrownBy(this::advanceIsApproved).hasMessageContaining("Trouble was reported");
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "go-on", "reason", "Better again."));
        advanceIsPaid();
        assertThat(scenario.passed(pair)).contains("serviceTask_recordPayment");
    }

    @Test
    void aPostponedVisitEndsAnAdvanceThatIsNotPaidYet() {
        exchange.isPlanned(true);
        advanceIsApproved();
        postponed();
        assertThat(scenario.tasks(pair))
                .noneMatch(task -> task.getTaskDefinitionKey().equals("userTask_payAdvance"));
        bothSign(exchange.plan(exchange.day(10, 4), true));
        exchange.hubApproves();
        assertThat(scenario.task(pair, "userTask_approveAdvance")).isNotNull();
    }

    @Test
    void aHostWithAPaidAdvanceIsNotAskedForReceiptsOfAVisitThatIsPostponed() {
        exchange.isPlanned(true);
        advanceIsPaid();
        scenario.passesUntil(exchange.day(9, 5));
        postponed();
        scenario.passesUntil(exchange.day(9, 12));
        assertThat(scenario.isAsked(pair, "host")).isFalse();

        bothSign(exchange.plan(exchange.day(10, 4), true));
        exchange.hubApproves();
        scenario.passesUntil(exchange.day(10, 8));
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("receipts");
    }

    @Test
    void aHostWithAPaidAdvanceIsNotAskedForReceiptsWhileTroubleIsUndecided() {
        exchange.isPlanned(true);
        advanceIsPaid();
        scenario.passesUntil(exchange.day(9, 5));
        scenario.tells(pair, "mentee", "trouble", "report-trouble", exchange.trouble("illness"));
        scenario.passesUntil(exchange.day(9, 20));
        assertThat(scenario.stateOf(pair)).isEqualTo("in-trouble");
        assertThat(scenario.isAsked(pair, "host")).isFalse();

        goesOn();
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("receipts");
    }

    @Test
    void aHostReturnsAPaidAdvanceWhenTroubleIsDecidedOnlyAfterTheLastDayAndNothingTookPlace() {
        exchange.isPlanned(true);
        advanceIsPaid();
        scenario.tells(pair, "mentee", "trouble", "report-trouble", exchange.trouble("illness"));
        scenario.passesUntil(exchange.day(9, 20));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "close", "reason", "The visit is off."));
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("refund");
    }

    @Test
    void aPaidAdvanceWhosePlanWasWithdrawnWaitsForTheNextPlanThroughTroubleThatIsSolved() {
        exchange.isPlanned(true);
        advanceIsPaid();
        scenario.tells(pair, "mentee", "planChange", "change-plan", Map.of("what", "Four weeks later, please."));
        scenario.tells(pair, "mentor", "trouble", "report-trouble", exchange.trouble("other"));
        goesOn();
        bothSign(exchange.plan(exchange.day(10, 4), true));
        scenario.passesUntil(exchange.day(9, 12));
        assertThat(scenario.isAsked(pair, "host")).isFalse();
    }

    private void goesOn() {
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "go-on", "reason", "Better again."));
    }

    private void postponed() {
        scenario.tells(pair, "mentor", "trouble", "report-trouble", exchange.trouble("postponement"));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "postpone", "reason", "Later in autumn."));
    }

    @Test
    void aPlanWhoseApprovalWasWithdrawnIsNotBookedAfterTrouble() {
        exchange.isPlanned(false);
        scenario.tells(pair, "mentee", "planChange", "change-plan", Map.of("what", "Two weeks later, please."));
        scenario.tells(pair, "mentor", "trouble", "report-trouble", exchange.trouble("other"));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "go-on", "reason", "A misunderstanding."));
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        assertThat(scenario.isAsked(pair, "traveller")).isFalse();
    }

    @Test
    void anAdvanceThatIsFirstAskedForInAChangedPlanIsBegunThen() {
        exchange.isPlanned(false);
        scenario.tells(pair, "mentor", "planChange", "change-plan", Map.of("what", "We need an advance."));
        scenario.answers(pair, "mentee", exchange.plan(true));
        scenario.answers(pair, "mentor", exchange.plan(true));
        exchange.hubApproves();
        assertThat(scenario.task(pair, "userTask_approveAdvance")).isNotNull();
    }

    @Test
    void bothSidesHearOfAWantedChangeAndAreAskedThoughTheyHaveSignedThisVersion() {
        exchange.isPlanned(false);
        scenario.tells(pair, "mentor", "planChange", "change-plan", Map.of("what", "One day less, please."));
        assertThat(mails("mentee")).contains("plan-withdrawn", "ask-plan-again");
        assertThat(mails("mentor")).contains("plan-withdrawn").doesNotContain("ask-plan-again");

        scenario.answers(pair, "mentee", exchange.plan(false));
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        assertThat(mails("mentor")).contains("ask-plan-again");
        scenario.answers(pair, "mentor", exchange.plan(false));
        assertThat(scenario.stateOf(pair)).isEqualTo("plan-approval");
    }

    @Test
    void aPostponedPlanIsAskedForAsOneThatChanges() {
        exchange.isPlanned(false);
        postponed();
        assertThat(mails("mentee")).contains("ask-plan-again").doesNotContain("plan-withdrawn");
    }

    @Test
    void aChangeOfThePlanAfterTheBookingHasTheBookingsReviewedFirst() {
        exchange.isBooked();
        scenario.tells(pair, "mentee", "planChange", "change-plan", Map.of("what", "Two weeks later, please."));
        assertThat(scenario.isAsked(pair, "mentee")).isFalse();
        scenario.staffCompletes(
                pair,
                "userTask_reviewBookings",
                Map.of("transport", "changed", "lodging", "kept", "insurance", "kept", "lost", 0));
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        scenario.answers(pair, "mentee", exchange.plan(exchange.day(9, 20), false));
        scenario.answers(pair, "mentor", exchange.plan(exchange.day(9, 20), false));
        exchange.hubApproves();
        assertThat(scenario.stateOf(pair)).isEqualTo("booking");
    }

    /** The trip was booked, the plan changed then, and the new plan is approved: its trip is not booked yet. */
    private void theTripIsToBeBookedAnew() {
        exchange.isBooked();
        scenario.tells(pair, "mentee", "planChange", "change-plan", Map.of("what", "Two weeks later, please."));
        scenario.staffCompletes(
                pair,
                "userTask_reviewBookings",
                Map.of("transport", "changed", "lodging", "kept", "insurance", "kept", "lost", 0));
        bothSign(exchange.plan(exchange.day(9, 20), false));
        exchange.hubApproves();
    }

    @Test
    void troubleBeforeTheTripIsBookedAnewThatIsSolvedLeadsBackToTheBooking() {
        theTripIsToBeBookedAnew();
        scenario.tells(pair, "mentor", "trouble", "report-trouble", exchange.trouble("illness"));
        goesOn();
        assertThat(scenario.stateOf(pair)).isEqualTo("booking");
        assertThat(scenario.isAsked(pair, "traveller")).isTrue();
    }

    @Test
    void bookingsOfAnEarlierPlanAreReviewedAtEachChangeAndCancelledWhenTheExchangeEnds() {
        theTripIsToBeBookedAnew();
        scenario.tells(pair, "mentor", "planChange", "change-plan", Map.of("what", "A day later, please."));
        scenario.staffCompletes(
                pair,
                "userTask_reviewBookings",
                Map.of("transport", "changed", "lodging", "kept", "insurance", "kept", "lost", 0));
        bothSign(exchange.plan(exchange.day(9, 21), false));
        exchange.hubApproves();

        scenario.answers(pair, "traveller", exchange.travelDetails("needed"));
        scenario.staffCompletes(pair, "userTask_checkVisa", Map.of("visaInTime", "no", "note", "Refused."));
        scenario.staffCompletes(pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "close", "reason", "No visa."));
        assertThat(scenario.task(pair, "userTask_cancelBookings")).isNotNull();
    }

    @Test
    void aPlanIsNoLongerChangedOnceTheVisitHasBegun() {
        exchange.isBooked();
        scenario.passesUntil(exchange.day(9, 6));
        assertThatThrownBy(() -> scenario.tells(
                        pair, "mentee", "planChange", "change-plan", Map.of("what", "A day more, please.")))
                .isInstanceOf(RefusedAnswers.class)
                .hasMessageContaining("The visit has begun");
    }

    @Test
    void whoReportsTroubleIsThankedAndThePartnerIsTold() {
        exchange.isBooked();
        scenario.passesUntil(exchange.day(9, 6));
        scenario.tells(pair, "mentor", "trouble", "report-trouble", exchange.trouble("illness"));
        assertThat(justSent("mentor")).containsExactly("reportTrouble");
        assertThat(justSent("mentee")).isEmpty();
    }

    @Test
    void nobodyIsThankedForTroubleThatStaffReported() {
        exchange.isBooked();
        scenario.passesUntil(exchange.day(9, 6));
        scenario.staffStarts("report-trouble-for-exchange", troubleOnThePhone(pair.number()));
        assertThat(justSent("mentor")).isEmpty();
        assertThat(justSent("mentee")).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private Set<String> justSent(String side) {
        Recipient reader = Recipient.person(parties.of(pair.number(), side).personId());
        return ((Map<String, ?>) words.about(pair.number(), reader).get("justSent")).keySet();
    }

    @Test
    void troubleInTheVisitThatIsSolvedLeadsBackToTheVisit() {
        exchange.isBooked();
        scenario.passesUntil(exchange.day(9, 6));
        scenario.tells(pair, "traveller", "trouble", "report-trouble", exchange.trouble("illness"));
        assertThat(scenario.stateOf(pair)).isEqualTo("in-trouble");
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "go-on", "reason", "Better again."));
        assertThat(scenario.stateOf(pair)).isEqualTo("visiting");
        assertThat(scenario.passed(pair)).doesNotContain("userTask_cancelBookings");
    }

    @Test
    void troubleBetweenTheBookingAndTheVisitThatIsSolvedLeavesTheTripBooked() {
        exchange.isBooked();
        assertThat(scenario.stateOf(pair)).isEqualTo("booked");
        scenario.tells(pair, "traveller", "trouble", "report-trouble", exchange.trouble("illness"));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "go-on", "reason", "Better again."));
        assertThat(scenario.stateOf(pair)).isEqualTo("booked");
    }

    @Test
    void troubleBeforeTheBookingThatIsSolvedLeadsBackToTheTravel() {
        exchange.isPlanned(false);
        scenario.tells(pair, "mentee", "trouble", "report-trouble", exchange.trouble("other"));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "go-on", "reason", "A misunderstanding."));
        assertThat(scenario.stateOf(pair)).isEqualTo("booking");
        assertThat(scenario.isAsked(pair, "traveller")).isTrue();
    }

    @Test
    void aPostponedVisitIsUnbookedAndPlannedAgain() {
        exchange.isBooked();
        scenario.tells(pair, "mentor", "trouble", "report-trouble", exchange.trouble("postponement"));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "postpone", "reason", "Later in autumn."));
        scenario.staffCompletes(
                pair,
                "userTask_cancelBookings",
                Map.of("transportCancelled", true, "lodgingCancelled", true, "insuranceCancelled", true, "lost", 40));
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        scenario.answers(pair, "mentee", exchange.plan(exchange.day(10, 4), false));
        scenario.answers(pair, "mentor", exchange.plan(exchange.day(10, 4), false));
        exchange.hubApproves();
        assertThat(scenario.stateOf(pair)).isEqualTo("booking");
    }

    @Test
    void aClosedExchangeWaitsUntilItsAdvanceHasHeardThatTheVisitIsCancelled() {
        exchange.isPlanned(true);
        scenario.tells(pair, "host", "trouble", "report-trouble", exchange.trouble("host-withdraws"));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "close", "reason", "The host withdrew."));
        assertThat(scenario.stateOf(pair)).isEqualTo("cancelled");
        assertThat(scenario.tasks(pair)).isEmpty();
        assertThat(exchange.isRunning()).isFalse();
        assertThat(scenario.passed(pair)).contains("serviceTask_tellAdvance", "sendTask_closed");
    }

    @Test
    void bothSidesHearAtOnceThatAnExchangeIsClosedWhileItsAdvanceIsStillSettled() {
        exchange.isPlanned(true);
        advanceIsPaid();
        scenario.answers(pair, "traveller", exchange.travelDetails("not-needed"));
        scenario.staffCompletes(pair, "userTask_bookTravel", exchange.booking());
        scenario.tells(pair, "host", "trouble", "report-trouble", exchange.trouble("host-withdraws"));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "close", "reason", "The host withdrew."));

        assertThat(scenario.task(pair, "userTask_cancelBookings")).isNotNull();
        assertThat(scenario.stateOf(pair)).isEqualTo("closing");
        assertThat(scenario.request(pair, "host").form().id()).isEqualTo("refund");
        assertThat(mails("mentee")).contains("trouble-closed");
        assertThat(mails("mentor")).contains("trouble-closed");
    }

    @Test
    void bothSidesHearHowItGoesOn() {
        exchange.isPlanned(false);
        scenario.tells(pair, "mentee", "trouble", "report-trouble", exchange.trouble("other"));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "go-on", "reason", "A misunderstanding."));
        assertThat(mails("mentor")).contains("trouble-goes-on").doesNotContain("trouble-closed");
        postponed();
        assertThat(mails("mentee")).contains("trouble-postponed");
    }

    private List<String> mails(String side) {
        return outbox.sentTo(pair.number()).stream()
                .filter(mail -> mail.to().contains(side))
                .map(SentMail::text)
                .toList();
    }

    @Test
    void bothSidesLookForAnotherPartner() {
        rematchFor("both");
        assertThat(scenario.passed(pair))
                .contains("serviceTask_excludePair", "serviceTask_menteeToPool", "serviceTask_mentorToPool");
    }

    @Test
    void onlyTheMenteeLooksForAnotherPartner() {
        rematchFor("mentee");
        assertThat(scenario.passed(pair))
                .contains("serviceTask_menteeToPool")
                .doesNotContain("serviceTask_mentorToPool");
    }

    @Test
    void onlyTheMentorLooksForAnotherPartner() {
        rematchFor("mentor");
        assertThat(scenario.passed(pair))
                .contains("serviceTask_mentorToPool")
                .doesNotContain("serviceTask_menteeToPool");
    }

    private void rematchFor(String whom) {
        exchange.isPlanned(false);
        scenario.tells(pair, "mentor", "trouble", "report-trouble", exchange.trouble("no-show"));
        scenario.staffCompletes(
                pair,
                "userTask_decideHowToGoOn",
                Map.of("howToGoOn", "rematch", "rematchFor", whom, "reason", "They cannot work together."));
        assertThat(scenario.stateOf(pair)).isEqualTo("cancelled");
        assertThat(exchange.isRunning()).isFalse();
        for (String side : List.of("mentee", "mentor")) {
            boolean waits = whom.equals("both") || whom.equals(side);
            assertThat(mails(side))
                    .contains(waits ? "trouble-new-partner" : "trouble-closed")
                    .doesNotContain(waits ? "trouble-closed" : "trouble-new-partner");
        }
    }

    @Test
    void aVisaThatIsImpossibleIsTrouble() {
        exchange.isPlanned(false);
        scenario.answers(pair, "traveller", exchange.travelDetails("needed"));
        scenario.staffCompletes(pair, "userTask_checkVisa", Map.of("visaInTime", "no", "note", "Refused."));
        assertThat(scenario.stateOf(pair)).isEqualTo("in-trouble");
        scenario.staffCompletes(pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "close", "reason", "No visa."));
        assertThat(scenario.stateOf(pair)).isEqualTo("cancelled");
    }

    @Test
    void aVisaThatComesInTimeLetsTheJourneyBeBooked() {
        exchange.isPlanned(false);
        scenario.answers(pair, "traveller", exchange.travelDetails("applied"));
        scenario.staffCompletes(pair, "userTask_checkVisa", Map.of("visaInTime", "yes", "note", "On its way."));
        assertThat(scenario.task(pair, "userTask_bookTravel")).isNotNull();
    }

    @Test
    void aPlanThatNobodyWritesIsTrouble() {
        exchange.runs("exchange", Map.of());
        scenario.passesUntil(exchange.day(7, 1));
        scenario.staffCompletes(
                pair, "userTask_decideOnSilence", Map.of("silenceDecision", "give-up", "reason", "Both are away."));
        assertThat(scenario.stateOf(pair)).isEqualTo("in-trouble");
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "go-on", "reason", "They are back."));
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        assertThat(scenario.isAsked(pair, "mentee")).isTrue();
    }

    @Test
    void aPlanThatTheHubReadsTooLateGoesBackForNewDates() {
        exchange.runs("exchange", Map.of());
        bothSign(exchange.plan(false));
        scenario.passesUntil(exchange.day(9, 6));
        assertThatThrownBy(exchange::hubApproves).hasMessageContaining("Please ask for changes");
        scenario.staffCompletes(
                pair, "userTask_approvePlan", Map.of("hubDecision", "changes", "comment", "We were late: new dates?"));
        bothSign(exchange.plan(exchange.day(9, 20), false));
        exchange.hubApproves();
        assertThat(scenario.stateOf(pair)).isEqualTo("booking");
    }

    private Map<String, Object> troubleOnThePhone(String exchangeNumber) {
        Map<String, Object> trouble = new HashMap<>(exchange.trouble("no-show"));
        trouble.put("exchange", exchangeNumber);
        return trouble;
    }

    @Test
    void staffReportTroubleThatTheyHeardOnThePhone() {
        exchange.isBooked();
        scenario.passesUntil(exchange.day(9, 6));
        scenario.staffStarts("report-trouble-for-exchange", troubleOnThePhone(pair.number()));
        assertThat(scenario.stateOf(pair)).isEqualTo("in-trouble");
        assertThat(scenario.task(pair, "userTask_decideHowToGoOn")).isNotNull();
        assertThat(mails("mentee")).contains("trouble-received");
        assertThat(mails("colleagues")).contains("trouble-reported");
        assertThat(facts.of(pair.number())).containsKey("reportTroubleAsStaff");
    }

    @Test
    void staffReportTroubleOnlyForAnExchangeWhoseVisitIsNotOver() {
        exchange.isVisited();
        assertThatThrownBy(() -> scenario.staffStarts("report-trouble-for-exchange", troubleOnThePhone(pair.number())))
                .hasMessageContaining("Which exchange?");
        assertThatThrownBy(() -> scenario.staffStarts("report-trouble-for-exchange", troubleOnThePhone("EX-1-001")))
                .hasMessageContaining("Which exchange?");
        assertThat(scenario.stateOf(pair)).isEqualTo("reporting");
    }

    @Test
    void staffBeginAChangeOfThePlanThatSomebodyAskedForOnThePhone() {
        exchange.isBooked();
        scenario.staffStarts(
                "change-plan-for-exchange", Map.of("exchange", pair.number(), "what", "A week later, please."));
        scenario.staffCompletes(
                pair,
                "userTask_reviewBookings",
                Map.of("transport", "kept", "lodging", "kept", "insurance", "kept", "lost", 0));
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        assertThat(mails("mentee")).contains("plan-withdrawn");
        assertThat(facts.of(pair.number()).get("changePlan"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("what", "A week later, please.");
    }

    @Test
    void staffChangeOnlyAPlanThatIsApprovedAndWhoseVisitHasNotBegun() {
        Map<String, Object> change = Map.of("exchange", pair.number(), "what", "A week later, please.");
        assertThatThrownBy(() -> scenario.staffStarts("change-plan-for-exchange", change))
                .hasMessageContaining("Which exchange?");
        exchange.isBooked();
        scenario.passesUntil(exchange.day(9, 6));
        assertThatThrownBy(() -> scenario.staffStarts("change-plan-for-exchange", change))
                .hasMessageContaining("Which exchange?");
    }

    private void theTravellerIsSilent() {
        exchange.isPlanned(false);
        scenario.passesUntil(exchange.day(6, 30));
        assertThat(scenario.isAsked(pair, "traveller")).isFalse();
    }

    private void staffDecideOnDetails(String decision) {
        scenario.staffCompletes(
                pair,
                "userTask_decideOnDetails",
                Map.of("detailsDecision", decision, "reason", "We tried to call them."));
    }

    @Test
    void aTravellerWhoSaysNothingIsAskedOnceMoreWhenStaffSaySo() {
        theTravellerIsSilent();
        staffDecideOnDetails("ask-again");
        scenario.answers(pair, "traveller", exchange.travelDetails("not-needed"));
        assertThat(scenario.task(pair, "userTask_bookTravel")).isNotNull();
    }

    @Test
    void staffRecordTravelDetailsThatTheyHearOnThePhone() {
        theTravellerIsSilent();
        staffDecideOnDetails("by-phone");
        scenario.staffCompletes(pair, "userTask_recordDetails", exchange.travelDetails("have"));
        assertThat(scenario.task(pair, "userTask_bookTravel")).isNotNull();
        assertThat(facts.of(pair.number())).containsKey("travelDetails");
    }

    @Test
    void aTravellerWhoCannotBeReachedIsTrouble() {
        theTravellerIsSilent();
        staffDecideOnDetails("trouble");
        assertThat(scenario.stateOf(pair)).isEqualTo("in-trouble");
        assertThat(scenario.task(pair, "userTask_decideHowToGoOn")).isNotNull();
    }

    @Test
    void troubleIsNoLongerReportedWhenTheVisitIsOver() {
        exchange.isVisited();
        assertThatThrownBy(() -> scenario.tells(pair, "mentee", "trouble", "report-trouble", exchange.trouble("other")))
                .isInstanceOf(Asking.AlreadyDone.class);
    }

    @Test
    void anExchangeWithoutReportsIsClosedWhenTheCycleEnds() {
        exchange.isVisited();
        scenario.passesUntil(exchange.day(12, 21));
        assertThat(scenario.stateOf(pair)).isEqualTo("closed-without-reports");
        assertThat(exchange.isRunning()).isFalse();
        assertThat(scenario.tasks(pair)).isEmpty();
    }
}
