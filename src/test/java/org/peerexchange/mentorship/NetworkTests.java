package org.peerexchange.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.application.RequestingHelp;
import org.peerexchange.portal.Visitor;
import org.peerexchange.programme.Case;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes on beside the pairs: buddy circles, open meetings, work recorded, questions answered (domain B1, B3, B5, B6). */
@PeerExchangeTest
class NetworkTests extends RunningCohort {

    @LocalServerPort
    private int port;

    @Autowired
    private RequestingHelp requesting;

    private List<Case> of(String kind) {
        return cases.findByCycleAndKindOrderByNumber(cohort.number(), kind);
    }

    private List<String> lettersOf(Case subject, String text) {
        dispatcher.dispatch();
        return jdbc.queryForList(
                "select body from app.mails where case_number = ? and text = ?", String.class, subject.number(), text);
    }

    @Test
    void collaboratorsShareInSmallCirclesOnceAMonthUntilTheCohortEnds() {
        scenario.passesUntil(day(1, 20));
        aPairMeets();
        for (int n = 0; n < 9; n++) {
            accepted(
                    "collaborator",
                    "Collab " + (char) ('A' + n),
                    n == 0 ? Map.of("circleName", "Alma") : Map.of("publicList", n == 2 ? "yes" : "no"));
        }
        scenario.passesUntil(day(3, 17));
        List<Case> circles = of("circle");
        assertThat(circles).extracting(Case::title).containsExactly("Buddy circle 1", "Buddy circle 2");
        Case first = circles.get(0);
        assertThat(jdbc.queryForObject(
                        "select count(*) from app.parties where case_number = ?", Integer.class, first.number()))
                .isEqualTo(5);
        assertThat(lettersOf(first, "circle-opened")).hasSize(5).allSatisfy(letter -> assertThat(letter)
                .contains("- Alma\n- Collab C\n- somebody who", "In a month")
                .doesNotContain("- Collab A", "- Collab E"));

        scenario.passesUntil(day(4, 17));
        scenario.answers(first, "member1", Map.of("saidBy", "A", "success", "Ten articles.", "challenge", "No room."));
        scenario.answers(first, "member2", Map.of("saidBy", "B", "success", "A new school.", "challenge", "No time."));
        jdbc.update(
                "update app.persons set locale = 'pl' where id = (select person_id from app.parties where case_number = ? and side = 'member3')",
                first.number());
        scenario.passesUntil(day(5, 5));

        List<String> shared = lettersOf(first, "circle-shared");
        assertThat(shared).hasSize(5);
        assertThat(shared)
                .filteredOn(letter -> !letter.contains("Teraz"))
                .hasSize(4)
                .allSatisfy(
                        letter -> assertThat(letter)
                                .contains(
                                        "\n\nA: Ten articles. Hard just now: No room.\n\nB: A new school. Hard just now: No time.\n\n"));
        assertThat(shared)
                .filteredOn(letter -> letter.contains("Teraz"))
                .singleElement()
                .asString()
                .contains("\n\nA: Ten articles. Teraz trudne: No room.\n\nB: A new school. Teraz trudne: No time.\n\n");
        assertThat(lettersOf(circles.get(1), "circle-shared")).isEmpty();

        scenario.passesUntil(day(11, 2));
        assertThat(scenario.stateOf(first)).isEqualTo("circle-ended");
    }

    private String sideOf(Case signUp, Case circle) {
        return jdbc.queryForObject(
                "select side from app.parties where case_number = ? and application = ?",
                String.class,
                circle.number(),
                signUp.number());
    }

