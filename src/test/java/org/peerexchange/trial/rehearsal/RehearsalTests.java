package org.peerexchange.trial.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.FreshStart;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.application.Applying;
import org.peerexchange.application.Offers;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.people.process.StaffAccounts;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.CommunityFacts;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.ProgrammeFacts;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.trial.process.RehearsalEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PeerExchangeTest
class RehearsalTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    Programmes programmes;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void thereAreStaff() {
        List.of("exchange-staff", "exchange-coordinators", "working-group", "finance")
                .forEach(group -> List.of(" one", " two")
                        .forEach(one -> accounts.keep(
                                (group + one).replace(' ', '-'), "Some", "Body", "a-long-password", group)));
    }

    private List<String> rehearses(int participants, long seed) {
        FreshStart.forgetCases(application);
        Rehearsal.Setting setting = new Rehearsal.Setting("exchange", participants, seed, 2037);
        Diary diary = new Rehearsal(setting, rooms()).play();
        return new RehearsalReport(programmes.of("exchange"), setting, diary, jdbc).lines();
    }

    private Rehearsal.Rooms rooms() {
        return new Rehearsal.Rooms(
                programmes,
                application.getBean(ProgrammeFacts.class),
                application.getBean(Communities.class),
                application.getBean(CommunityFacts.class),
                application.getBean(Facts.class),
                application.getBean(Cases.class),
                application.getBean(Parties.class),
                application.getBean(Applying.class),
                application.getBean(Offers.class),
                application.getBean(Asking.class),
                application.getBean(Attachments.class),
                application.getBean(Dispatcher.class),
                application.getBean(TransactionTemplate.class),
                new RehearsalEngine(
                        application.getBean(RepositoryService.class),
                        application.getBean(RuntimeService.class),
                        application.getBean(TaskService.class),
                        application.getBean(FormService.class),
                        application.getBean(IdentityService.class),
                        application.getBean(ManagementService.class),
                        Set.of()));
    }

    @Test
    void theProcessesOfAProgrammeInAFolderAreFoundToo() {
        RehearsalEngine engine = rooms().engine();

        assertThat(engine.neverTaken("tea-circle"))
                .anyMatch(line -> line.startsWith("Tea circle: "))
                .noneMatch(line -> line.startsWith("Exchange"));
        assertThatThrownBy(() -> engine.opensCycle("exchange-staff-one", "tea-circle", Map.of()))
                .as("its form was found, and asks for a day")
                .isInstanceOf(RefusedAnswers.class);
    }

    @Test
    void aCycleIsPlayedToItsEndAndItsFiguresAreTheSameForTheSameSeed() {
        List<String> figures = rehearses(2, 7);

        assertThat(figures.get(0)).isEqualTo("CEE Wiki Peer Learning Exchange, 2 participants, year 2037, seed 7");
        assertThat(figures)
                .anyMatch(line -> line.matches("\\s+1\\s+cycle\\s+Report published"))
                .anyMatch(line -> line.matches("\\s+\\d+\\s+application\\s.*"))
                .anyMatch(line -> line.matches("\\s+\\d+  exchange-staff, at most \\d+ in 2037-W\\d\\d; by week: .*"))
                .anyMatch(line -> line.matches("Mails: \\d+ to 2 people; .*"))
                .contains(
                        "Could not be answered by chance (a form may ask what nobody can know; see \"rehearse\"): none")
                .contains("Failed: none");
        assertThat(jdbc.queryForObject("select max(opened_at)::date from app.cases", LocalDate.class))
                .isAfter(LocalDate.of(2037, 1, 1));
        assertThat(rehearses(2, 7)).isEqualTo(figures);
    }
}
