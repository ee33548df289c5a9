package org.peerexchange.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipients;
import org.peerexchange.mail.SentMail;
import org.peerexchange.programme.Case;
import org.peerexchange.submission.Signatures;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;

/** Each phase of an exchange by itself, every way it can go. */
@PeerExchangeTest
class ExchangePhasesTests {

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    Submissions submissions;

    @Autowired
    Signatures signatures;

    @Autowired
    FormService forms;

    @Autowired
    Outbox outbox;

    @Autowired
    Recipients recipients;

    private Case pair;

    @BeforeEach
    void aPairIsAgreed() {
        pair = exchange.agreed();
    }

    private Submission current(String document) {
        return submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(pair.number(), document)
                .orElseThrow();
    }

    private boolean signed(Submission version, String side) {
        return signatures.existsBySubmissionIdAndSide(version.id(), side);
    }

    // plan

    @Test
    void aPlanSentUnchangedIsTheSameVersionSignedByBothAndThenByTheHub() {
        exchange.runs("activity-plan", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(false));
        assertThat(scenario.isAsked(pair, "mentor")).isTrue();
        scenario.answers(pair, "mentor", exchange.plan(false));
        exchange.hubApproves();

        Submission plan = current("activity-plan");
        assertThat(plan.version()).isEqualTo(1);
        assertThat(List.of(signed(plan, "mentee"), signed(plan, "mentor"), signed(plan, "hub")))
                .containsOnly(true);
        assertThat(exchange.isRunning()).isFalse();
    }

    @Test
    void aChangedPlanIsSignedAgainByTheOtherSide() {
        exchange.runs("activity-plan", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(false));
        scenario.answers(pair, "mentor", exchange.plan(exchange.day(9, 13), false));
        assertThat(scenario.isAsked(pair, "mentee")).isTrue();
        assertThat(signed(current("activity-plan"), "mentee")).isFalse();
        scenario.answers(pair, "mentee", exchange.plan(exchange.day(9, 13), false));
        assertThat(current("activity-plan").version()).isEqualTo(2);
        assertThat(scenario.stateOf(pair)).isEqualTo("plan-approval");
    }

    @Test
    void aPlanThatTheHubWantsChangedGoesBackToTheMentee() {
        exchange.runs("activity-plan", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(false));
        scenario.answers(pair, "mentor", exchange.plan(false));
        scenario.staffCompletes(
                pair, "userTask_approvePlan", Map.of("hubDecision", "changes", "comment", "Which dates?"));
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        assertThat(scenario.isAsked(pair, "mentee")).isTrue();
        assertThat(signed(current("activity-plan"), "hub")).isFalse();
    }

    @Test
    void aPlanTheHubWantsChangedIsShownToTheMentorEvenIfTheMenteeLeavesItAsItWas() {
        aPlanThatTheHubWantsChangedGoesBackToTheMentee();
        scenario.answers(pair, "mentee", exchange.plan(false));
        assertThat(scenario.isAsked(pair, "mentor")).isTrue();
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
    }

    @Test
    void aPlanThatComesBackIsReadWithoutTheDecisionOfTheFirstTime() {
        aPlanThatTheHubWantsChangedGoesBackToTheMentee();
        scenario.answers(pair, "mentee", exchange.plan(exchange.day(9, 13), false));
        scenario.answers(pair, "mentor", exchange.plan(exchange.day(9, 13), false));

        assertThat(forms.getTaskFormVariables(
                        scenario.task(pair, "userTask_approvePlan").getId(), null, false))
                .doesNotContainKey("hubDecision");
    }

    @Test
    void theHostHearsThatThePlanIsApproved() {
        exchange.runs("activity-plan", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(false));
        scenario.answers(pair, "mentor", exchange.plan(false));
        assertThat(outbox.sentTo(pair.number())).extracting(SentMail::text).doesNotContain("plan-approved");
        exchange.hubApproves();

        String host = recipients
                .addressee(recipients.of(pair.number(), "host").get(0), pair.programme(), pair.number())
                .name();
        assertThat(outbox.sentTo(pair.number()))
                .filteredOn(mail -> mail.text().equals("plan-approved"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).startsWith(host));
    }