    @Test
    void whoHasLeftIsNeitherAskedNorWrittenToAndTheNextMonthWaitsForNobody() {
        scenario.passesUntil(day(1, 20));
        aPairMeets();
        Case leaver = accepted("collaborator", "Collab A", Map.of());
        Case sharer = accepted("collaborator", "Collab B", Map.of());
        Case silent = accepted("collaborator", "Collab C", Map.of());
        scenario.passesUntil(day(3, 17));
        Case circle = of("circle").get(0);
        scenario.tells(leaver, "applicant", "withdraw", "withdraw-sign-up", Map.of("sure", true));
        assertThat(scenario.stateOf(leaver)).isEqualTo("withdrawn");
        scenario.passesUntil(day(4, 17));

        assertThat(scenario.isAsked(circle, sideOf(leaver, circle))).isFalse();
        assertThat(scenario.isAsked(circle, sideOf(silent, circle))).isTrue();
        scenario.answers(circle, sideOf(sharer, circle), Map.of("saidBy", "B", "success", "A new school."));
        scenario.passesUntil(day(5, 5));
        assertThat(lettersOf(circle, "circle-shared")).hasSize(2);
        scenario.passesUntil(day(5, 17));
        assertThat(scenario.isAsked(circle, sideOf(silent, circle)))
                .as("a month after the last time")
                .isTrue();

        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(cohort.number())
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "nobody says that it is over"));
        scenario.passesUntil(day(11, 2));
        assertThat(scenario.stateOf(circle)).isEqualTo("circle-ended");
    }

    @Test
    void aCircleEndsWithItsCohortAndAsksNobodyAnyMore() {
        scenario.passesUntil(day(1, 20));
        accepted("collaborator", "Collab A", Map.of());
        accepted("collaborator", "Collab B", Map.of());
        scenario.passesUntil(day(3, 17));

        assertThat(scenario.stateOf(of("circle").get(0))).isEqualTo("circle-ended");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(of("circle").get(0).number())
                        .count())
                .isZero();
    }

    @Test
    void everybodyIsInvitedToAMeetingAndGetsItsNotesWhichArePublished() {
        scenario.passesUntil(day(1, 20));
        Case collaborator = accepted("collaborator", "Cora", Map.of());
        scenario.staffStarts(
                "meeting",
                Map.of(
                        "title", "Spring call",
                        "meetingOn", year + "-01-30",
                        "meetingAt", "17:00",
                        "meetingWhere", "https://meet.example/spring",
                        "meetingAbout", "What we plan."));
        Case meeting = of("meeting").get(0);
        assertThat(lettersOf(meeting, "meeting-invitation"))
                .hasSize(1)
                .first()
                .asString()
                .contains("17:00 (Warsaw time)");
        assertThat(jdbc.queryForObject(
                        "select invitation #>> '{entry,begins}' from app.mails where case_number = ? and text = 'meeting-invitation'",
                        String.class,
                        meeting.number()))
                .isEqualTo(year + "-01-30T16:00:00Z");
        scenario.passesUntil(day(1, 28));
        assertThat(mails(meeting, "meeting-reminder")).isZero();
        scenario.passesUntil(day(1, 29));
        assertThat(mails(meeting, "meeting-reminder")).isEqualTo(1);
        scenario.passesUntil(day(1, 31));
        scenario.staffCompletes(
                meeting,
                "userTask_record",
                Map.of(
                        "meetingHeld", "yes",
                        "attendance", 12,
                        "reportSummary", "Twelve of us planned the spring.",
                        "report", "== Plans ==\nWe plan a week of schools.",
                        "maybePublished", true));

        assertThat(scenario.stateOf(meeting)).isEqualTo("meeting-held");
        assertThat(lettersOf(meeting, "meeting-notes"))
                .hasSize(1)
                .first()
                .asString()
                .contains("/reports/" + meeting.number());
        assertThat(new Visitor(port).opens("/reports/" + meeting.number()).text())
                .contains("Notes: Spring call", "<h2>Plans</h2>");
        assertThat(new Visitor(port).opens("/programmes/mentorship").text()).contains("Notes: Spring call");
        assertThat(scenario.stateOf(collaborator)).isEqualTo("in-network");
    }

    @Test
    void aMeetingThatWasNotHeldHasNoNotes() {
        scenario.passesUntil(day(1, 20));
        scenario.staffStarts(
                "meeting",
                Map.of(
                        "title", "Empty call",
                        "meetingOn", year + "-01-25",
                        "meetingAt", "17:00",
                        "meetingWhere", "https://meet.example/spring",
                        "meetingAbout", "Nothing."));
        Case meeting = of("meeting").get(0);
        scenario.passesUntil(day(1, 26));
        scenario.staffCompletes(meeting, "userTask_record", Map.of("meetingHeld", "no"));

        assertThat(scenario.stateOf(meeting)).isEqualTo("meeting-not-held");
        assertThat(new Visitor(port).opens("/reports/" + meeting.number()).status())
                .isEqualTo(404);
    }

    @Test
    void aMeetingThatIsCalledOffLeavesTheCalendarsAndNobodyIsRemindedOfIt() {
        scenario.passesUntil(day(1, 20));
        accepted("collaborator", "Cora", Map.of());
        scenario.staffStarts(
                "meeting",
                Map.of(
                        "title", "Spring call",
                        "meetingOn", year + "-01-30",
                        "meetingAt", "17:00",
                        "meetingWhere", "https://meet.example/spring",
                        "meetingAbout", "What we plan."));
        Case meeting = of("meeting").get(0);
        scenario.staffStarts(
                "call-off-meeting", Map.of("meeting", meeting.number(), "reason", "It takes place in March instead."));

        assertThat(scenario.stateOf(meeting)).isEqualTo("meeting-not-held");
        assertThat(lettersOf(meeting, "meeting-called-off"))
                .hasSize(1)
                .first()
                .asString()
                .contains("It takes place in March instead.", "out of your calendar");
        assertThat(jdbc.queryForObject(
                        "select invitation #>> '{cancelled}' from app.mails where case_number = ? and text = 'meeting-called-off'",
                        String.class,
                        meeting.number()))
                .isEqualTo("true");
        scenario.passesUntil(day(2, 2));
        assertThat(mails(meeting, "meeting-reminder")).isZero();
    }

    @Test
    void workIsRecordedWithTheCohortOnceItIsDone() {
        Map<String, Object> work = Map.of(
                "workKind", "learning-module",
                "title", "Module on sources",
                "workOn", year + "-01-09",
                "workWhat", "We tested it with two teachers.");
        scenario.staffStarts("record-work", work);
        assertThat(of("work")).extracting(Case::title).containsExactly("Module on sources");
        assertThat(scenario.stateOf(of("work").get(0))).isEqualTo("work-recorded");

        assertThatThrownBy(() -> scenario.staffStarts(
                        "record-work",
                        Map.of(
                                "workKind", "opportunity",
                                "title", "Too early",
                                "workOn", year + "-02-01",
                                "workWhat", "Not yet.")))
                .hasMessageContaining("still to come");
    }

    @Test
    void whileTwoCohortsAreOpenStaffSayWhichOfThemAMeetingOrWorkIsFor() {
        Case next = opens(2, "07-15", "08-15", "09-15", (year + 1) + "-04-30");
        Map<String, Object> work = Map.of(
                "workKind", "opportunity",
                "title", "A school asks",
                "workOn", year + "-01-09",
                "workWhat", "We met them.");
        assertThatThrownBy(() -> scenario.staffStarts("record-work", work)).hasMessageContaining("For which cohort?");
        Map<String, Object> forTheNext = new java.util.HashMap<>(work);
        forTheNext.put("cohort", next.number());
        scenario.staffStarts("record-work", forTheNext);
        scenario.staffStarts(
                "meeting",
                Map.of(
                        "cohort", cohort.number(),
                        "title", "Spring call",
                        "meetingOn", year + "-01-30",
                        "meetingAt", "17:00",
                        "meetingWhere", "https://meet.example/spring",
                        "meetingAbout", "What we plan."));

        assertThat(cases.findByCycleAndKindOrderByNumber(next.number(), "work")).hasSize(1);
        assertThat(of("work")).isEmpty();
        assertThat(of("meeting")).extracting(Case::title).containsExactly("Spring call");
    }

    @Test
    void aQuestionIsAnsweredByMail() {
        String number = requesting.ask(
                "mentorship",
                new java.util.HashMap<>(Map.of(
                        "topic", "sign-up", "question", "May I?", "name", "Quinn", "email", "quinn@example.org")),
                Locale.ENGLISH);
        scenario.runJobs();
        Case question = cases.of(number);
        scenario.staffCompletes(question, "userTask_answer", Map.of("answer", "Yes, you may."));

        assertThat(scenario.stateOf(question)).isEqualTo("answered");
        assertThat(lettersOf(question, "help-answered")).first().asString().contains("May I?", "Yes, you may.");
        scenario.staffStarts(
                "mentorship-help",
                Map.of("topic", "other", "question", "By phone", "name", "Quinn", "email", "quinn@example.org"));
        assertThat(of("request")).hasSize(2);
    }
}
