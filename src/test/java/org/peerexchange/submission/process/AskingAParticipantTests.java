package org.peerexchange.submission.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.SentMail;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Parties;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.submission.Signatures;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;

@PeerExchangeTest
class AskingAParticipantTests {

    private static int year = 2100;

    @Autowired
    private Scenario scenario;

    @Autowired
    private Asking asking;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Parties parties;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private HistoryService history;

    private Case subject;
    private ProcessInstance asked;

    @BeforeEach
    void askTheApplicantOnTheFirstOfMarch() {
        scenario.itIs(LocalDate.of(2027, 3, 1));
        subject = scenario.caseWith(scenario.cycle(year++), Case.APPLICATION, "applicant");
        asked = ask("applicant-answer");
    }

    private ProcessInstance ask(String ladder) {
        return ask("testing-answer", ladder);
    }

    private ProcessInstance ask(String form, String ladder) {
        return scenario.start(
                "ask-participant",
                subject,
                Map.of(
                        "who", "applicant",
                        "form", form,
                        "task", "Say what your goal is",
                        "deadline", "applicant-answer",
                        "ladder", ladder,
                        "mail", "reminder"));
    }

    private static Map<String, Object> answer(String goal) {
        return Map.of("goal", goal, "agree", true, "choice", "b");
    }

