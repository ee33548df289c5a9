package org.peerexchange.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.application.RequestingHelp;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.SentMail;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.FormData;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A cycle's focus group and impact report, and requests for help: every way through their models. */
@PeerExchangeTest
class EndOfCycleTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static int year = 2200;

    @LocalServerPort
    private int port;

    @Autowired
    private Scenario scenario;

    @Autowired
    private OpeningCases opening;

    @Autowired
    private Cases cases;

    @Autowired
    private Parties parties;

    @Autowired
    private Facts facts;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Asking asking;

    @Autowired
    private ImpactReports reports;

    @Autowired
    private Publishing publishing;

    @Autowired
    private RequestingHelp requesting;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Dispatcher dispatcher;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcTemplate jdbc;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Case cycle;

    @BeforeEach
    void aCycleIsInItsLastDays() {
        jdbc.update("update app.cases set closed_at = now() where kind = 'cycle' and closed_at is null");
        scenario.itIs(LocalDate.of(2027, 12, 1));
        cycle = scenario.cycle(year++);
    }

    // The focus group

    @Test
    void menteesWhoseExchangeTookPlaceMeetInOneGroupAndWhatTheySayIsRecordedAfterwards() {
        application("took-part", "mentee", "Mentee One");
        application("ended-without-reports", "mentee", "Mentee Two");
        application("exchange-cancelled", "mentee", "Mentee Three");
        application("took-part", "mentor", "Mentor Four");
        ProcessInstance groups = scenario.start("focus-groups", cycle, Map.of());
        assertThat(groups()).extracting(Case::title).containsExactly("Focus group");
        Case group = groups().get(0);
        scenario.answers(group, "member1", Map.of("suits", List.of("fri-evening")));
        scenario.answers(group, "member2", Map.of("suits", List.of("fri-evening")));

        setDate(group, "2027-12-10");

        assertThat(scenario.stateOf(group)).isEqualTo("group-invited");
        assertThat(outbox.sentTo(group.number()))
                .extracting(SentMail::text)
                .containsExactlyInAnyOrder(
                        "ask-focus-group-wishes",
                        "ask-focus-group-wishes",
                        "focus-group-invitation",
                        "focus-group-invitation");
        assertThat(jdbc.queryForList(
                        "select p.name from app.mails m join app.persons p on m.recipient = 'person:' || p.id where case_number = ? and text = 'focus-group-invitation'",
                        String.class,
                        group.number()))
                .containsExactlyInAnyOrder("Mentee One", "Mentee Two");
        dispatcher.dispatch();
        assertThat(outbox.sentTo(group.number()))
                .filteredOn(mail -> mail.text().equals("focus-group-invitation"))
                .extracting(SentMail::body)
                .allSatisfy(letter -> assertThat(letter)
                        .contains("- Community of Mentee One\n- Community of Mentee Two\n")
                        .doesNotContain("Three", "Four"));
        assertThat(scenario.tasks(group)).isEmpty();
        assertThat(calendars(group)).containsOnly("0 2027-12-10T16:00:00Z").hasSize(2);
        scenario.passesUntil(LocalDate.of(2027, 12, 9));
        assertThat(calendars(group)).containsOnly("0 2027-12-10T16:00:00Z").hasSize(4);
        assertThat(outbox.sentTo(group.number()))
                .extracting(SentMail::text)
                .filteredOn("focus-group-reminder"::equals)
                .hasSize(2);
        scenario.passesUntil(LocalDate.of(2027, 12, 11));
        assertThat(scenario.isRunning(groups)).isTrue();
        scenario.staffCompletes(
                group,
                "userTask_record",
                Map.of(
                        "focusGroupHeld", "held",
                        "attendance", 2,
                        "lessons", "Begin earlier",
                        "quotes", "It was worth it",
                        "quotesConsent", true));
        assertThat(scenario.stateOf(group)).isEqualTo("group-held");
        assertThat(scenario.isRunning(groups)).isFalse();
        assertThat(scenario.passed(group)).contains("endEvent_held").doesNotContain("endEvent_none");
        assertThat(scenario.passed(cycle)).contains("messageEvent_groupChanged", "endEvent_heard");
    }

    @Test
    void theGroupIsOpenedWhenTheOutcomeOfEachApplicationIsKnown() {
        application("took-part", "mentee", "Mentee One");
        Case last = application("matched", "mentee", "Mentee Two");
        scenario.start("focus-groups", cycle, Map.of());
        assertThat(groups()).isEmpty();

        opening.enter(last.number(), "took-part");
        scenario.tells(cycle, "caseChanged");

        assertThat(groups()).hasSize(1);
        assertThat(parties.findByCaseNumberOrderBySide(groups().get(0).number()))
                .hasSize(2);
        assertThat(scenario.passed(cycle)).contains("messageEvent_applicationChanged");
    }

    @Test
    void aCycleWithoutMenteesWhoseExchangeTookPlaceHasNoGroup() {
        application("exchange-cancelled", "mentee", "Mentee One");
        ProcessInstance phase = scenario.start("focus-groups", cycle, Map.of());
        assertThat(groups()).isEmpty();
        assertThat(scenario.isRunning(phase)).isFalse();
    }

    @Test
    void oneMenteeAloneIsAskedTooOrStaffSayWhyNot() {
        application("took-part", "mentee", "Mentee One");
        scenario.start("focus-groups", cycle, Map.of());
        Case group = groups().get(0);
        scenario.answers(group, "member1", Map.of());
        assertThat(scenario.task(group, "userTask_setDate")).isNotNull();
    }

    @Test
    void eachMenteeIsAskedWhenAndAboutWhatAndStaffSeeItCountedWhenTheySetTheDay() {
        Case group = groupOf("Mentee One", "Mentee Two", "Mentee Three");
        assertThat(scenario.tasks(group))
                .extracting(Task::getTaskDefinitionKey)
                .containsOnly("userTask_answer")
                .hasSize(3);

        scenario.answers(
                group,
                "member1",
                Map.of("suits", List.of("tue-evening", "sat"), "talkAbout", "How we found our first board."));
        assertThat(scenario.request(group, "member2").data())
                .as("what another mentee wrote is nobody else's business")
                .doesNotContainValue("How we found our first board.");
        scenario.answers(group, "member2", Map.of("suits", List.of("sat")));
        assertThat(scenario.tasks(group)).as("one is still asked").hasSize(1);
        scenario.answers(group, "member3", Map.of("talkAbout", "Weekdays at noon would help me."));

        assertThat(whatStaffSee(group))
                .isEqualTo(String.join("\n\n", "Answers: 3 of 3.", "- Saturday: 2", "- Tuesday evening: 1"));
        assertThat(topicsStaffSee(group))
                .containsExactly("How we found our first board.", "Weekdays at noon would help me.");
        assertThat(facts.of(group.number()).get("decisions").toString())
                .as("what people wrote is held once, where it is erased")
                .doesNotContain("first board");
    }

    @Test
    void silenceAboutTheDayIsRemindedOfOnceAndHoldsNobodyUp() {
        Case group = groupOf("Mentee One", "Mentee Two");
        scenario.answers(group, "member2", Map.of("suits", List.of("mon-day")));
        scenario.passesUntil(LocalDate.of(2027, 12, 8));
        assertThat(scenario.isAsked(group, "member1")).isTrue();
        assertThat(outbox.sentTo(group.number()))
                .extracting(SentMail::text)
                .containsExactlyInAnyOrder("ask-focus-group-wishes", "ask-focus-group-wishes", "reminder-voluntary");

        scenario.passesUntil(LocalDate.of(2027, 12, 9));

        assertThat(scenario.isAsked(group, "member1")).isFalse();
        assertThat(whatStaffSee(group)).isEqualTo("Answers: 1 of 2.\n\n- Monday in the daytime: 1");
        setDate(group, "2027-12-20");
        assertThat(scenario.stateOf(group)).isEqualTo("group-invited");
    }

    @Test
    void staffSetADayEvenIfNobodySaysWhatSuitsThem() {
        Case group = groupOf("Mentee One");
        scenario.passesUntil(LocalDate.of(2027, 12, 9));
        assertThat(whatStaffSee(group)).isEqualTo("None of the mentees has said what would suit them.");
    }

    /** The group of mentees of these names, whose exchanges took place. */
    private Case groupOf(String... mentees) {
        for (String mentee : mentees) {
            application("took-part", "mentee", mentee);
        }
        scenario.start("focus-groups", cycle, Map.of());
        return groups().get(0);
    }

    /** What the form in which staff set the day says of the wishes. */
    private Object whatStaffSee(Case group) {
        assertThat(scenario.task(group, "userTask_setDate")).isNotNull();
        return Facts.at(
                FormData.of(asking.form("focus-group-date").form(), facts.of(group.number())),
                "decisions.focusGroupWishes.reasons");
    }

    /** What the mentees would like to talk about, as that form gets it. */
    private List<Object> topicsStaffSee(Case group) {
        List<?> sent = (List<?>) FormData.of(asking.form("focus-group-date").form(), facts.of(group.number()))
                .get("sent");
        return sent.stream()
                .map(one -> ((Map<?, ?>) ((Map<?, ?>) one).get("answers")).get("talkAbout"))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    private List<Case> groups() {
        return cases.findByCycleAndKindOrderByNumber(cycle.number(), "group");
    }

    /** What each mail of a case says to calendars: how often it has changed, and when it begins. */
    private List<String> calendars(Case subject) {
        return jdbc.queryForList(
                "select (invitation ->> 'sequence') || ' ' || (invitation #>> '{entry,begins}') from app.mails where case_number = ? and invitation is not null",
                String.class,
                subject.number());
    }

    @Test
    void aFocusGroupThatWasNotHeldGetsAnotherDateOrNone() {
        Case group = opening.inCycle(cycle, "group", "Focus group");
        ProcessInstance running = scenario.start("focus-group-meeting", group, Map.of());
        setDate(group, "2027-12-03");
        scenario.passesUntil(LocalDate.of(2027, 12, 4));
        scenario.staffCompletes(
                group, "userTask_record", Map.of("focusGroupHeld", "not-held", "notes", "Two of them were ill."));

        scenario.staffCompletes(
                group, "userTask_setDate", Map.of("focusGroup", "skip", "skipReason", "Nobody has time this year."));

        assertThat(scenario.stateOf(group)).isEqualTo("group-not-held");
        assertThat(scenario.isRunning(running)).isFalse();
        assertThat(scenario.passed(group)).contains("endEvent_none").doesNotContain("endEvent_held");
    }

    @Test
    void aFocusGroupInThePastAndQuotesWithoutConsentAreRefused() {
        Case group = opening.inCycle(cycle, "group", "Focus group");
        scenario.start("focus-group-meeting", group, Map.of());

        assertThatThrownBy(() -> setDate(group, "2027-12-01")).hasMessageContaining("still to come");
        setDate(group, "2027-12-02");
        scenario.passesUntil(LocalDate.of(2027, 12, 3));
        assertThatThrownBy(() -> scenario.staffCompletes(
                        group,
                        "userTask_record",
                        Map.of("focusGroupHeld", "held", "attendance", 2, "quotes", "Secret")))
                .hasMessageContaining("did not agree");
    }

    private void setDate(Case group, String day) {
        scenario.staffCompletes(
                group,
                "userTask_setDate",
                Map.of(
                        "focusGroup",
                        "hold",
                        "meetsOn",
                        day,
                        "meetsAt",
                        "17:00",
                        "meetingPlace",
                        "https://meet.example"));
    }

    // The impact report

    @Test
    void aReportIsDraftedEditedSentBackApprovedPublishedAndToldToEveryone() throws Exception {
        pair("completed", "Mentee Five");
        ProcessInstance report = scenario.start("impact-report", cycle, Map.of());

        Map<String, Object> shown =
                forms.getTaskFormVariables(scenario.task(cycle, "userTask_edit").getId());
        assertThat((String) shown.get("report")).contains("== In figures ==", "| Pairs agreed\n| 1\n");
        scenario.staffCompletes(cycle, "userTask_edit", edited("First try"));
        scenario.staffCompletes(
                cycle, "userTask_approve", Map.of("impactDecision", "changes", "comment", "Say more about Baltia."));
        assertThat(forms.getTaskFormVariables(
                        scenario.task(cycle, "userTask_edit").getId()))
                .as("what was edited is there again, not the draft")
                .containsEntry("reportSummary", "First try");
        assertThat(opens("/reports/" + cycle.number()).statusCode()).isEqualTo(404);
        jdbc.update("delete from app.impact_reports");
        assertThat(opens("/").body()).doesNotContain("href=\"/reports\"");
        scenario.staffCompletes(cycle, "userTask_edit", edited("Second <b>try</b>"));
        scenario.staffCompletes(cycle, "userTask_approve", Map.of("impactDecision", "approve"));

        assertThat(scenario.isRunning(report)).isFalse();
        assertThat(scenario.passed(cycle)).contains("endEvent_published");
        assertThat(reports.findFirstByAboutOrderByPublishedAtDesc(cycle.number()))
                .hasValueSatisfying(published -> assertThat(published.summary()).isEqualTo("Second <b>try</b>"));
        assertThat(Facts.at(facts.of(cycle.number()), "impactReport.address"))
                .isEqualTo("http://localhost/reports/" + cycle.number());
        assertThat(outbox.sentTo(cycle.number()))
                .extracting(SentMail::text)
                .containsOnly("impact-report-published")
                .hasSize(2);
        assertThat(opens("/").body()).contains("href=\"/reports\"");
        assertThat(opens("/reports").body()).contains(cycle.title(), "Second &lt;b&gt;try&lt;/b&gt;");
        String page = opens("/reports/" + cycle.number()).body();
        assertThat(opens("/reports/" + cycle.number()).statusCode()).isEqualTo(200);
        assertThat(page)
                .contains("<h2>In figures</h2>", "<strong>bold</strong>")
                .containsPattern("<td [^>]*data-head=\"What\">Visits</td><td [^>]*data-head=\"Number\">1</td>")
                .contains("href=\"https://commons.wikimedia.org/wiki/Category:A_b\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void whatIsPublishedNeverChangesAndTheSameVersionIsPublishedOnce() {
        scenario.start("impact-report", cycle, Map.of());
        scenario.staffCompletes(cycle, "userTask_edit", edited("Good"));
        scenario.staffCompletes(cycle, "userTask_approve", Map.of("impactDecision", "approve"));

        publishing.publish(cycle.number(), "edit-impact-report", "Impact report");

        assertThat(jdbc.queryForObject(
                        "select count(*) from app.impact_reports where case_number = ?", Integer.class, cycle.number()))
                .isEqualTo(1);
        assertThatThrownBy(() -> jdbc.update(
                        "update app.impact_reports set summary = 'x' where case_number = ?", cycle.number()))
                .hasMessageContaining("never changes");
    }

    @Test
    void aVersionThatIsNotApprovedIsNotPublished() {
        scenario.start("impact-report", cycle, Map.of());
        scenario.staffCompletes(cycle, "userTask_edit", edited("Not read yet"));

        assertThatThrownBy(() -> publishing.publish(cycle.number(), "edit-impact-report", "Impact report"))
                .hasMessageContaining("not approved");
    }

    private static Map<String, Object> edited(String summary) {
        return Map.of(
                "reportSummary",
                summary,
                "report",
                """
                == In figures ==
                {| class="wikitable"
                ! What !! Number
                |-
                | Visits
                | 1
                |}
                Here is '''bold''' and <script>alert(1)</script>.
                * [[:commons:Category:A b|pictures]]""");
    }

    // Requests for help

    @Test
    void aQuestionFromThePublicPageIsAnsweredByMail() throws Exception {
        HttpResponse<String> page = opens("/help/exchange");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Your question", "Money and receipts", "ca@wikimedia.org");

        HttpResponse<String> refused = sends(
                token(page),
                Map.of("topic", "money", "question", "May I <take> a taxi?", "name", "Ana", "email", "ana"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("email-error", "May I &lt;take&gt; a taxi?", "value=\"money\" selected");
        assertThat(requests()).isEmpty();

        HttpResponse<String> sent = sends(
                token(refused),
                Map.of("topic", "money", "question", "May I take a taxi?", "name", "Ana", "email", "ana@example.org"));
        assertThat(sent.statusCode()).isEqualTo(302);
        scenario.runJobs();
        Case request = requests().get(0);
        assertThat(opens(sent.headers().firstValue("Location").orElseThrow()).body())
                .contains(request.number());
        assertThat(scenario.stateOf(request)).isEqualTo("in-work");

        scenario.staffCompletes(
                request, "userTask_answer", Map.of("requestDecision", "answer", "answer", "Yes, with a receipt."));

        assertThat(scenario.stateOf(request)).isEqualTo("answered");
        assertThat(outbox.sentTo(request.number()))
                .extracting(SentMail::text)
                .containsExactlyInAnyOrder("request-received", "request-answered");
        assertThat(scenario.passed(request))
                .contains("startEvent_asked", "endEvent_answered")
                .doesNotContain("startEvent_askedThroughStaff", "userTask_answerAsCoordinator");
    }

    @Test
    void aQuestionThatStaffTakeDownGoesToTheCoordinatorsWhenTheyCannotAnswerIt() {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("support-request")
                .latestVersion()
                .singleResult()
                .getId();
        forms.submitStartForm(definition, question("jan@example.org"));
        scenario.runJobs();
        Case request = requests().get(0);
        assertThat(parties.of(request.number(), "applicant").personId())
                .isEqualTo(scenario.person("Jan").id());
        assertThat(submissions.current(request.number()).get(0).authorKind()).isEqualTo("staff");

        scenario.staffCompletes(
                request, "userTask_answer", Map.of("requestDecision", "hand-over", "handOverNote", "Is this allowed?"));
        scenario.staffCompletes(request, "userTask_answerAsCoordinator", Map.of("answer", "It is."));

        assertThat(scenario.stateOf(request)).isEqualTo("answered");
        assertThat(scenario.passed(request)).contains("startEvent_askedThroughStaff", "userTask_answerAsCoordinator");
    }

    @Test
    void aQuestionIsTakenBetweenTwoCyclesTooAndARefusedOneLeavesNothing() {
        jdbc.update("update app.cases set closed_at = now() where number = ?", cycle.number());
        assertThatThrownBy(() -> requesting.ask("exchange", Map.of("topic", "money"), Locale.ENGLISH))
                .isInstanceOf(RefusedAnswers.class);
        assertThat(requests()).isEmpty();

        String number = requesting.ask("exchange", question("somebody.new@example.org"), Locale.ENGLISH);

        assertThat(number).startsWith("RQ-");
        assertThat(cases.of(number).title()).isEqualTo("Help: Travel and lodging");
    }

    @Test
    void fromAnotherSiteNothingIsTakenWithoutATokenOfThePage() throws Exception {
        assertThat(sends("none", Map.of("topic", "money", "question", "?", "name", "A", "email", "a@example.org"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(requests()).isEmpty();
        assertThat(opens("/help/nothing").statusCode()).isEqualTo(404);
        assertThat(opens("/reports/CY-1999").statusCode()).isEqualTo(404);
    }

    private static Map<String, Object> question(String email) {
        return Map.of("topic", "travel", "question", "Who books the train?", "name", "Jan", "email", email);
    }

    private List<Case> requests() {
        return cases.findByCycleAndKindOrderByNumber(cycle.number(), Case.REQUEST);
    }

    /** A pair in this state, whose mentee has this name. */
    private void pair(String state, String mentee) {
        Case pair = opening.inCycle(cycle, Case.PAIR, "A pair");
        parties.save(new Party(
                pair.number(),
                "mentee",
                scenario.person(mentee).id(),
                null,
                scenario.community("Community of " + mentee, "user-group").id(),
                null));
        parties.save(new Party(
                pair.number(),
                "mentor",
                scenario.person("Mentor of all").id(),
                null,
                scenario.community("Mentors", "chapter").id(),
                null));
        opening.enter(pair.number(), state);
    }

    /** An application in this state, sent by somebody of this name. */
    private Case application(String state, String role, String name) {
        Case application = opening.inCycle(cycle, Case.APPLICATION, name);
        parties.save(new Party(
                application.number(),
                "applicant",
                scenario.person(name).id(),
                null,
                scenario.community("Community of " + name, "user-group").id(),
                null));
        jdbc.update(
                """
                insert into app.submissions
                    (id, case_number, document, version, form_version, author_kind, author, side, sent_at, answers, sha256)
                values (gen_random_uuid(), ?, ?, 1, 1, 'person', ?, 'applicant', now(), '{}', '')""",
                application.number(),
                role + "-application",
                name);
        opening.enter(application.number(), state);
        return application;
    }

    private HttpResponse<String> opens(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> sends(String token, Map<String, String> answers)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("_csrf=" + encoded(token));
        answers.forEach((key, value) -> body.append('&').append(key).append('=').append(encoded(value)));
        return browser.send(
                HttpRequest.newBuilder(address("/help/exchange"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create(path.startsWith("http") ? path : "http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as("a token in the page").isTrue();
        return token.group(1);
    }
}
