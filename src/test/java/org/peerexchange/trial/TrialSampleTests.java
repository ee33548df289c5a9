package org.peerexchange.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The sample cycle of the first start. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("trial")
@DirtiesContext
@Tag(PeerExchangeTest.APPLICATION)
class TrialSampleTests {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("peerexchange.trial.data", () -> data.resolve("trial").toString());
    }

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MailFolder mails;

    @Autowired
    TrialSample sample;

    @Autowired
    AutowireCapableBeanFactory beans;

    @AfterAll
    static void resetClock() {
        ClockUtil.reset();
    }

    @Test
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
    void everyMailWasSentOnceAndOnItsOwnDay() {
        List<TrialMail> all = mails.all();
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
    void isPlayedOnlyOnce() throws IOException {
        int mailsBefore = mails.all().size();
        sample.playOnce();
        assertThat(mails.all()).hasSize(mailsBefore);
    }

    @Test
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
}
