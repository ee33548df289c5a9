package org.peerexchange.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.application.Applying;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.springframework.beans.factory.annotation.Autowired;

/** A cohort of the mentorship: people sign up, are matched, meet for six months, and some things go another way. */
@PeerExchangeTest
class MentorshipTests extends RunningCohort {

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Test
    void aCohortRunsFromSignUpToItsReportAndWhoHasTheHoursGetsACertificate() {
        assertThat(scenario.stateOf(cohort)).isEqualTo("announced");
        scenario.passesUntil(day(1, 20));
        Case collaborator = accepted("collaborator", "Cora", Map.of());
        assertThat(scenario.stateOf(collaborator)).isEqualTo("in-network");
        aPairMeets();
        assertThat(pair.title()).isEqualTo("Ana ← Ben");
        assertThat(scenario.stateOf(pair)).isEqualTo("meeting");
        assertThat(scenario.stateOf(mentee)).isEqualTo("matched");

        sixMonths(4.5);

        assertThat(scenario.stateOf(pair)).isEqualTo("completed");
        assertThat(Facts.at(facts.of(pair.number()), "decisions.certificateHours.reasons"))
                .asString()
                .contains("mentee 18, mentor 18. A");
        assertThat(Facts.at(facts.of(pair.number()), "decisions.certificateHours.outcome"))
                .isEqualTo("both");
        assertThat(mails(pair, "certificate")).isEqualTo(2);
        assertThat(scenario.stateOf(cohort)).isEqualTo("wrapping-up");
        assertThat(scenario.stateOf(collaborator)).isEqualTo("took-part");
        assertThat(scenario.stateOf(mentee)).isEqualTo("took-part");

        scenario.passes(Duration.ofDays(20));
        scenario.staffCompletes(
                cohort,
                "userTask_publishReport",
                Map.of("reportSummary", "One pair met.", "report", "== Pairs ==\nOne.", "namesNobody", true));
        assertThat(scenario.stateOf(cohort)).isEqualTo("closed");
        assertThat(mails(cohort, "cohort-report-published")).isEqualTo(3);
        theLastMailsToTheMenteeFitEachOther();
    }

    /** Each asks for one thing at most, and none says that nothing comes any more before the last one. */
    private void theLastMailsToTheMenteeFitEachOther() {
        dispatcher.dispatch();
        Map<String, String> bodies = new HashMap<>();
        jdbc.queryForList(
                        """
                        select text, body from app.mails where recipient =
                        (select recipient from app.mails where case_number = ? and text = 'sign-up-accepted')""",
                        mentee.number())
                .forEach(mail -> bodies.put((String) mail.get("text"), (String) mail.get("body")));
        assertThat(bodies).containsKeys("certificate", "pairing-completed", "ask-survey", "cohort-report-published");
        assertThat(bodies.get("pairing-completed"))
                .contains(
                        "Both have the hours for a certificate.",
                        "gets the certificate in a mail of its own",
                        "a short survey without your name, and its report");
        assertThat(bodies.get("ask-survey")).contains("The report of the cohort comes to you in a mail");
        assertThat(bodies.remove("cohort-report-published")).contains("our last mail about this cohort");
        assertThat(bodies.values())
                .allSatisfy(body -> assertThat(body).doesNotContain("nothing more to do", "last mail"));
    }

    @Test
    void anEvaluationThatSaysTheSameAtTheEndAsAtHalfTimeIsThereTwice() {
        aPairMeets();
        sixMonths(1);

        for (String document : List.of("mentee-evaluation", "mentor-evaluation")) {
            assertThat(jdbc.queryForList(
                            "select version from app.submissions where case_number = ? and document = ? order by version",
                            Integer.class,
                            pair.number(),
                            document))
                    .containsExactly(1, 2);
        }
    }

