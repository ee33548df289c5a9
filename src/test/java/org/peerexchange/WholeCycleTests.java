package org.peerexchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.SentMail;
import org.peerexchange.portal.Pictures;
import org.peerexchange.portal.Visitor;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Facts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One whole cycle, from its opening to the published report, by timers, forms and the links in mails: three mentees, of which
 * one is rejected, and three mentors, of which one declines. One exchange has an advance; in the other one the reports are late.
 */
@PeerExchangeTest
class WholeCycleTests {

    /** Stands in every free text that anybody types; the engine must never see it. */
    private static final String MARK = "zq7Mark";

    @Autowired
    Scenario scenario;

    @Autowired
    RunningCycle running;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    Cases cases;

    @Autowired
    Facts facts;

    @Autowired
    Outbox outbox;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    GreenMail mailServer;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private Mailboxes people;
    private Case cycle;

    /** The case of each applicant, and of each mentee's exchange. */
    private final Map<String, Case> applications = new LinkedHashMap<>();

    @BeforeEach
    void readMails() {
        people = new Mailboxes(mailServer, dispatcher, scenario, port);
    }

    @Test
    void aWholeCycleFromTheOpeningToThePublishedReport() {
        cycleOpens();
        communitiesApply();
        applicationsAreDecided();
        pairsAgree();
        Case prompt = exchange("ana");
        Case late = exchange("ben");
        plansAreWritten(prompt, late);
        travelIsBooked(prompt, late);
        promptExchangeIsCompleted(prompt);
        theNoteForTheWikisSaysWhomToAsk(prompt);
        lateExchangeIsCompleted(late);
        cycleIsSummedUp();

        assertThat(scenario.factsWithoutAName(cycle)).isEmpty();
        everyModelWasPassedAsItShould(prompt, late);
        everybodyGotEachMailOnce();
        nothingIsLeft();
        theEngineKnowsNoneOfTheTexts();
    }

    private void cycleOpens() {
        cycle = running.opens();
        assertThat(scenario.stateOf(cycle)).isEqualTo("applications-announced");
        assertThat(new Visitor(port).opens("/apply/exchange/mentee").text()).doesNotContain("\"mentee-application\"");
        scenario.passesUntil(day(2, 2));
        assertThat(scenario.stateOf(cycle)).isEqualTo("applications-open");
    }

    private void communitiesApply() {
        applies("ana", "mentee", "user-group", 1, Map.of("topics", List.of("governance"), "publicContact", "yes"));
        applies("ben", "mentee", "user-group", 1, Map.of("topics", List.of("glam"), "languages", List.of("en", "pl")));
        applies("cora", "mentee", "informal", 0, Map.of("topics", List.of("glam")));
        applies("vera", "mentor", "chapter", 1, offers("governance", List.of("en")));
        applies("will", "mentor", "chapter", 1, offers("glam", List.of("en", "pl")));
        applies("yola", "mentor", "chapter", 1, offers("glam", List.of("en")));
    }

    private void applies(String who, String role, String type, int meetings, Map<String, Object> other) {
        Community community = running.knownCommunity("Community of " + who, type, meetings);
        Map<String, Object> answers = application(role);
        answers.put("community", community.id());
        answers.put("name", says(who));
        answers.put("email", address(who));
        answers.put("username", says("User " + who));
        answers.putAll(other);
        people.posts("/apply/exchange/" + role, answers);
        List<Case> all = cases.findByCycleAndKindOrderByNumber(cycle.number(), Case.APPLICATION);
        applications.put(who, all.get(all.size() - 1));
    }

    private void applicationsAreDecided() {
        decide("ana", "accept");
        decide("ben", "accept");
        decide("vera", "accept");
        decide("will", "accept");
        decide("yola", "accept");
        scenario.passesUntil(day(3, 3));
        assertThat(scenario.stateOf(cycle)).as("one is not decided yet").isEqualTo("deciding");
        decide("cora", "reject");
        assertThat(scenario.stateOf(applications.get("cora"))).isEqualTo("rejected");
        assertThat(scenario.stateOf(cycle)).isEqualTo("matching");
    }

    private void decide(String who, String recommendation) {
        running.bothRecommend(applications.get(who), recommendation, says("For a good reason that is long enough."));
    }