    @Test
    void silenceAboutAPlanIsForStaffToDecideAndMayEndWithANewRequest() {
        exchange.runs("activity-plan", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(false));
        scenario.passesUntil(exchange.day(7, 1));
        assertThat(scenario.isAsked(pair, "mentor")).isFalse();
        scenario.staffCompletes(
                pair, "userTask_decideOnSilence", Map.of("silenceDecision", "ask-again", "reason", "Was ill."));
        assertThat(scenario.isAsked(pair, "mentor")).isTrue();
    }

    @Test
    void aPlanCanBeGivenUp() {
        exchange.runs("activity-plan", Map.of());
        scenario.passesUntil(exchange.day(7, 1));
        scenario.staffCompletes(
                pair, "userTask_decideOnSilence", Map.of("silenceDecision", "give-up", "reason", "Nobody there."));
        assertThat(exchange.isRunning()).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_givenUp");
    }

    @Test
    void anAdvanceThatIsAlreadyHandledIsNotBegunASecondTime() {
        exchange.runs("activity-plan", Map.of("advanceOpen", true));
        scenario.answers(pair, "mentee", exchange.plan(true));
        scenario.answers(pair, "mentor", exchange.plan(true));
        exchange.hubApproves();
        assertThat(scenario.passed(pair))
                .contains("endEvent_approved")
                .doesNotContain("escalationEvent_advanceApproved");
    }

    // visit

    private void aVisitIsBooked() {
        exchange.knows("activity-plan", exchange.plan(false));
        exchange.runs("visit", Map.of());
    }

    @Test
    void bothSidesAreRemindedThreeDaysBeforeTheVisit() {
        aVisitIsBooked();
        scenario.passesUntil(exchange.day(9, 2));
        assertThat(scenario.passed(pair)).doesNotContain("sendTask_remind");
        scenario.passesUntil(exchange.day(9, 3));
        assertThat(scenario.passed(pair)).contains("sendTask_remind");
    }

    @Test
    void aCheckInThatNobodyHoldsClosesByItselfWhenTheVisitEnds() {
        aVisitIsBooked();
        scenario.passesUntil(exchange.day(9, 7));
        assertThat(scenario.task(pair, "userTask_holdCheckIn")).isNotNull();
        scenario.passesUntil(exchange.day(9, 10));
        assertThat(scenario.tasks(pair))
                .noneMatch(task -> task.getTaskDefinitionKey().equals("userTask_holdCheckIn"));
        assertThat(scenario.isAsked(pair, "host")).isTrue();
    }

    @Test
    void aProblemInTheCheckInReachesStaff() {
        aVisitIsBooked();
        scenario.passesUntil(exchange.day(9, 7));
        scenario.staffCompletes(pair, "userTask_holdCheckIn", Map.of("checkIn", "ask-both"));
        scenario.answers(pair, "mentee", Map.of("allWell", "well"));
        scenario.answers(pair, "mentor", Map.of("allWell", "problem", "note", "No room."));
        assertThat(scenario.passed(pair)).contains("sendTask_tellStaff");
        scenario.passesUntil(exchange.day(9, 10));
        assertThat(scenario.isAsked(pair, "host")).isTrue();
    }

    @Test
    void aCheckInWithoutAProblemTellsNobody() {
        aVisitIsBooked();
        scenario.passesUntil(exchange.day(9, 7));
        scenario.staffCompletes(pair, "userTask_holdCheckIn", Map.of("checkIn", "ask-both"));
        scenario.answers(pair, "mentee", Map.of("allWell", "well"));
        scenario.answers(pair, "mentor", Map.of("allWell", "well"));
        assertThat(scenario.passed(pair)).contains("endEvent_fine").doesNotContain("sendTask_tellStaff");
    }