    @Test
    void hoursThatTheOtherSideDidNotConfirmDoNotCount() {
        aPairMeets();
        scenario.passesUntil(day(4, 2));
        scenario.answers(pair, "mentee", checkIn(30, false));
        Map<String, Object> doubts = checkIn(20, false);
        doubts.put("confirmsHours", "no");
        scenario.answers(pair, "mentor", doubts);
        scenario.passesUntil(day(5, 2));
        staffLead();
        for (int month : List.of(6, 7)) {
            scenario.passesUntil(day(month, 2));
            bothCheckIn(0.5, false);
            if (month == 6) {
                bothEvaluate();
            }
        }
        scenario.passesUntil(day(8, 2));
        staffLead();
        scenario.passesUntil(day(9, 2));
        assertThatThrownBy(() -> scenario.answers(pair, "mentee", checkIn(0.7, true)))
                .hasMessageContaining("whole or half hours");
        bothCheckIn(0.5, false);
        bothEvaluate();

        assertThat(Facts.at(facts.of(pair.number()), "decisions.certificateHours.outcome"))
                .isEqualTo("mentor");
        assertThat(mails(pair, "certificate")).isEqualTo(1);
        assertThat(mails(pair, "hours-not-confirmed")).isEqualTo(1);
        assertThat(greeted("hours-not-confirmed")).containsExactly("Hello Ana");
        assertThat(jdbc.queryForObject(
                        "select body from app.mails where case_number = ? and text = 'pairing-completed' limit 1",
                        String.class,
                        pair.number()))
                .contains(
                        "mentee 1.5, mentor 21.5. A",
                        "not confirmed by the other side: mentee 30, mentor 0.",
                        "The mentor has the hours")
                .doesNotContain("The mentee has", "Both have");
    }

    /** How the mails with this text about the pair begin. */
    private List<String> greeted(String text) {
        dispatcher.dispatch();
        return jdbc.queryForList(
                "select split_part(body, ',', 1) from app.mails where case_number = ? and text = ?",
                String.class,
                pair.number(),
                text);
    }

    @Test
    void theMentorHearsThatHersAreNotConfirmedAfterTheLastCheckInToo() {
        aPairMeets();
        scenario.passesUntil(day(4, 2));
        bothCheckIn(4, true);
        scenario.passesUntil(day(5, 2));
        staffLead();
        scenario.passesUntil(day(6, 2));
        bothCheckIn(4, false);
        scenario.answers(pair, "mentee", Map.of("satisfaction", 5, "learned", "To plan.", "confirmsHours", "no"));

        assertThat(greeted("hours-not-confirmed")).containsExactly("Hello Ben");
        assertThat(mails(pair, "help-needed")).isZero();
    }

    @Test
    void staffHearAtOnceThatAPairNeedsHelp() {
        aPairMeets();
        scenario.passesUntil(day(4, 2));
        Map<String, Object> stuck = checkIn(2, false);
        stuck.put("going", "help");
        stuck.put("note", "We find no room.");
        scenario.answers(pair, "mentee", stuck);

        dispatcher.dispatch();
        assertThat(jdbc.queryForList(
                        "select body from app.mails where case_number = ? and text = 'help-needed' and recipient = 'staff:mentorship-staff'",
                        String.class,
                        pair.number()))
                .singleElement()
                .asString()
                .contains("Mentee: We need help. We find no room.")
                .doesNotContain("Mentor:");
        scenario.answers(pair, "mentor", checkIn(2, true));
        assertThat(mails(pair, "help-needed")).isEqualTo(1);
        assertThat(scenario.stateOf(pair)).isEqualTo("meeting");
    }

    @Test
    void aPairWithoutTheHoursIsThankedAllTheSame() {
        aPairMeets();
        sixMonths(1);

        assertThat(scenario.stateOf(pair)).isEqualTo("completed");
        assertThat(mails(pair, "certificate")).isZero();
        assertThat(mails(pair, "pairing-completed")).isEqualTo(2);
    }