    private void pairsAgree() {
        confirm(pair("ana", "vera"), pair("ben", "will"));
        accepts("ana", exchange("ana"));
        accepts("vera", exchange("ana"));
        Case declined = exchange("ben");
        accepts("ben", declined);
        people.answers(
                address("will"),
                declined.number(),
                "accept-pair",
                Map.of("accepted", "decline", "declineReason", says("We have no time.")));
        assertThat(scenario.stateOf(declined)).isEqualTo("declined");
        assertThat(scenario.passed(declined))
                .contains("serviceTask_excludePair")
                .doesNotContain("endEvent_agreed");
        assertThat(scenario.stateOf(applications.get("ben"))).isEqualTo("in-pool");

        confirm(pair("ben", "yola"));
        accepts("ben", exchange("ben"));
        accepts("yola", exchange("ben"));
        assertThat(scenario.stateOf(applications.get("ben"))).isEqualTo("matched");

        assertThat(scenario.stateOf(cycle)).isEqualTo("exchanges");
        whoAgreedIsNamedToEverybodyAndToThePartner();
        scenario.staffCompletes(
                applications.get("will"),
                "userTask_contactApplicant",
                Map.of("nextStep", "waiting-list", "message", says("We think of you in the next cycle.")));
        assertThat(scenario.stateOf(applications.get("will"))).isEqualTo("waiting-list");
    }

    private void whoAgreedIsNamedToEverybodyAndToThePartner() {
        assertThat(new Visitor(port)
                        .opens("/programmes/exchange/%s/whom-to-ask".formatted(cycle.number()))
                        .text())
                .contains(says("User:User ana"))
                .doesNotContain(says("User ben"), says("User vera"));
        dispatcher.dispatch();
        assertThat(outbox.sentTo(exchange("ana").number()))
                .filteredOn(mail -> mail.text().equals("pair-agreed"))
                .extracting(mail -> mail.body().contains("The user name on the wikis is " + says("User ana")))
                .as("vera reads it, ana is told none")
                .containsExactlyInAnyOrder(true, false);
    }

    private String pair(String mentee, String mentor) {
        return applications.get(mentee).number() + "+"
                + applications.get(mentor).number();
    }

    private void confirm(String... pairs) {
        scenario.staffCompletes(
                cycle, "userTask_confirmPairs", Map.of("matchingDecision", "send", "pairs", List.of(pairs)));
    }

    private void accepts(String who, Case pair) {
        people.answers(address(who), pair.number(), "accept-pair", Map.of("accepted", "accept"));
    }

    /** The pair that was opened last for a mentee. */
    private Case exchange(String mentee) {
        List<Case> pairs = cases.findByCycleAndKindOrderByNumber(cycle.number(), Case.PAIR).stream()
                .filter(pair -> applications
                        .get(mentee)
                        .number()
                        .equals(jdbc.queryForObject(
                                "select application from app.parties where case_number = ? and side = 'mentee'",
                                String.class,
                                pair.number())))
                .toList();
        return pairs.get(pairs.size() - 1);
    }

    private void plansAreWritten(Case prompt, Case late) {
        people.answers(address("ana"), prompt.number(), "activity-plan", plan(day(6, 8), true));
        assertThat(mails(prompt, "reminder")).isZero();
        scenario.passes(java.time.Duration.ofDays(12));
        assertThat(mails(prompt, "reminder")).as("three days before it is due").isEqualTo(1);
        people.answers(address("vera"), prompt.number(), "activity-plan", plan(day(6, 8), true));
        people.answers(address("ben"), late.number(), "activity-plan", plan(day(9, 7), false));
        people.answers(address("yola"), late.number(), "activity-plan", plan(day(9, 7), false));
        for (Case each : List.of(prompt, late)) {
            assertThat(scenario.stateOf(each)).isEqualTo("plan-approval");
            assertThat(openTasks(each)).containsExactly("userTask_approvePlan");
            scenario.staffCompletes(each, "userTask_approvePlan", Map.of("hubDecision", "approve"));
            assertThat(scenario.stateOf(each)).isEqualTo("booking");
        }
    }