    @Test
    void staffConfirmTheEndWhenTheHostSaysNothing() {
        aVisitIsBooked();
        scenario.passesUntil(exchange.day(9, 30));
        assertThat(scenario.isAsked(pair, "host")).isFalse();
        scenario.staffCompletes(
                pair,
                "userTask_confirmVisitEnd",
                Map.of("endedOn", exchange.day(9, 8).toString(), "earlyReason", "A train strike."));
        assertThat(exchange.isRunning()).isFalse();
    }

    @Test
    void aVisitThatHasAlreadyBegunIsNotAnnouncedAgain() {
        scenario.itIs(exchange.day(6, 1));
        exchange.knows("activity-plan", exchange.plan(false));
        scenario.itIs(exchange.day(9, 7));
        exchange.runs("visit", Map.of());
        assertThat(scenario.stateOf(pair)).isEqualTo("visiting");
        assertThat(scenario.passed(pair)).doesNotContain("sendTask_remind");
    }

    // reports

    private void aVisitHasEnded() {
        exchange.knows("activity-plan", exchange.plan(false));
        exchange.knows("confirm-visit-end", Map.of("endedOn", exchange.day(9, 9).toString()));
        scenario.itIs(exchange.day(9, 10));
        exchange.runs("reporting", Map.of());
    }

    @Test
    void reportsAreDueAMonthAfterTheEndAndTheMenteesDraftEarlier() {
        aVisitHasEnded();
        assertThat(scenario.request(pair, "mentee").due().toString())
                .startsWith(exchange.day(9, 30).toString());
        assertThat(scenario.request(pair, "mentor").due().toString())
                .startsWith(exchange.day(10, 9).toString());
    }

    @Test
    void aReportTheMentorWantsChangedIsSignedInItsNewVersion() {
        aVisitHasEnded();
        scenario.answers(pair, "mentor", exchange.mentorReport());
        scenario.answers(pair, "mentee", exchange.menteeReport("We sat in."));
        scenario.answers(pair, "mentor", Map.of("coSign", "ask-changes", "comment", "Say what you learned."));
        scenario.answers(pair, "mentee", exchange.menteeReport("We sat in and learned to vote."));
        assertThat(signed(current("mentee-report"), "mentor")).isFalse();
        scenario.answers(pair, "mentor", Map.of("coSign", "sign"));
        assertThat(current("mentee-report").version()).isEqualTo(2);
        assertThat(signed(current("mentee-report"), "mentor")).isTrue();
        assertThat(scenario.task(pair, "userTask_acceptReports")).isNotNull();
    }

    private void theMentorDoesNotCoSign() {
        aVisitHasEnded();
        scenario.answers(pair, "mentor", exchange.mentorReport());
        scenario.answers(pair, "mentee", exchange.menteeReport("We sat in."));
        scenario.passesUntil(exchange.day(11, 20));
        assertThat(scenario.isAsked(pair, "mentor")).isFalse();
    }

    private void staffDecideOnTheCoSignature(String decision) {
        scenario.staffCompletes(
                pair,
                "userTask_decideOnSilence",
                Map.of("coSignDecision", decision, "reason", "The mentor has left the community."));
    }

    @Test
    void aMentorWhoDoesNotCoSignIsAskedOnceMoreWhenStaffSaySo() {
        theMentorDoesNotCoSign();
        staffDecideOnTheCoSignature("ask-again");
        scenario.answers(pair, "mentor", Map.of("coSign", "sign"));
        assertThat(scenario.task(pair, "userTask_acceptReports")).isNotNull();
    }

    @Test
    void anExchangeWhoseReportIsNotCoSignedIsClosedByStaffAndNotByItself() {
        theMentorDoesNotCoSign();
        staffDecideOnTheCoSignature("close");
        assertThat(scenario.passed(pair)).contains("boundaryEvent_noCoSignature", "endEvent_closed");
        assertThat(outbox.sentTo(pair.number())).extracting(SentMail::text).contains("reports-closed");
        assertThat(exchange.isRunning()).isFalse();
    }