    @Test
    void whoIsNotAcceptedReadsWhyAndWhoWithdrawsIsLetGo() {
        scenario.passesUntil(day(1, 20));
        Case declined = signsUp("mentee", "Dora", Map.of());
        scenario.staffCompletes(
                declined,
                "userTask_reviewSignUp",
                Map.of("signUpDecision", "decline", "reason", "This is about photography."));
        assertThat(scenario.stateOf(declined)).isEqualTo("not-accepted");
        mentee = accepted("mentee", "Ana", Map.of());
        mentor = accepted("mentor", "Ben", Map.of());
        scenario.passesUntil(day(2, 20));
        staffSend(mentee, mentor);

        scenario.tells(mentee, "applicant", "withdraw", "withdraw-sign-up", Map.of("sure", true));

        assertThat(scenario.stateOf(mentee)).isEqualTo("withdrawn");
        assertThat(scenario.stateOf(lastPair())).isEqualTo("declined");
        assertThat(scenario.stateOf(mentor)).isEqualTo("in-pool");
    }

    @Test
    void aMentorWithTwoPlacesMeetsTwoMenteesAndWhoComesLateIsInTheNextRound() {
        scenario.passesUntil(day(1, 20));
        mentor = accepted("mentor", "Ben", Map.of("menteesWanted", 2));
        mentee = accepted(
                "mentee", "Ana", Map.of("takesPartAs", "group", "community", "other", "communityName", "Teachers"));
        assertThat(mentee.title()).isEqualTo("Teachers as mentee");
        scenario.passesUntil(day(2, 20));
        staffSend(mentee, mentor);
        bothAccept(lastPair());
        assertThat(scenario.stateOf(mentor)).isEqualTo("in-pool");

        Case late = accepted("mentee", "Eva", Map.of());
        scenario.staffCompletes(cohort, "userTask_confirmPairs", Map.of("matchingDecision", "finish"));
        Case later = accepted("mentee", "Fay", Map.of());
        staffSend(late, mentor);
        bothAccept(lastPair());
        assertThat(scenario.stateOf(mentor)).isEqualTo("matched");
        assertThat(scenario.stateOf(later)).isEqualTo("in-pool");

        scenario.passesUntil(day(3, 16));
        assertThat(scenario.stateOf(later)).isEqualTo("waiting-list");
        assertThat(scenario.stateOf(cohort)).isEqualTo("under-way");
        Case muchLater = accepted("mentee", "Gil", Map.of());
        assertThat(scenario.stateOf(muchLater)).isEqualTo("waiting-list");
        assertThatThrownBy(() -> signsUp("mentor", "Hal", Map.of())).isInstanceOf(Applying.WindowClosed.class);
    }

    @Test
    void aRoundThatNobodyConfirmsEndsWithTheLastDayOfMatchingAndWhoHasAPartnerKeepsIt() {
        scenario.passesUntil(day(1, 20));
        mentor = accepted("mentor", "Ben", Map.of("menteesWanted", 2));
        mentee = accepted("mentee", "Ana", Map.of());
        scenario.passesUntil(day(2, 20));
        staffSend(mentee, mentor);
        bothAccept(lastPair());
        Case other = accepted("mentee", "Eva", Map.of());

        scenario.passesUntil(day(3, 16));

        assertThat(scenario.stateOf(other)).isEqualTo("waiting-list");
        assertThat(scenario.stateOf(mentor)).isEqualTo("matched");
    }

    @Test
    void twoCohortsOfAYearOverlapAndTheWaitingListIsTold() {
        scenario.passesUntil(day(1, 20));
        mentee = accepted("mentee", "Ana", Map.of());
        scenario.passesUntil(day(7, 2));
        assertThat(scenario.stateOf(mentee)).isEqualTo("waiting-list");
        Case second = opens(2, "07-15", "08-15", "09-15", (year + 1) + "-04-30");
        scenario.passesUntil(day(7, 16));

        assertThat(mails(second, "waiting-list-invited")).isEqualTo(1);
        assertThat(signsUp("mentee", "Ana", Map.of()).cycle()).isEqualTo(second.number());
        assertThatThrownBy(() -> opens(2, "07-20", "08-15", "09-15", (year + 1) + "-04-30"))
                .hasMessageContaining("already a cohort");
    }

    @Test
    void aPairInTroubleGoesOnWhereItStopped() {
        aPairMeets();
        scenario.passesUntil(day(4, 2));
        bothCheckIn(2, true);
        somebodyReportsTrouble();

        staffDecide("go-on");

        assertThat(scenario.stateOf(pair)).isEqualTo("meeting");
        scenario.passesUntil(day(5, 2));
        assertThat(scenario.task(pair, "userTask_leadCheckIn")).isNotNull();
    }

