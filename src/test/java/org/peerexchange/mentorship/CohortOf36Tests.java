package org.peerexchange.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.portal.Visitor;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Author;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A cohort as large as that of 2022 (domain B4), by its timers from sign-up to the published report. */
@PeerExchangeTest
class CohortOf36Tests extends RunningCohort {

    private static final int MENTEES = 15;
    private static final int MENTORS = 16;
    private static final int COLLABORATORS = 5;

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Asking asking;

    @Autowired
    private Parties parties;

    @Autowired
    private IssuedDocuments issued;

    /** Number of the pair whose mentee answers nothing any more. */
    private String silent = "";

    /** Whoever is asked anything answers it, again and again until nobody is asked; the silent one is left out. */
    private void everybodyAnswers() {
        List<Task> open;
        do {
            open =
                    tasks
                            .createTaskQuery()
                            .taskDefinitionKey("userTask_answer")
                            .orderByTaskCreateTime()
                            .asc()
                            .list()
                            .stream()
                            .filter(this::isAnswered)
                            .toList();
            scenario.runJobs();
        } while (!open.isEmpty());
    }

    private boolean isAnswered(Task task) {
        Asking.Request request = asking.open(task.getProcessInstanceId()).orElseThrow();
        if (request.caseNumber().equals(silent) && request.side().equals("mentee")) {
            return false;
        }
        String person = parties.of(request.caseNumber(), request.side()).personId();
        asking.answer(
                request.id(), said(request.form().id(), request.caseNumber()), Author.person(person, request.side()));
        return true;
    }

    private Map<String, Object> said(String form, String number) {
        boolean evaluated = Facts.at(facts.of(number), "mentorCheckIn") != null;
        return switch (form) {
            case "accept-pairing" -> Map.of("accepted", "accept");
            case "mentorship-plan" -> plan(day(4, 1));
            case "mentee-check-in" -> checkIn(4.5, evaluated);
            case "mentor-check-in" -> checkIn(4.5, true);
            case "mentee-evaluation" -> Map.of("satisfaction", 5, "learned", "How to plan.", "confirmsHours", "yes");
            case "mentor-evaluation" -> Map.of("satisfaction", 4, "learned", "How to listen.");
            case "circle-share" -> Map.of("saidBy", "Somebody", "success", "A new course.");
            case "cohort-survey" -> Map.of("helped", "5", "again", "yes", "worked", "The calls.");
            default -> throw new IllegalStateException(form);
        };
    }

    /** Staff complete all tasks with this id. */
    private void staffDo(String task, Map<String, Object> answers) {
        for (Task open : tasks.createTaskQuery().taskDefinitionKey(task).list()) {
            identity.setAuthentication(
                    "staff",
                    tasks.getIdentityLinksForTask(open.getId()).stream()
                            .map(link -> link.getGroupId())
                            .filter(Objects::nonNull)
                            .toList());
            try {
                tasks.complete(open.getId(), new HashMap<>(answers));
            } finally {
                identity.clearAuthentication();
            }
        }
        scenario.runJobs();
    }

    private List<Case> inState(String kind, String state) {
        return cases.findByCycleAndKindAndStateInOrderByNumber(cohort.number(), kind, List.of(state));
    }

    @Test
    void isPlayedFromSignUpToThePublishedReport() {
        scenario.passesUntil(day(1, 20));
        List<Case> mentees = new ArrayList<>();
        List<Case> mentors = new ArrayList<>();
        for (int n = 1; n <= MENTEES; n++) {
            mentees.add(signsUp("mentee", "Mentee " + n, Map.of("publicList", n % 2 == 0 ? "yes" : "no")));
        }
        for (int n = 1; n <= MENTORS; n++) {
            mentors.add(signsUp("mentor", "Mentor " + n, Map.of()));
        }
        for (int n = 1; n <= COLLABORATORS; n++) {
            signsUp("collaborator", "Collaborator " + n, Map.of());
        }
        staffDo("userTask_reviewSignUp", Map.of("signUpDecision", "accept"));

        scenario.passesUntil(day(2, 20));
        List<String> pairs = new ArrayList<>();
        for (int n = 0; n < MENTEES; n++) {
            pairs.add(mentees.get(n).number() + "+" + mentors.get(n).number());
        }
        staffDo("userTask_confirmPairs", Map.of("pairs", pairs, "matchingDecision", "send"));
        everybodyAnswers();
        assertThat(inState("pair", "meeting")).hasSize(MENTEES);

        pair = inState("pair", "meeting").get(0);
        somebodyReportsTrouble();
        staffDecide("re-pair");
        staffSend(mentees.get(0), mentors.get(MENTORS - 1));
        everybodyAnswers();
        assertThat(inState("pair", "meeting")).hasSize(MENTEES);
        silent = inState("pair", "meeting").get(0).number();

        for (int month = 5; month <= 10; month++) {
            scenario.passesUntil(day(month, 2));
            staffDo("userTask_leadCheckIn", Map.of("heldOn", "%d-%02d-02".formatted(year, month), "notes", "Well."));
            everybodyAnswers();
            scenario.passesUntil(day(month, 20));
            everybodyAnswers();
            staffDo("userTask_decideHowToGoOn", Map.of("pairingDecision", "end", "reason", "No answer for months."));
        }
        assertThat(inState("pair", "completed")).hasSize(MENTEES - 1);
        assertThat(inState("pair", "ended-early")).hasSize(2);
        assertThat(inState("pair", "completed")).allSatisfy(completed -> assertThat(
                        issued.findByCaseNumberOrderByIssuedAtAscTitleAsc(completed.number()))
                .hasSize(4));
        assertThat(scenario.stateOf(cohort)).isEqualTo("wrapping-up");

        everybodyAnswers();
        scenario.passes(Duration.ofDays(20));
        assertThat(scenario.factsWithoutAName(cohort)).isEmpty();
        Map<String, Object> known = facts.of(cohort.number());
        String report = (String) Facts.at(known, "impactDraft.report");
        assertThat((String) Facts.at(known, "impactDraft.summary"))
                .contains("36 people and groups signed up", "16 pairs came about");
        assertThat(report)
                .contains(
                        "Pairs in which both got a certificate: 14",
                        "The calls. (",
                        "| Completed - thank you\n".substring(0, 11))
                .doesNotContain("Mentee 1", "@example.org", "ertificate hours", "igest");
        staffDo(
                "userTask_publishReport",
                Map.of("reportSummary", Facts.at(known, "impactDraft.summary"), "report", report, "namesNobody", true));

        assertThat(scenario.stateOf(cohort)).isEqualTo("closed");
        assertThat(new Visitor(port).opens("/reports/" + cohort.number()).text())
                .contains("Cohort report", "16 pairs came about", "<h2>In figures</h2>");
        assertThat(mails(cohort, "cohort-report-published")).isGreaterThanOrEqualTo(36);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKeyLike("%-" + year + "-1%")
                        .list())
                .isEmpty();
    }
}