    @Test
    void aSignatureUnderTheSameVersionDoesNotOutweighTheMentorsNo() {
        aVisitHasEnded();
        exchange.reportsAreSigned();
        scenario.staffCompletes(
                pair, "userTask_acceptReports", Map.of("reportsDecision", "ask-mentee", "comment", "Photos?"));
        assertThat(outbox.sentTo(pair.number()))
                .extracting(SentMail::text)
                .as("who has written a report is asked to change it, not to write it")
                .containsOnlyOnce("ask-mentee-report", "ask-report-changes");
        scenario.answers(pair, "mentee", exchange.menteeReport("We sat in."));
        scenario.answers(pair, "mentor", Map.of("coSign", "ask-changes", "comment", "The photos are missing."));

        assertThat(scenario.isAsked(pair, "mentee")).isTrue();
        assertThat(scenario.tasks(pair))
                .noneMatch(task -> task.getTaskDefinitionKey().equals("userTask_acceptReports"));
    }

    @Test
    void theHubSignsTheReportsItAccepts() {
        aVisitHasEnded();
        exchange.reportsAreSigned();
        scenario.staffCompletes(pair, "userTask_acceptReports", Map.of("reportsDecision", "accept"));

        assertThat(signed(current("mentee-report"), "hub")).isTrue();
        assertThat(signed(current("mentor-report"), "hub")).isTrue();
    }

    @Test
    void theHubMayAskEitherSideAgain() {
        aVisitHasEnded();
        exchange.reportsAreSigned();
        scenario.staffCompletes(
                pair, "userTask_acceptReports", Map.of("reportsDecision", "ask-mentor", "comment", "Advice?"));
        Map<String, Object> longer = new HashMap<>(exchange.mentorReport());
        longer.put("next", "Begin small and write it down.");
        scenario.answers(pair, "mentor", longer);
        scenario.staffCompletes(
                pair, "userTask_acceptReports", Map.of("reportsDecision", "ask-mentee", "comment", "Photos?"));
        scenario.answers(pair, "mentee", exchange.menteeReport("We sat in; see the photos."));
        scenario.answers(pair, "mentor", Map.of("coSign", "sign"));
        scenario.staffCompletes(pair, "userTask_acceptReports", Map.of("reportsDecision", "accept"));
        assertThat(exchange.isRunning()).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_accepted");
    }

    @Test
    void aLateReportIsTakenUntilTheCycleEnds() {
        aVisitHasEnded();
        scenario.passesUntil(exchange.day(12, 1));
        exchange.reportsAreSigned();
        assertThat(scenario.task(pair, "userTask_acceptReports")).isNotNull();
        assertThat(scenario.passed(pair)).contains("sendTask_tellStaff");
    }

    @Test
    void reportsSentInTimeAreReadAfterTheCycleHasEnded() {
        aVisitHasEnded();
        scenario.passesUntil(exchange.day(12, 20));
        exchange.reportsAreSigned();
        scenario.passesUntil(exchange.day(12, 23));
        scenario.staffCompletes(pair, "userTask_acceptReports", Map.of("reportsDecision", "accept"));
        assertThat(scenario.passed(pair)).contains("endEvent_accepted").doesNotContain("endEvent_closed");
    }

    @Test
    void theHubMayCloseWithoutReportsThatNeverBecameGood() {
        aVisitHasEnded();
        exchange.reportsAreSigned();
        scenario.staffCompletes(
                pair, "userTask_acceptReports", Map.of("reportsDecision", "close", "comment", "They say nothing."));
        assertThat(scenario.passed(pair)).contains("endEvent_closed").doesNotContain("endEvent_accepted");
    }

    // call

    private void reportsAreIn() {
        scenario.itIs(exchange.day(10, 1));
        exchange.runs("follow-up-call", Map.of());
    }