    @Test
    void bothSidesOfAPairThatComesApartGetAnotherPartner() {
        aPairIsMatched();
        Case other = accepted("mentor", "Ida", Map.of());
        somebodyReportsTrouble();

        staffDecide("re-pair");

        assertThat(scenario.stateOf(pair)).isEqualTo("ended-early");
        assertThat(scenario.stateOf(mentee)).isEqualTo("in-pool");
        assertThat(scenario.stateOf(mentor)).isEqualTo("in-pool");
        staffSend(mentee, other);
        bothAccept(lastPair());
        assertThat(scenario.stateOf(mentee)).isEqualTo("matched");
    }

    @Test
    void whoIsSilentForTwoCheckInsIsBroughtToStaffWhoMayEndTheMentorship() {
        aPairMeets();
        scenario.passesUntil(day(4, 2));
        scenario.passesUntil(day(4, 30));
        assertThat(scenario.isAsked(pair, "mentee")).isFalse();
        scenario.passesUntil(day(5, 2));
        staffLead();
        scenario.passesUntil(day(6, 30));
        assertThat(scenario.stateOf(pair)).isEqualTo("in-trouble");

        staffDecide("end");

        assertThat(scenario.stateOf(pair)).isEqualTo("ended-early");
        assertThat(mails(pair, "pairing-ended")).isEqualTo(2);
        assertThat(scenario.stateOf(mentee)).isEqualTo("pairing-ended");
    }

    @Test
    void neitherStaffSeesWhatThePeopleOfTheOthersAreAskedNorStartsTheirProcesses() {
        aPairIsMatched();

        assertThat(openTasksSeenBy("mentorship-staff")).isEqualTo(1);
        assertThat(openTasksSeenBy("exchange-staff")).isZero();
        assertThat(openTasksSeenBy("outreach")).isZero();
        identity.setAuthentication("somebody", List.of("exchange-staff"));
        try {
            assertThatThrownBy(() -> opens(2, "07-15", "08-15", "09-15", (year + 1) + "-04-30"))
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** How many open tasks of the pair somebody in this group finds in Tasklist. */
    private long openTasksSeenBy(String group) {
        identity.setAuthentication("somebody", List.of(group));
        try {
            return tasks.createTaskQuery()
                    .processInstanceBusinessKey(pair.number())
                    .count();
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void aPairWithoutAPlanIsBroughtToStaff() {
        aPairIsMatched();
        scenario.passesUntil(day(4, 1));

        assertThat(scenario.stateOf(pair)).isEqualTo("in-trouble");
        staffDecide("go-on");
        assertThat(scenario.stateOf(pair)).isEqualTo("planning");
        assertThat(scenario.isAsked(pair, "mentee")).isTrue();
    }

    @Test
    void theCohortIsSummedUpOnItsLastDayThoughAPairStillMeets() {
        aPairMeets();
        scenario.passesUntil(day(4, 2));
        bothCheckIn(2, true);
        scenario.passesUntil(day(5, 2));

        scenario.passesUntil(day(9, 20));
        Case waitsForStaff = signsUp("mentee", "Kim", Map.of());
        Case collaborator = signsUp("collaborator", "Lou", Map.of());
        scenario.passesUntil(day(11, 1));

        assertThat(scenario.stateOf(cohort)).isEqualTo("wrapping-up");
        assertThat(scenario.stateOf(mentee)).isEqualTo("took-part");
        assertThat(mails(cohort, "cohort-ended")).isEqualTo(1);
        scenario.staffCompletes(waitsForStaff, "userTask_reviewSignUp", Map.of("signUpDecision", "accept"));
        scenario.staffCompletes(collaborator, "userTask_reviewSignUp", Map.of("signUpDecision", "accept"));
        assertThat(scenario.stateOf(waitsForStaff)).isEqualTo("waiting-list");
        assertThat(scenario.stateOf(collaborator)).isEqualTo("took-part");
    }
}
