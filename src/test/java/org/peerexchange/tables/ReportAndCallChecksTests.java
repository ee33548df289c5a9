package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.tables.Checks.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportAndCallChecksTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 10, 1);

    private final Checks report = new Checks("mentee-report-checks");
    private final Checks mentorReport = new Checks("mentor-report-checks");
    private final Checks proposed = new Checks("propose-call-checks");
    private final Checks other = new Checks("agree-call-checks");
    private final Checks notes = new Checks("call-notes-checks");

    private final Map<String, Object> call = with(
            Map.of(),
            "today",
            TODAY,
            "answers.callOn",
            TODAY.plusDays(56),
            "answers.actions",
            List.of(Map.of("what", "Run a contest", "by", TODAY.plusDays(90))));

    @Test
    void aReportHasAFileOrALinkAsEvidence() {
        Map<String, Object> bare = with(Map.of(), "answers.evidenceLink", null);
        assertThat(report.fields(bare)).containsExactly("evidenceLink");
        assertThat(report.fields(with(bare, "uploads.evidence", 0))).containsExactly("evidenceLink");
        assertThat(report.fields(with(bare, "uploads.evidence", 1))).isEmpty();
        assertThat(report.fields(with(bare, "answers.evidenceLink", "Category:Exchange 2027")))
                .isEmpty();
    }

    @Test
    void theMentorsReportHasEvidenceToo() {
        Map<String, Object> bare = with(Map.of(), "answers.evidenceLink", null, "uploads.evidence", 0);
        assertThat(mentorReport.fields(bare)).containsExactly("evidenceLink");
        assertThat(mentorReport.fields(with(bare, "uploads.evidence", 1))).isEmpty();
    }

    @Test
    void aCallWithinEightWeeksWithAnActionPasses() {
        assertThat(proposed.complaints(call)).isEmpty();
    }

    @Test
    void aCallIsNeitherPastNorLaterThanEightWeeks() {
        assertThat(proposed.fields(with(call, "answers.callOn", TODAY.minusDays(1))))
                .containsExactly("callOn");
        assertThat(proposed.fields(with(call, "answers.callOn", TODAY.plusDays(57))))
                .containsExactly("callOn");
        Map<String, Object> answer = with(Map.of(), "today", TODAY, "answers.otherOn", null);
        assertThat(other.fields(answer)).isEmpty();
        assertThat(other.fields(with(answer, "answers.otherOn", TODAY.minusDays(1))))
                .containsExactly("otherOn");
        assertThat(other.fields(with(answer, "answers.otherOn", TODAY.plusDays(57))))
                .containsExactly("otherOn");
    }

    @Test
    void nobodyAgreesToACallOnADayThatIsPast() {
        Map<String, Object> agreed =
                with(Map.of(), "today", TODAY, "answers.callAnswer", "agree", "proposeCall.callOn", TODAY);
        assertThat(other.fields(agreed)).isEmpty();
        assertThat(other.fields(with(agreed, "proposeCall.callOn", TODAY.minusDays(1))))
                .containsExactly("callAnswer");
    }

    @Test
    void nobodyIsAskedForAReportAgainAfterTheCycle() {
        Checks decision = new Checks("accept-reports-checks");
        Map<String, Object> over =
                with(Map.of(), "today", TODAY, "cycle.endsOn", TODAY.minusDays(1), "answers.reportsDecision", "accept");
        assertThat(decision.fields(over)).isEmpty();
        assertThat(decision.fields(with(over, "answers.reportsDecision", "ask-mentee")))
                .containsExactly("reportsDecision");
        assertThat(decision.fields(with(over, "answers.reportsDecision", "ask-mentor", "cycle.endsOn", TODAY)))
                .isEmpty();
    }

    @Test
    void aPlanForTheTimeAfterwardsHasAnActionStillToBeDone() {
        assertThat(proposed.fields(with(call, "answers.actions", null))).containsExactly("actions");
        assertThat(proposed.fields(with(
                        call, "answers.actions", List.of(Map.of("what", "Thank you note", "by", TODAY.minusDays(1))))))
                .containsExactly("actions");
    }

    @Test
    void aCallThatWasHeldLeavesActionItems() {
        Map<String, Object> held = with(Map.of(), "answers.callHeld", true, "answers.note", null);
        assertThat(notes.fields(held)).containsExactly("actionItems");
        assertThat(notes.fields(with(held, "answers.actionItems", List.of(Map.of("what", "Write", "whom", "Ana")))))
                .isEmpty();
    }

    @Test
    void aCallThatWasNotHeldLeavesAReason() {
        Map<String, Object> missed = with(Map.of(), "answers.callHeld", false, "answers.note", "");
        assertThat(notes.fields(missed)).containsExactly("note");
        assertThat(notes.fields(with(missed, "answers.note", "No connection"))).isEmpty();
        assertThat(notes.fields(with(
                        missed,
                        "answers.note",
                        "Anything else",
                        "answers.actionItems",
                        List.of(Map.of("what", "Write", "whom", "Ana")))))
                .containsExactly("callHeld");
    }
}