    @Test
    void anotherDateIsProposedUntilBothAgree() {
        reportsAreIn();
        scenario.answers(pair, "mentee", exchange.proposedCall(exchange.day(10, 20)));
        scenario.answers(
                pair,
                "mentor",
                Map.of("callAnswer", "other", "otherOn", exchange.day(10, 22).toString(), "otherAt", "17:00"));
        assertThat(callMails()).containsExactlyInAnyOrder("ask-call-date", "ask-call-date-other");
        scenario.answers(pair, "mentee", exchange.proposedCall(exchange.day(10, 22)));
        scenario.answers(pair, "mentor", Map.of("callAnswer", "agree"));
        scenario.passesUntil(exchange.day(10, 21));
        assertThat(scenario.passed(pair)).contains("sendTask_remind");
        assertThat(scenario.isAsked(pair, "mentee")).isFalse();
        scenario.passesUntil(exchange.day(10, 23));
        scenario.answers(pair, "mentee", exchange.callNotes());
        assertThat(scenario.passed(pair)).contains("endEvent_held");
    }

    private List<String> callMails() {
        return outbox.sentTo(pair.number()).stream()
                .map(SentMail::text)
                .filter(text -> text.startsWith("ask-call-date"))
                .toList();
    }

    @Test
    void aCallThatWasNotHeldGetsAnotherDateWhenStaffSaySo() {
        reportsAreIn();
        scenario.answers(pair, "mentee", exchange.proposedCall(exchange.day(10, 20)));
        scenario.answers(pair, "mentor", Map.of("callAnswer", "agree"));
        scenario.passesUntil(exchange.day(10, 21));
        scenario.answers(pair, "mentee", Map.of("callHeld", false, "note", "The line was down."));
        scenario.staffCompletes(pair, "userTask_decideOnCall", Map.of("callDecision", "again", "note", "Try again."));
        assertThat(scenario.isAsked(pair, "mentee")).isTrue();
        assertThat(callMails()).containsExactlyInAnyOrder("ask-call-date-again", "ask-call-date");
    }

    @Test
    void bothSidesAreToldTheAgreedDateAndRemindedTheDayBefore() {
        reportsAreIn();
        scenario.answers(pair, "mentee", exchange.proposedCall(exchange.day(10, 20)));
        assertThat(scenario.passed(pair)).doesNotContain("sendTask_tellDate");
        scenario.answers(pair, "mentor", Map.of("callAnswer", "agree"));
        assertThat(scenario.passed(pair)).contains("sendTask_tellDate").doesNotContain("sendTask_remind");
    }

    private void staffAskOnceMoreForTheNotes() {
        reportsAreIn();
        scenario.answers(pair, "mentee", exchange.proposedCall(exchange.day(10, 20)));
        scenario.answers(pair, "mentor", Map.of("callAnswer", "agree"));
        scenario.passesUntil(exchange.day(11, 20));
        scenario.staffCompletes(
                pair,
                "userTask_decideOnCall",
                Map.of("callDecision", "notes", "note", "Your mentor says it was held."));
    }

    @Test
    void notesThatNeverCameAreAskedForOnceMoreWhenTheCallWasHeld() {
        staffAskOnceMoreForTheNotes();
        scenario.answers(pair, "mentee", exchange.callNotes());
        assertThat(scenario.passed(pair)).contains("endEvent_noted").doesNotContain("endEvent_nothingCame");
        assertThat(exchange.isRunning()).isFalse();
    }

    @Test
    void anExchangeGoesOnWithoutNotesThatDoNotComeTheSecondTimeEither() {
        staffAskOnceMoreForTheNotes();
        scenario.passesUntil(exchange.day(12, 30));
        assertThat(scenario.passed(pair)).contains("endEvent_nothingCame").doesNotContain("endEvent_noted");
        assertThat(exchange.isRunning()).isFalse();
    }

    @Test
    void anExchangeGoesOnWithoutACallWhenNobodyProposesOne() {
        reportsAreIn();
        scenario.passesUntil(exchange.day(11, 1));
        scenario.staffCompletes(
                pair, "userTask_decideOnCall", Map.of("callDecision", "without", "note", "Both are busy."));
        assertThat(exchange.isRunning()).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_without");
    }

    @Test
    void aMentorWhoDoesNotAnswerIsAMatterForStaff() {
        reportsAreIn();
        scenario.answers(pair, "mentee", exchange.proposedCall(exchange.day(11, 20)));
        scenario.passesUntil(exchange.day(11, 1));
        assertThat(scenario.task(pair, "userTask_decideOnCall")).isNotNull();
    }
}
