package org.peerexchange.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerexchange.programme.Case;

/** The mentorship's cohort report, from its table and its text. */
class CohortReportTests {

    private static final Recipe RECIPE =
            new Recipe("cohort-report-draft", List.of("completed", "ended-early"), "mentorship-report", null);

    private final StagedCycle cohort = new StagedCycle("mentorship");

    @Test
    void signUpsAreCountedByRoleAndOutcome() {
        cohort.has(Case.APPLICATION, "took-part", Map.of("mentorSignUp", Map.of()))
                .has(Case.APPLICATION, "took-part", Map.of("menteeSignUp", Map.of()))
                .has(Case.APPLICATION, "took-part", Map.of("menteeSignUp", Map.of()));

        assertThat(report())
                .contains("| Mentee\n| Took part\n| 2\n|-\n| Mentor\n| Took part\n| 1\n|}")
                .doesNotContain("== Hours", "== Work", "== Meetings", "== Certificates");
    }

    @Test
    void hoursThatTheOtherSideConfirmedAreAddedUpAndAveraged() {
        cohort.has(
                        Case.PAIR,
                        "completed",
                        Map.of(
                                "sent",
                                List.of(
                                        sent("mentee-check-in", 6, "mentor"),
                                        sent("mentee-check-in", 5, "mentor"),
                                        sent("mentee-check-in", 100, "mentee"),
                                        sent("mentor-check-in", 4.5, "mentee"))))
                .has(Case.PAIR, "ended-early", Map.of("sent", List.of(sent("mentee-check-in", 2, "mentor"))))
                .has(Case.PAIR, "declined", Map.of("sent", List.of(sent("mentee-check-in", 90, "mentor"))));

        assertThat(report())
                .contains(
                        "Hours of mentees that their mentors confirmed: 13, on average 6.5 in each pair",
                        "Hours of mentors that their mentees confirmed: 4.5, on average 2.2 in each pair");
    }

    @Test
    void workIsListedWithItsLinkAndMeetingsThatWereHeldWithTheirReport() {
        cohort.hasNobodys(
                "work",
                "work-recorded",
                Map.of(
                        "recordWork",
                        Map.of(
                                "workLink",
                                "https://example.org/module",
                                "inWords",
                                Map.of(
                                        "workKind", "Module",
                                        "workOn", "1 May 2027",
                                        "workWhat", "Read for Ana Petrović, ana@example.org"))));
        cohort.hasNobodys("meeting", "meeting-held", meeting(12));
        cohort.hasNobodys("meeting", "meeting-held", meeting(9));
        cohort.hasNobodys("meeting", "meeting-not-held", Map.of("recordMeeting", Map.of("meetingHeld", "no")));

        assertThat(report())
                .contains(
                        "* '''Title of X-000''' (Module, 1 May 2027): Read for (name removed), (address removed) [https://example.org/module]")
                .contains("Meetings held: 2, with 10 people on average.", "* '''Title of X-001''': We met")
                .doesNotContain("Title of X-003");
    }

    private String report() {
        return cohort.draft(RECIPE, "Ana Petrović").report();
    }

    private static Map<String, Object> meeting(int attendance) {
        return Map.of(
                "recordMeeting",
                Map.of("meetingHeld", "yes", "attendance", attendance, "inWords", Map.of("reportSummary", "We met")));
    }

    private static Map<String, Object> sent(String document, Number hours, String signedBy) {
        return Map.of("document", document, "signedBy", List.of(signedBy), "answers", Map.of("hours", hours));
    }
}
