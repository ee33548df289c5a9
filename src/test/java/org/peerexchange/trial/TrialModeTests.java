package org.peerexchange.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

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
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.people.process.StaffAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("trial")
@DirtiesContext
@Tag(PeerExchangeTest.APPLICATION)
class TrialModeTests {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("peerexchange.trial.data", () -> data.resolve("trial").toString());
        registry.add("peerexchange.trial.sample", () -> false);
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

    @MockitoBean
    TrialSample sample;

    @AfterAll
    static void resetClock() {
        ClockUtil.reset();
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

        TrialClock.Move move = trialClock.forward(Duration.ofDays(7));

        assertThat(move.settled()).isTrue();
        assertThat(move.timers()).isEqualTo(2);
        assertThat(endOf(instance, "first")).isBetween(first, first.plusSeconds(60));
        assertThat(endOf(instance, "second")).isBetween(second, second.plusSeconds(60));
        assertThat(clock.instant()).isBetween(start.plus(Duration.ofDays(7)), start.plus(Duration.ofDays(8)));
        assertThat(new MovedClock(data.resolve("trial")).offset())
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
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(5));
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
        when(sample.isBeingPlayed()).thenReturn(true);
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
        mails.send(message);

        try (var kept = Files.list(data.resolve("trial/mails"))) {
            assertThat(kept).hasSize(1);
        }
        assertThat(get("/trial/mails?q=ex-2027-014")).contains("Please send your plan", "ana@example.org");
        assertThat(get("/trial/mails")).contains("Sent (Warsaw time)", "(Warsaw time)</strong>");
        assertThat(get("/trial/mails?q=EX-2027-015")).contains("No mail mentions");
        assertThat(get("/trial/mails/1"))
                .contains("<a href=\"http://localhost/p/abc\">http://localhost/p/abc</a>.", "visit.ics", "sandbox");
        assertThat(get("/trial/mails/1/html")).contains("your plan");
        assertThat(get("/trial/mails/1/attachments/0")).isEqualTo("BEGIN:VCALENDAR");
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

    private String get(String path) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
