package org.peerexchange.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.SentMail;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.peerexchange.submission.Submitting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PeerExchangeTest
class MatchingTests {

    private static int year = 2200;

    @Autowired
    private Scenario scenario;

    @Autowired
    private FormService forms;

    @Autowired
    private Matching matching;

    @Autowired
    private Facts facts;

    @Autowired
    private Cases cases;

    @Autowired
    private OpeningCases opening;

    @Autowired
    private Parties parties;

    @Autowired
    private Submitting submitting;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    private Case cycle;

    @BeforeEach
    void aCycleWhoseMatchingEndsInTheMiddleOfMay() {
        scenario.itIs(LocalDate.of(2027, 4, 1));
        cycle = scenario.cycle(year++);
        keep(
                cycle,
                "open-cycle",
                Map.of("visitDaysMin", 3, "matchingEnds", "2027-05-15", "visitsEnd", "2027-11-15"),
                Author.staff("staff"));
    }

    @Test
    void withNobodyInThePoolThereIsNothingToDo() {
        ProcessInstance started = scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));

        assertThat(scenario.isRunning(started)).isFalse();
        assertThat(scenario.passed(cycle)).contains("endEvent_nobodyLeft").doesNotContain("userTask_confirmPairs");
    }

    @Test
    void aPairThatBothAcceptTellsTheirApplicationsAndStartsItsExchange() {
        Case mentee = mentee("Learners", Map.of());
        Case mentor = mentor("Teachers", Map.of());
        Deployment waiting = repository
                .createDeployment()
                .addModelInstance(
                        "waiting-applicant.bpmn",
                        Bpmn.createExecutableProcess("waiting-applicant")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateCatchEvent()
                                .message("pairAgreed")
                                .endEvent("endEvent_told")
                                .done())
                .deploy();
        runtime.startProcessInstanceByKey("waiting-applicant", mentee.number());
        runtime.startProcessInstanceByKey("waiting-applicant", mentor.number());

        ProcessInstance started = scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        send(proposed());
        Case pair = onlyPair();
        assertThat(scenario.stateOf(pair)).isEqualTo("proposed");
        assertThat(plainNames(pair.title())).isEqualTo("Learners ← Teachers");
        accept(pair, "mentee");
        accept(pair, "mentor");

        assertThat(scenario.passed(pair)).contains("endEvent_agreed").doesNotContain("serviceTask_excludePair");
        assertThat(scenario.passed(mentee)).contains("endEvent_told");
        assertThat(scenario.passed(mentor)).contains("endEvent_told");
        assertThat(mails(pair, "pair-agreed")).isEqualTo(2);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("exchange")
                        .processInstanceBusinessKey(pair.number())
                        .count())
                .isEqualTo(1);
        assertThat(matching.capacity(mentee.number(), "exchangesOffered")).isEqualTo(new Matching.Capacity(0, 1));
        assertThat(matching.capacity(mentor.number(), "exchangesOffered")).isEqualTo(new Matching.Capacity(0, 1));
        assertThat(scenario.isRunning(started)).isFalse();
        repository.deleteDeployment(waiting.getId(), true);
    }

    @Test
    void eachSideAnswersForItselfAndNeitherReadsTheOthersAnswer() {
        mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        send(proposed());
        Case pair = onlyPair();

        accept(pair, "mentee");

        assertThat(scenario.request(pair, "mentor").data()).doesNotContainKeys("accepted", "declineReason");
        accept(pair, "mentor");
        assertThat(submissions.findByCaseNumberOrderBySentAt(pair.number()))
                .extracting(Submission::side)
                .containsExactly("mentee", "mentor");
    }

    @Test
    void theDirectionDecidesWhoTravelsAndWhoHosts() {
        Case mentee = mentee("Learners", Map.of("direction", "mentor-travels"));
        Case mentor = mentor("Teachers", Map.of());

        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        send(proposed());

        Case pair = onlyPair();
        assertThat(parties.of(pair.number(), "traveller").application()).isEqualTo(mentor.number());
        assertThat(parties.of(pair.number(), "host").application()).isEqualTo(mentee.number());
        assertThat(parties.of(pair.number(), "mentee").application()).isEqualTo(mentee.number());
        assertThat(facts.of(pair.number())).extracting("match").asString().contains("Shared topics: Governance.");
    }

    @Test
    void thePairReadsWhyItFitsButNotWhatOnlyStaffWeigh() {
        mentee("Learners", Map.of("maturity", "developing"));
        mentor("Teachers", Map.of());
        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        assertThat(rows())
                .singleElement()
                .extracting("reasons")
                .asString()
                .contains("The mentee is a developing group; these come first.");

        send(proposed());

        assertThat(Facts.at(facts.of(onlyPair().number()), "match.reasons"))
                .asString()
                .contains("Shared topics: Governance.")
                .doesNotContain("come first");
    }

    @Test
    void aDeclinedPairIsExcludedAndBothAreProposedToOthers() {
        mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        ProcessInstance started = scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        send(proposed());
        Case pair = onlyPair();
        mentor("Second teachers", Map.of());

        accept(pair, "mentee");
        decline(pair, "mentor");

        assertThat(scenario.stateOf(pair)).isEqualTo("declined");
        assertThat(mails(pair, "pair-declined")).isEqualTo(1);
        assertThat(mails(pair, "partner-withdrew")).isZero();
        assertThat(options()).containsExactly("Learners ← Second teachers");
        assertThat(unmatched())
                .containsExactly("Teachers: Nearest is Learners. This pair was already opened in this cycle.");
        assertThat(scenario.isRunning(started)).isTrue();
        assertThat(forms.getTaskFormVariables(
                        scenario.task(cycle, "userTask_confirmPairs").getId(), null, false))
                .as("Tasklist begins with this round's proposal and without the last round's decision")
                .containsKey("pairs")
                .doesNotContainKey("matchingDecision");

        send(proposed());
        Case second =
                cases.findByCycleAndKindOrderByNumber(cycle.number(), Case.PAIR).get(1);
        decline(second, "mentor");
        assertThat(scenario.isAsked(second, "mentee"))
                .as("nobody is asked about a pair that the other side has declined")
                .isFalse();
        assertThat(mails(second, "partner-withdrew")).isEqualTo(1);

        assertThat(scenario.isRunning(started)).isFalse();
        assertThat(scenario.passed(cycle)).contains("endEvent_nobodyLeft");
    }

    @Test
    void aMenteeWhoDeclinesEndsTheMentorsRequestToo() {
        mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        send(proposed());
        Case pair = onlyPair();

        decline(pair, "mentee");

        assertThat(scenario.stateOf(pair)).isEqualTo("declined");
        assertThat(scenario.isAsked(pair, "mentor")).isFalse();
        assertThat(scenario.passed(pair)).contains("endEvent_menteeDeclines", "sendTask_tellAsked");
    }

    @Test
    void silenceOfBothIsANoAndNobodyIsToldOfIt() {
        mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        send(proposed());
        Case pair = onlyPair();

        scenario.passes(Duration.ofDays(10));

        assertThat(scenario.stateOf(pair)).isEqualTo("declined");
        assertThat(scenario.passed(pair)).doesNotContain("sendTask_tellAccepter");
        assertThat(mails(pair, "pair-declined")).isZero();
        assertThat(scenario.passed(cycle)).contains("endEvent_nobodyLeft");
    }

    @Test
    void silenceOfOneIsANoAndTheOtherIsTold() {
        mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        send(proposed());
        Case pair = onlyPair();
        accept(pair, "mentor");

        scenario.passes(Duration.ofDays(10));

        assertThat(scenario.stateOf(pair)).isEqualTo("declined");
        assertThat(mails(pair, "pair-declined")).isEqualTo(1);
    }

    @Test
    void partnersWhoAgreedBeforehandComeFirstEvenWithFewerPoints() {
        Case mentee = mentee("Learners", Map.of("partner", "Old friends"));
        mentee("Others", Map.of("topics", List.of("governance", "glam")));
        Case friends = mentor("Old friends", Map.of("topics", List.of("governance", "glam")));
        mentor("Teachers", Map.of());

        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));

        assertThat(proposed())
                .contains(mentee.number() + "+" + friends.number())
                .hasSize(2);
        assertThat(options().get(0)).isEqualTo("Learners ← Old friends");
    }

    @Test
    void anAgreedPartnerThatDoesNotFitIsShownWithTheReasonAndAnotherIsProposed() {
        mentee("Learners", Map.of("partner", "Old friends"));
        mentor("Old friends", Map.of("topics", List.of("glam"), "partner", "Learners"));
        mentor("Teachers", Map.of());

        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));

        assertThat(options()).containsExactly("Learners ← Teachers");
        assertThat(rows()).anySatisfy(row -> assertThat(row)
                .containsEntry("giver", "Old friends")
                .containsEntry("standing", "not possible")
                .containsEntry("priority", "agreed beforehand")
                .containsEntry("reasons", "They have no topic in common."));
    }

    @Test
    void aMentorWithTwoPlacesGetsTwoMenteesAndStaffCannotGiveItThree() {
        Case first = mentee("Learners", Map.of());
        Case second = mentee("More learners", Map.of());
        Case third = mentee("Most learners", Map.of());
        Case mentor = mentor("Teachers", Map.of("exchangesOffered", 2));

        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));

        assertThat(proposed()).hasSize(2);
        assertThatThrownBy(() -> send(List.of(
                        first.number() + "+" + mentor.number(),
                        second.number() + "+" + mentor.number(),
                        third.number() + "+" + mentor.number())))
                .hasMessageContaining(
                        "more pairs than they have places (places in brackets): Teachers " + cycle.number() + " (2).");
        send(proposed());
        for (Case pair : cases.findByCycleAndKindOrderByNumber(cycle.number(), Case.PAIR)) {
            accept(pair, "mentee");
            accept(pair, "mentor");
        }
        assertThat(matching.capacity(mentor.number(), "exchangesOffered")).isEqualTo(new Matching.Capacity(0, 2));
    }

    @Test
    void staffCannotSendNothingNorAPairThatIsNotPossible() {
        Case mentee = mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        Case unfit = mentor("Elsewhere", Map.of("topics", List.of("glam")));
        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));

        assertThatThrownBy(() -> send(List.of())).hasMessageContaining("Please choose at least one pair to send");
        assertThatThrownBy(() -> send(List.of(mentee.number() + "+" + unfit.number())))
                .hasMessageContaining("is not one of the choices offered");
        assertThat(cases.findByCycleAndKindOrderByNumber(cycle.number(), Case.PAIR))
                .isEmpty();
    }

    @Test
    void staffFinishMatchingWhenTheyThinkItIsEnough() {
        mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        ProcessInstance started = scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));

        scenario.staffCompletes(cycle, "userTask_confirmPairs", Map.of("matchingDecision", "finish"));

        assertThat(scenario.isRunning(started)).isFalse();
        assertThat(scenario.passed(cycle)).contains("endEvent_finished").doesNotContain("serviceTask_openPairs");
    }

    @Test
    void matchingEndsOnItsDayEvenIfStaffHaveNotConfirmed() {
        mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        ProcessInstance started = scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));

        scenario.passesUntil(LocalDate.of(2027, 5, 16));

        assertThat(scenario.isRunning(started)).isFalse();
        assertThat(scenario.passed(cycle)).contains("endEvent_timeOver");
    }

    @Test
    void whoLeavesThePoolIsNoLongerOnOfferAndAPairChosenAMomentBeforeIsPassedOver() {
        Case mentee = mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        ProcessInstance started = scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        String task = scenario.task(cycle, "userTask_confirmPairs").getId();
        List<String> chosen = proposed();
        identity.setAuthentication("staff", List.of("exchange-staff"));
        try {
            tasks.complete(task, Map.of("pairs", chosen, "matchingDecision", "send"));
        } finally {
            identity.clearAuthentication();
        }

        opening.enter(mentee.number(), "withdrawn");

        assertThat(options()).isEmpty();
        scenario.runJobs();
        assertThat(cases.findByCycleAndKindOrderByNumber(cycle.number(), Case.PAIR))
                .isEmpty();
        assertThat(scenario.isRunning(started)).isFalse();
    }

    @Test
    void aPairIsNotAgreedWhenOneSideWithdrewWhileTheyWereAsked() {
        Case mentee = mentee("Learners", Map.of());
        mentor("Teachers", Map.of());
        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));
        send(proposed());
        Case pair = onlyPair();
        accept(pair, "mentee");
        opening.enter(mentee.number(), "withdrawn");
        accept(pair, "mentor");

        assertThat(scenario.stateOf(pair)).isEqualTo("declined");
        assertThat(scenario.passed(pair))
                .contains("serviceTask_agreePair", "sendTask_tellAccepter")
                .doesNotContain("serviceTask_startAgreed");
    }

    @Test
    void aLargePoolIsProposedInSeconds() {
        List<String> topics = List.of("governance", "fundraising", "glam", "education", "technical");
        for (int mentee = 0; mentee < 40; mentee++) {
            mentee("Learners " + mentee, Map.of("topics", List.of(topics.get(mentee % 5), topics.get(mentee % 3))));
        }
        for (int mentor = 0; mentor < 20; mentor++) {
            mentor("Teachers " + mentor, Map.of("topics", List.of(topics.get(mentor % 5)), "exchangesOffered", 2));
        }
        // Time on the processor, so that a busy machine does not fail it.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();

        scenario.start("matching", cycle, Map.of("deadline", "matching-ends"));

        long seconds =
                Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun).toSeconds();
        assertThat(proposed()).hasSize(40);
        assertThat(seconds).isLessThan(20);
    }

    private Case mentee(String community, Map<String, Object> answers) {
        return applicant("mentee-application", community, answers);
    }

    private Case mentor(String community, Map<String, Object> answers) {
        return applicant("mentor-application", community, answers);
    }

    /** Somebody in the pool, with answers that fit everybody else's but for those given. */
    private Case applicant(String form, String name, Map<String, Object> answers) {
        Community community = scenario.community(name + " " + cycle.number(), "user-group");
        Person person = scenario.person("Person of " + name);
        Case applied = transaction.execute(status -> {
            Case opened = opening.inCycle(cycle, Case.APPLICATION, name);
            parties.save(new Party(opened.number(), "applicant", person.id(), null, community.id(), null));
            return opened;
        });
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "topics", List.of("governance"),
                "direction", "either",
                "languages", List.of("en"),
                "availableFrom", "2027-06-01",
                "availableUntil", "2027-06-30"));
        all.putAll(answers);
        all.computeIfPresent("partner", (key, partner) -> partner + " " + cycle.number());
        keep(applied, form, all, Author.person(person.id(), "applicant"));
        return opening.enter(applied.number(), "in-pool");
    }

    private void keep(Case subject, String form, Map<String, Object> answers, Author author) {
        transaction.executeWithoutResult(status -> submitting.keep(
                subject.number(),
                Form.parse("{\"id\": \"%s\", \"components\": []}".formatted(form)),
                1,
                answers,
                author,
                null));
    }

    private void send(List<String> pairs) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("pairs", pairs);
        answers.put("matchingDecision", "send");
        scenario.staffCompletes(cycle, "userTask_confirmPairs", answers);
    }

    private void accept(Case pair, String side) {
        scenario.answers(pair, side, Map.of("accepted", "accept"));
    }

    private void decline(Case pair, String side) {
        scenario.answers(pair, side, Map.of("accepted", "decline", "declineReason", "Our plans have changed."));
    }

    private Case onlyPair() {
        List<Case> opened = cases.findByCycleAndKindOrderByNumber(cycle.number(), Case.PAIR);
        assertThat(opened).hasSize(1);
        return opened.get(0);
    }

    private long mails(Case pair, String text) {
        return outbox.sentTo(pair.number()).stream()
                .map(SentMail::text)
                .filter(text::equals)
                .count();
    }

    @SuppressWarnings("unchecked")
    private List<String> proposed() {
        return (List<String>) facts.of(cycle.number()).get("proposedPairs");
    }

    /** The pairs staff can choose from, best first, as they read them. */
    private List<String> options() {
        return list("pairOptions").stream()
                .map(option -> plainNames((String) option.get("label")).replaceAll(" — .*", ""))
                .toList();
    }

    private List<String> unmatched() {
        return list("unmatched").stream()
                .map(one -> plainNames(one.get("name") + ": " + one.get("reason")))
                .toList();
    }

    private List<Map<String, Object>> rows() {
        return list("matchingTable").stream()
                .map(row -> {
                    Map<String, Object> plain = new LinkedHashMap<>(row);
                    plain.replaceAll((key, value) -> value instanceof String text ? plainNames(text) : value);
                    return plain;
                })
                .toList();
    }

    /** Communities have their cycle in their names here, so that each test has its own. */
    private String plainNames(String text) {
        return text.replace(" " + cycle.number(), "");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> list(String fact) {
        return (List<Map<String, Object>>) facts.of(cycle.number()).get(fact);
    }
}
