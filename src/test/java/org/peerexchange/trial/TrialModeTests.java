package org.peerexchange.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.people.CannotStart;
import org.peerexchange.people.process.StaffAccounts;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("trial")
@DirtiesContext
@Tag(PeerExchangeTest.APPLICATION)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrialModeTests {

    /** Tests of the sample as the first start leaves it; the others move its clock and send mails. */
    private static final int AS_PLAYED = 1;

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("peerexchange.trial.data", () -> data.resolve("trial").toString());
    }

    @LocalServerPort
    int port;

    @Autowired
    TrialClock trialClock;

    @Autowired
    Clock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    @Autowired
    JavaMailSender mails;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    ManagementService jobs;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MailFolder folder;

    @Autowired
    AutowireCapableBeanFactory beans;

    /** Played at the start, as for everybody who starts the trial mode for the first time. */
    @MockitoSpyBean
    TrialSample sample;

    @AfterAll
    static void resetClock() {
        ClockUtil.reset();
    }

    @Test
    @Order(AS_PLAYED)
    void showsACycleInMidYearWithExchangesAtEveryStage() {
        Case cycle = cases.findByKindOrderByNumber(Case.CYCLE).get(0);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Warsaw"));
        assertThat(MonthDay.from(today)).isEqualTo(MonthDay.of(6, 15));
        assertThat(cycle.number()).isEqualTo("CY-" + today.getYear());
        assertThat(cycle.state()).isEqualTo("exchanges");

        assertThat(states(cycle, Case.APPLICATION))
                .contains("matched", "rejected", "withdrawn", "waiting-list")
                .hasSize(14);
        assertThat(states(cycle, Case.PAIR))
                .containsExactlyInAnyOrder(
                        "completed",
                        "following-up",
                        "reporting",
                        "visiting",
                        "booked",
                        "booking",
                        "plan-approval",
                        "planning",
                        "declined");
        assertThat(states(cycle, Case.REQUEST)).containsExactlyInAnyOrder("answered", "in-work");
        assertThat(openTasks()).contains("userTask_payAdvance", "userTask_bookTravel", "userTask_approvePlan");
        assertThat(overdue()).as("the report that is late").isNotEmpty();
    }

    private List<String> states(Case cycle, String kind) {
        return cases.findByCycleAndKindOrderByNumber(cycle.number(), kind).stream()
                .map(Case::state)
                .toList();
    }

    private List<String> openTasks() {
        return tasks.createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private List<Task> overdue() {
        return tasks.createTaskQuery()
                .dueBefore(java.util.Date.from(clock.instant()))
                .list();
    }

    @Test
    @Order(AS_PLAYED)
    void leavesNothingUndoneAndTheJobExecutorRunning() {
        assertThat(jobs.createJobQuery().noRetriesLeft().count()).isZero();
        assertThat(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getJobExecutor()
                        .isActive())
                .isTrue();
        assertThat(jdbc.queryForObject("select count(*) from app.mails where state <> 'sent'", Integer.class))
                .isZero();
    }

    @Test
    @Order(AS_PLAYED)
    void everyMailWasSentOnceAndOnItsOwnDay() {
        List<TrialMail> all = folder.all();
        assertThat(all).hasSize(jdbc.queryForObject("select count(*) from app.mails", Integer.class));
        Instant now = clock.instant();
        assertThat(all).allSatisfy(mail -> assertThat(mail.sent()).isBefore(now));
        assertThat(jdbc.queryForObject(
                        "select count(*) from app.mails where sent_at - created_at > interval '10 minutes'",
                        Integer.class))
                .isZero();
        assertThat(all.stream()
                        .map(mail -> LocalDate.ofInstant(mail.sent(), ZoneId.of("UTC")))
                        .distinct())
                .hasSizeGreaterThan(40);
    }

    @Test
    @Order(AS_PLAYED)
    void isPlayedOnlyOnce() throws IOException {
        int mailsBefore = folder.all().size();
        sample.playOnce();
        assertThat(folder.all()).hasSize(mailsBefore);
    }

    @Test
    @Order(AS_PLAYED)
    void aStartThatWasInterruptedSaysWhatToDo() throws IOException {
        Path begun = data.resolve("trial/sample-begun");
        Files.createFile(begun);
        try {
            assertThatThrownBy(() -> beans.createBean(TrialSample.class))
                    .rootCause()
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Delete the folder");
        } finally {
            Files.delete(begun);
        }
    }

    @Test
    void aWeekForwardStopsAtEveryTimerOnItsOwnDay() throws IOException {
        Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant first = start.plus(Duration.ofDays(2));
        Instant second = start.plus(Duration.ofDays(5));
        repository
                .createDeployment()
                .addModelInstance(
                        "two-timers.bpmn",
                        Bpmn.createExecutableProcess("two-timers")
                                .camundaHistoryTimeToLiveString("P30D")
                                .startEvent()
                                .intermediateCatchEvent("first")
                                .timerWithDate("${first}")
                                .intermediateCatchEvent("second")
                                .timerWithDate("${second}")
                                .endEvent("done")
                                .done())
                .deploy();
        String instance = runtime.startProcessInstanceByKey(
                        "two-timers", java.util.Map.of("first", Date.from(first), "second", Date.from(second)))
                .getId();

        Duration moved = new MovedClock(data.resolve("trial")).offset();
        TrialClock.Move move = trialClock.forward(Duration.ofDays(7));

        assertThat(move.settled()).isTrue();
        assertThat(move.timers()).isGreaterThanOrEqualTo(2);
        assertThat(endOf(instance, "first")).isBetween(first, first.plusSeconds(60));
        assertThat(endOf(instance, "second")).isBetween(second, second.plusSeconds(60));
        assertThat(clock.instant()).isBetween(start.plus(Duration.ofDays(7)), start.plus(Duration.ofDays(8)));
        assertThat(new MovedClock(data.resolve("trial")).offset().minus(moved))
                .as("survives a restart")
                .isBetween(Duration.ofDays(6), Duration.ofDays(8));
    }

    private Instant endOf(String instance, String activity) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .singleResult()
                .getEndTime()
                .toInstant();
    }

    @Test
    void theNextDateIsADueDateWhenThatComesBeforeEveryTimer() {
        Instant now = clock.instant();
        Duration untilNext = Duration.between(now, trialClock.nextDate().orElseThrow());
        Instant due = now.plus(untilNext.dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
        Task task = tasks.newTask();
        task.setName("Confirm the pairs");
        task.setDueDate(Date.from(due));
        tasks.saveTask(task);
        try {
            assertThat(trialClock.nextDate()).contains(due);
            TrialClock.Move move = trialClock.toNextDate();
            assertThat(move.due()).isEqualTo("Confirm the pairs");
            assertThat(clock.instant()).isBetween(due, due.plusSeconds(90));
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void theBarSaysSoWhileTheSampleIsStillBeingPlayed() throws Exception {
        assertThat(get("/")).contains("Trial mode").doesNotContain("still being played");
        doReturn(true).when(sample).isBeingPlayed();
        assertThat(get("/")).contains("The sample cycle is still being played; days jump.");
    }

    @Test
    void everyMailIsKeptAndCanBeReadByItsCaseNumber() throws Exception {
        MimeMessage message = mails.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
        mail.setFrom("hub@example.org");
        mail.setTo(new String[] {"ana@example.org", "bo@example.org"});
        mail.setSubject("EX-2027-014: Please send your plan by 3 March");
        mail.setText("Open http://localhost/p/abc.", "<p>Open <a href='http://localhost/p/abc'>your plan</a>.</p>");
        mail.addAttachment("visit.ics", () -> new java.io.ByteArrayInputStream("BEGIN:VCALENDAR".getBytes()));
        int before = folder.all().size();
        mails.send(message);

        assertThat(folder.all()).hasSize(before + 1);
        String shown = "/trial/mails/" + folder.all().get(0).number();
        assertThat(get("/trial/mails?q=ex-2027-014")).contains("Please send your plan", "ana@example.org");
        assertThat(get("/trial/mails")).contains("Sent (Warsaw time)", "(Warsaw time)</strong>");
        assertThat(get("/trial/mails?q=EX-2027-999")).contains("No mail mentions");
        assertThat(get(shown))
                .contains("<a href=\"http://localhost/p/abc\">http://localhost/p/abc</a>.", "visit.ics", "sandbox");
        assertThat(get(shown + "/html")).contains("your plan");
        assertThat(get(shown + "/attachments/0")).isEqualTo("BEGIN:VCALENDAR");
    }

    @Test
    void accountsHavePasswordsOfTheirOwnThatOnlyTheOwnerOfTheFileCanRead() throws IOException {
        Path file = data.resolve("trial/accounts");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        List<TrialAccount> all = new TrialAccounts(data.resolve("trial")).all();
        assertThat(all).hasSize(9).extracting(TrialAccount::password).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(account -> assertThat(accounts.withPassword(account.id(), account.password()))
                .hasValueSatisfying(member -> assertThat(member.groups()).contains(account.group())));
    }

    @Test
    void nobodySignsInWithWikimediaWhereNoClientIsSet() throws Exception {
        assertThat(get("/my")).contains("Send me my link").doesNotContain("Wikimedia");
        for (String path :
                List.of("/oauth2/authorization/wikimedia", "/login/oauth2/code/wikimedia?code=1", "/my/wikimedia")) {
            assertThat(open(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private String get(String path) throws Exception {
        HttpResponse<String> response = open(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> open(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