    private void travelIsBooked(Case prompt, Case late) {
        scenario.staffCompletes(prompt, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 200));
        scenario.staffCompletes(
                prompt,
                "userTask_payAdvance",
                Map.of("amount", 200, "date", today().toString(), "what", says("Transfer 1")));
        people.answers(address("ana"), prompt.number(), "travel-details", travelDetails());
        people.answers(address("ben"), late.number(), "travel-details", travelDetails());
        scenario.staffCompletes(prompt, "userTask_bookTravel", booking(day(6, 8)));
        scenario.staffCompletes(late, "userTask_bookTravel", booking(day(9, 7)));
    }

    private void promptExchangeIsCompleted(Case pair) {
        isVisited(pair, "vera", day(6, 8));
        assertThat(dueOf(pair, "mentor-report")).isEqualTo(day(6, 11).plusMonths(1));
        assertThat(dueOf(pair, "mentee-report")).isEqualTo(day(6, 11).plusDays(21));
        people.answers(address("ana"), pair.number(), "mentee-report", menteeReport());
        people.answers(address("vera"), pair.number(), "mentor-report", mentorReport());
        assertThat(openTasks(pair)).as("without the co-signature").doesNotContain("userTask_acceptReports");
        people.answers(address("vera"), pair.number(), "co-sign-report", Map.of("coSign", "sign"));
        scenario.staffCompletes(pair, "userTask_acceptReports", Map.of("reportsDecision", "accept"));
        callIsHeld(pair, "ana", "vera");
        assertThat(scenario.stateOf(pair)).as("the advance is open").isEqualTo("settling");
        advanceIsSettled(pair);
        assertThat(scenario.stateOf(pair)).isEqualTo("completed");
        assertThat(mails(pair, "reminder-overdue"))
                .as("receipts came late, to staff and host")
                .isPositive();
    }

    private void isVisited(Case pair, String host, LocalDate start) {
        scenario.passesUntil(start.plusDays(1));
        assertThat(scenario.stateOf(pair)).isEqualTo("visiting");
        scenario.staffCompletes(pair, "userTask_holdCheckIn", Map.of("checkIn", "held", "note", says("All is well.")));
        scenario.passesUntil(start.plusDays(4));
        people.answers(
                address(host),
                pair.number(),
                "confirm-visit-end",
                Map.of("endedOn", start.plusDays(3).toString()));
        assertThat(scenario.stateOf(pair)).isEqualTo("reporting");
    }

    private void callIsHeld(Case pair, String mentee, String mentor) {
        LocalDate on = today().plusDays(20);
        people.answers(
                address(mentee),
                pair.number(),
                "propose-call",
                Map.of(
                        "callOn",
                        on.toString(),
                        "callAt",
                        "16:00",
                        "where",
                        says("A video room"),
                        "actions",
                        List.of(Map.of(
                                "what",
                                says("Hold the assembly"),
                                "by",
                                on.plusDays(30).toString()))));
        people.answers(address(mentor), pair.number(), "agree-call", Map.of("callAnswer", "agree"));
        scenario.passesUntil(on.plusDays(1));
        people.answers(
                address(mentee),
                pair.number(),
                "call-notes",
                Map.of(
                        "callHeld",
                        true,
                        "minutes",
                        60,
                        "actionItems",
                        List.of(Map.of("what", says("Send the minutes"), "whom", says("Mentee")))));
    }

    private void advanceIsSettled(Case pair) {
        people.answers(
                address("vera"),
                pair.number(),
                "receipts",
                Map.of(
                        "spent",
                        "yes",
                        "receipts",
                        List.of(Map.of(
                                "date",
                                day(6, 9).toString(),
                                "payee",
                                says("Canteen"),
                                "what",
                                says("Lunches"),
                                "category",
                                "meals",
                                "amount",
                                150,
                                "currency",
                                "EUR"))),
                "receipts",
                Pictures.pdf());
        scenario.staffCompletes(pair, "userTask_checkReceipts", Map.of("receiptsDecision", "accept", "amount", 150));
        people.answers(
                address("vera"),
                pair.number(),
                "refund",
                Map.of("refundWay", "returned", "amount", 50, "date", today().toString(), "what", says("Transfer 2")));
        scenario.staffCompletes(
                pair,
                "userTask_confirmRefund",
                Map.of("arrived", "yes", "amount", 50, "date", today().toString(), "what", says("Transfer 2")));
        Map<String, Object> known = facts.of(pair.number());
        BigDecimal accounted =
                money(known, "accepted").add(money(known, "refunded")).add(money(known, "balance"));
        assertThat(money(known, "paid")).isEqualByComparingTo("200").isEqualByComparingTo(accounted);
        assertThat(money(known, "balance")).isZero();
        assertThat(Facts.at(known, "ledger.settled")).isEqualTo(true);
    }

    private static BigDecimal money(Map<String, Object> known, String figure) {
        return (BigDecimal) Facts.at(known, "ledger." + figure);
    }

    private void theNoteForTheWikisSaysWhomToAsk(Case pair) {
        assertThat(jdbc.queryForList(
                        "select convert_from(content, 'UTF8') from app.issued_documents where case_number = ? and text = 'wiki-note'",
                        String.class,
                        pair.number()))
                .hasSize(2)
                .allSatisfy(note -> assertThat(note)
                        .contains("[{{fullurl:User:%1$s}} %1$s]".formatted(says("User ana")))
                        .doesNotContain(says("User vera")));
    }

    private void lateExchangeIsCompleted(Case pair) {
        isVisited(pair, "yola", day(9, 7));
        scenario.passesUntil(day(10, 8));
        assertThat(mails(pair, "reminder-overdue")).as("the draft is late").isPositive();
        people.answers(address("ben"), pair.number(), "mentee-report", menteeReport());
        long before = mails(pair, "reminder-overdue");
        scenario.passesUntil(day(10, 20));
        assertThat(mails(pair, "reminder-overdue"))
                .as("a month after the visit the mentor's report and co-signature are late")
                .isGreaterThan(before);
        people.answers(
                address("yola"),
                pair.number(),
                "co-sign-report",
                Map.of("coSign", "ask-changes", "comment", says("Please name the people who helped.")));
        people.answers(address("ben"), pair.number(), "mentee-report", menteeReport());
        people.answers(address("yola"), pair.number(), "co-sign-report", Map.of("coSign", "sign"));
        people.answers(address("yola"), pair.number(), "mentor-report", mentorReport());
        scenario.staffCompletes(pair, "userTask_acceptReports", Map.of("reportsDecision", "accept"));
        callIsHeld(pair, "ben", "yola");
        assertThat(scenario.stateOf(pair)).isEqualTo("completed");
    }

    private void cycleIsSummedUp() {
        assertThat(scenario.stateOf(cycle)).isEqualTo("wrapping-up");
        Case group =
                cases.findByCycleAndKindOrderByNumber(cycle.number(), "group").get(0);
        people.answers(address("ana"), group.number(), "focus-group-wishes", Map.of("suits", List.of("thu-evening")));
        people.answers(
                address("ben"), group.number(), "focus-group-wishes", Map.of("talkAbout", says("How we go on.")));
        LocalDate meets = today().plusDays(10);
        scenario.staffCompletes(
                group,
                "userTask_setDate",
                Map.of(
                        "focusGroup",
                        "hold",
                        "meetsOn",
                        meets.toString(),
                        "meetsAt",
                        "17:00",
                        "meetingPlace",
                        says("A video room")));
        scenario.passesUntil(meets.plusDays(1));
        scenario.staffCompletes(
                group,
                "userTask_record",
                Map.of(
                        "focusGroupHeld",
                        "held",
                        "attendance",
                        2,
                        "notes",
                        says("Both would do it again."),
                        "lessons",
                        says("Begin the plan earlier.")));
        assertThat(Facts.at(facts.of(cycle.number()), "impactDraft.report"))
                .as("the report waits for what participants say without their names")
                .isNull();
        people.answers(
                address("ana"),
                applications.get("ana").number(),
                "exchange-survey",
                Map.of("helped", "5", "again", "yes", "worked", "The quiet evenings."));
        scenario.passesUntil(meets.plusDays(10));
        assertThat(new Visitor(port).opens("/reports/" + cycle.number()).status())
                .isEqualTo(404);
        assertThat((String) Facts.at(facts.of(cycle.number()), "impactDraft.report"))
                .contains("| Visits\n| 2\n", "| Reports on time\n| 4\n", "| Of these spent (EUR)\n| 150.00\n")
                .contains("'''Topics:''' Governance (1), Libraries and museums (1)", "| Mentor\n| Took part\n| 2\n")
                .contains("What we learned", "Begin the plan earlier.")
                .contains("1 answered the survey")
                .doesNotContain("quiet evenings");
        scenario.staffCompletes(
                cycle,
                "userTask_edit",
                Map.of("reportSummary", says("Two exchanges."), "report", says("== Two exchanges ==")));
        scenario.staffCompletes(cycle, "userTask_approve", Map.of("impactDecision", "approve"));
        assertThat(scenario.stateOf(cycle)).isEqualTo("published");
        assertThat(new Visitor(port).opens("/reports/" + cycle.number()).text()).contains("Two exchanges");
    }

    private void everyModelWasPassedAsItShould(Case prompt, Case late) {
        assertThat(scenario.passed(cycle))
                .contains(
                        "timerEvent_applicationsOpen",
                        "timerEvent_applicationsClose",
                        "messageEvent_applicationChanged",
                        "endEvent_nobodyLeft",
                        "serviceTask_closeMatching",
                        "endEvent_heard",
                        "serviceTask_publish",
                        "endEvent_published")
                .doesNotContain("timerEvent_cycleEnds", "endEvent_timeOver");
        assertThat(scenario.passed(cases.findByCycleAndKindOrderByNumber(cycle.number(), "group")
                        .get(0)))
                .contains("endEvent_held")
                .doesNotContain("endEvent_none");
        assertThat(scenario.passed(applications.get("ana")))
                .contains("endEvent_matched")
                .doesNotContain("userTask_decideDisagreement", "userTask_contactApplicant");
        assertThat(scenario.passed(applications.get("cora")))
                .contains("endEvent_rejected")
                .doesNotContain("sendTask_tellAccepted");
        assertThat(scenario.passed(applications.get("will")))
                .contains("endEvent_waitingList")
                .doesNotContain("endEvent_matched");
        assertThat(scenario.passed(prompt))
                .contains(
                        "endEvent_agreed",
                        "escalationEvent_advanceApproved",
                        "endEvent_booked",
                        "endEvent_ended",
                        "endEvent_signed",
                        "endEvent_settled",
                        "endEvent_held",
                        "endEvent_completed")
                .doesNotContain("callActivity_askForChanges", "userTask_decideOnSilence", "callActivity_trouble");
        assertThat(scenario.passed(late))
                .contains("callActivity_askForChanges", "endEvent_signed", "endEvent_completed")
                .doesNotContain("subProcess_advance", "endEvent_closed", "serviceTask_setStateSettling");
    }

    private void everybodyGotEachMailOnce() {
        dispatcher.dispatch();
        String ofThisCycle =
                "from app.mails join app.cases on number = case_number where (cycle = '%1$s' or number = '%1$s')"
                        .formatted(cycle.number());
        assertThat(jdbc.queryForList("select case_number || ' ' || text " + ofThisCycle + " and mails.state <> 'sent'"))
                .isEmpty();
        assertThat(mailServer.getReceivedMessages())
                .extracting(mail -> mail.getMessageID())
                .doesNotHaveDuplicates();
        assertThat(jdbc.queryForList("select case_number || ' ' || text || ' ' || recipient " + ofThisCycle
                        + " and text not in ('reminder', 'reminder-overdue', 'request-overdue')"
                        + " group by case_number, text, recipient, link_target having count(*) > 1"))
                .as("the same mail for the same reason to the same person")
                .isEmpty();
        applications.keySet().forEach(who -> assertThat(people.subjects(address(who)))
                .as("mails to " + who)
                .hasSizeBetween(2, 30));
    }

    private void nothingIsLeft() {
        assertThat(runtime.createProcessInstanceQuery().list())
                .extracting(left -> left.getBusinessKey() + " " + left.getProcessDefinitionId())
                .isEmpty();
        assertThat(jobs.createJobQuery().timers().count()).isZero();
        assertThat(jdbc.queryForList(
                        "select number from app.cases where cycle = ? and closed_at is null", cycle.number()))
                .isEmpty();
    }

    private void theEngineKnowsNoneOfTheTexts() {
        List<String> found = new ArrayList<>();
        jdbc.queryForList(
                        """
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'public' and table_name like 'act\\_%'
                            and data_type in ('character varying', 'text', 'bytea')""")
                .forEach(column -> {
                    String where = column.get("data_type").equals("bytea")
                            ? "position(convert_to('%s', 'UTF8') in %s) > 0"
                            : "position('%s' in %s) > 0";
                    Integer rows = jdbc.queryForObject(
                            "select count(*) from public.%s where ".formatted(column.get("table_name"))
                                    + where.formatted(MARK, column.get("column_name")),
                            Integer.class);
                    if (rows > 0) {
                        found.add(column.get("table_name") + "." + column.get("column_name"));
                    }
                });
        assertThat(found).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from app.submissions where position(? in answers::text) > 0",
                        Integer.class,
                        MARK))
                .as("they are where they belong")
                .isGreaterThan(30);
    }

    private long mails(Case subject, String text) {
        return outbox.sentTo(subject.number()).stream()
                .map(SentMail::text)
                .filter(text::equals)
                .count();
    }

    private List<String> openTasks(Case subject) {
        return scenario.tasks(subject).stream().map(Task::getTaskDefinitionKey).toList();
    }

    private LocalDate dueOf(Case subject, String form) {
        return scenario.tasks(subject).stream()
                .filter(task -> form.equals(runtime.getVariable(task.getExecutionId(), "form")))
                .map(task -> LocalDate.ofInstant(task.getDueDate().toInstant(), ZoneId.of("Europe/Warsaw")))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate day(int month, int day) {
        return running.day(month, day);
    }

    private LocalDate today() {
        return (LocalDate) facts.of(cycle.number()).get("today");
    }

    private static String says(String text) {
        return text + " " + MARK;
    }

    private static String address(String who) {
        return who + "@whole-cycle.example.org";
    }

    /** What an application usually says, with the mark in each of its texts. */
    private Map<String, Object> application(String role) {
        Map<String, Object> answers = running.usually(role);
        Stream.of("problem", "ownExpertise", "leadMentor")
                .filter(answers::containsKey)
                .forEach(text -> answers.put(text, says((String) answers.get(text))));
        answers.put("direction", "mentee-travels");
        answers.put("availableFrom", day(5, 1).toString());
        answers.put("availableUntil", day(10, 31).toString());
        return answers;
    }

    private static Map<String, Object> offers(String topic, List<String> languages) {
        return Map.of(
                "topics",
                List.of(topic),
                "projects",
                List.of(Map.of("topic", topic, "link", "https://example.org/" + MARK, "about", says("Yearly."))),
                "languages",
                languages);
    }

    private static Map<String, Object> plan(LocalDate start, boolean advance) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("objectives", List.of(Map.of("objective", says("Two of us can do it alone."))));
        plan.put("visitStart", start.toString());
        plan.put("visitEnd", start.plusDays(3).toString());
        plan.put("place", says("Exampletown"));
        plan.put("travelMode", "train");
        plan.put("visaNeeded", "no");
        plan.put(
                "days",
                IntStream.range(0, 4)
                        .mapToObj(day -> Map.of(
                                "date", start.plusDays(day).toString(),
                                "morning", says("Sit in"),
                                "afternoon", says("Talk it over")))
                        .toList());
        plan.put("coWorking", says("The next agenda."));
        plan.put("readingMaterials", says("The by-laws."));
        plan.put(
                "questions",
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> Map.of("question", says("Question " + i)))
                        .toList());
        plan.put("budget", List.of(Map.of("category", "meals", "what", says("Lunches"), "amount", 200)));
        plan.put("advanceRequested", advance);
        if (advance) {
            plan.put("advanceAmount", 200);
        }
        plan.put("agree", true);
        return plan;
    }

    private static Map<String, Object> travelDetails() {
        return Map.of(
                "passportName", says("Example Traveller"),
                "birthDate", "1990-05-17",
                "departureFrom", says("Sampleville"),
                "phone", "+00 " + MARK,
                "citizenship", says("Exampleland"),
                "visaStatus", "not-needed",
                "needs", says("No nuts."));
    }

    private static Map<String, Object> booking(LocalDate start) {
        Map<String, Object> booking = new HashMap<>();
        booking.put("mode", "train");
        booking.put("transportClass", "economy");
        booking.put("outboundOn", start.minusDays(1).toString());
        booking.put("returnOn", start.plusDays(4).toString());
        booking.put("transportDetails", says("The morning train"));
        booking.put("transportAmount", 120);
        booking.put("lodgingName", says("Hotel Example"));
        booking.put("lodgingNights", 4);
        booking.put("lodgingAmount", 300);
        return booking;
    }

    private static Map<String, Object> menteeReport() {
        return Map.of(
                "done", says("We sat in."),
                "reached", says("Both."),
                "change", says("We vote differently."),
                "difficult", says("Little."),
                "evidenceLink", "Category:" + MARK,
                "agree", true);
    }

    private static Map<String, Object> mentorReport() {
        return Map.of(
                "shared", says("Our minutes."),
                "learned", says("Patience."),
                "difficult", says("Little."),
                "next", says("Begin small."),
                "evidenceLink", "Category:Exchange");
    }
}