    @Test
    void anAnswerIsKeptAsAVersionSignedAndOnlyItsDecisionReachesTheProcess() {
        scenario.answers(subject, "applicant", answer("Learn to budget"));

        Submission sent = submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(subject.number(), "testing-answer")
                .orElseThrow();
        assertThat(sent.version()).isEqualTo(1);
        assertThat(sent.answers()).containsEntry("goal", "Learn to budget");
        assertThat(sent.sha256()).hasSize(64);
        assertThat(signatures.existsBySubmissionIdAndSide(sent.id(), "applicant"))
                .isTrue();
        assertThat(scenario.isRunning(asked)).isFalse();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(asked.getId())
                        .list())
                .anyMatch(variable -> variable.getName().equals("choice"))
                .noneMatch(variable -> variable.getName().equals("goal"));
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .as("what a single step was given")
                .isNotEmpty()
                .allMatch(variable -> variable.getActivityInstanceId().equals(variable.getProcessInstanceId()));
        assertThat(history.createHistoricDetailQuery().count()).isZero();
        assertThat(scenario.passed(subject))
                .contains("endEvent_answered")
                .doesNotContain("endEvent_nobodyAnswered", "sendTask_remind");
    }

    @Test
    void aRequestWhoseDueDateStaffTookAwayKeepsItsOwn() {
        Instant due = scenario.request(subject, "applicant").due();
        Task task = scenario.tasks(subject).get(0);
        task.setDueDate(null);
        tasks.saveTask(task);

        assertThat(scenario.request(subject, "applicant").due()).isEqualTo(due);
        scenario.passes(Duration.ofDays(60));
        assertThat(jobs.createJobQuery().noRetriesLeft().count()).isZero();
        assertThat(scenario.passed(subject)).contains("sendTask_remind");
    }

    @Test
    void whatAFieldOnlyShowsIsKeptAsItWasShownWhateverIsPosted() {
        ask("testing-shown", "applicant-answer");
        Asking.Request request = asking.open(scenario.tasks(subject).stream()
                        .map(Task::getProcessInstanceId)
                        .filter(id -> !id.equals(asked.getId()))
                        .findFirst()
                        .orElseThrow())
                .orElseThrow();
        assertThat(request.data()).containsEntry("shown", subject.number());

        asking.answer(
                request.id(),
                Map.of("goal", "Learn to budget", "shown", "Something else"),
                Author.person(parties.of(subject.number(), "applicant").personId(), "applicant"));

        assertThat(submissions.findByTaskId(request.id()).orElseThrow().answers())
                .containsEntry("shown", subject.number());
    }

    @Test
    void tasklistSaysWhichSideIsAskedAndTheEngineDoesNotKnowThePerson() {
        assertThat(scenario.tasks(subject).get(0).getAssignee()).isEqualTo("the applicant");
        assertThat(runtime.getVariables(asked.getId()).values())
                .doesNotContain(parties.of(subject.number(), "applicant").personId());
    }

    @Test
    void theSameAnswerAgainSignsTheVersionThatHoldsAndAnotherOneMakesANewVersion() {
        scenario.answers(subject, "applicant", answer("Learn to budget"));
        ask("applicant-answer");
        scenario.answers(subject, "applicant", answer("Learn to budget"));
        ask("applicant-answer");
        scenario.answers(subject, "applicant", answer("Learn to report"));

        assertThat(submissions.findByCaseNumberOrderBySentAt(subject.number()))
                .extracting(Submission::version)
                .containsExactly(1, 2);
    }

    @Test
    void aRefusedAnswerNamesTheFieldAndLeavesTheRequestOpen() {
        Map<String, Object> incomplete = new HashMap<>(answer(" "));
        incomplete.put("choice", "c");

        assertThatThrownBy(() -> scenario.answers(subject, "applicant", incomplete))
                .isInstanceOfSatisfying(RefusedAnswers.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field())
                        .containsExactlyInAnyOrder("goal", "choice"));

        assertThat(scenario.isAsked(subject, "applicant")).isTrue();
        assertThat(submissions.findByCaseNumberOrderBySentAt(subject.number())).isEmpty();
    }

    @Test
    void aSecondAnswerIsToldThatItIsDone() {
        Asking.Request request = scenario.request(subject, "applicant");
        scenario.answers(subject, "applicant", answer("First"));

        assertThat(request.caseNumber()).isEqualTo(subject.number());
        assertThatThrownBy(() -> scenario.answers(subject, "applicant", answer("Second")))
                .isInstanceOf(AssertionError.class);
        assertThat(submissions.findByCaseNumberOrderBySentAt(subject.number())).hasSize(1);
    }

    @Test
    void whatGoesAroundTheFormIsRefusedByTheEngine() {
        String task = scenario.tasks(subject).get(0).getId();

        assertThatThrownBy(() -> tasks.complete(task, Map.of("choice", "b"))).hasMessageContaining("Goal");
        assertThatThrownBy(() -> tasks.complete(task)).hasMessageContaining("Goal");
        assertThat(submissions.findByCaseNumberOrderBySentAt(subject.number())).isEmpty();
    }

    @Test
    void theLadderRemindsBeforeAndOnTheDayAndThenGivesUp() {
        scenario.passes(Duration.ofDays(6));
        assertThat(mails()).hasSize(2);
        scenario.passes(Duration.ofDays(2));
        assertThat(mails()).hasSize(3);
        scenario.passes(Duration.ofDays(3));

        assertThat(scenario.isRunning(asked)).isFalse();
        assertThat(scenario.passed(subject)).contains("endEvent_nobodyAnswered").doesNotContain("endEvent_answered");
        assertThat(jobs.createJobQuery().processInstanceId(asked.getId()).count())
                .isZero();
    }

    @Test
    void afterAPauseOneCurrentReminderGoesOutAndStaffAreTold() {
        ProcessInstance settlement = ask("settlement");
        runtime.deleteProcessInstance(asked.getId(), "not part of this scenario");
        int before = mails().size();

        scenario.comesBackAfter(Duration.ofDays(17));

        assertThat(mails().subList(0, mails().size() - before))
                .extracting(SentMail::text)
                .containsExactlyInAnyOrder("request-overdue", "reminder-overdue");
        assertThat(scenario.isRunning(settlement)).isTrue();
    }

    @Test
    void remindersFollowTheDueDateThatStaffMoved() {
        var task = scenario.tasks(subject).get(0);
        task.setDueDate(java.util.Date.from(task.getDueDate().toInstant().plus(Duration.ofDays(10))));
        tasks.saveTask(task);

        scenario.passes(Duration.ofDays(8));
        assertThat(mails()).hasSize(1);
        scenario.passes(Duration.ofDays(8));
        assertThat(mails()).hasSize(2);
    }

    private List<SentMail> mails() {
        return outbox.sentTo(subject.number());
    }
}
