package org.peerexchange.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Staff move the days of an open cycle: what waits for them moves too. */
@PeerExchangeTest
class ChangedCycleTests {

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void applicationsAreOpen() {
        cycle.opens();
        cycle.takesApplications();
    }

    @Test
    void aLaterLastDayKeepsApplicationsOpen() {
        cycle.changesDays(Map.of("applicationsClose", cycle.day(3, 15).toString()));

        scenario.passesUntil(cycle.day(3, 10));
        assertThat(cycle.current().state()).isEqualTo("applications-open");
        assertThat(cycle.applies("mentee", cycle.knownCommunity("Lateland", "user-group", 1), Map.of()))
                .isNotNull();

        scenario.passesUntil(cycle.day(3, 16));
        assertThat(cycle.current().state()).isEqualTo("deciding");
    }

    @Test
    void anEarlierLastDayClosesThemThen() {
        cycle.changesDays(Map.of("applicationsClose", cycle.day(2, 20).toString()));

        scenario.passesUntil(cycle.day(2, 21));

        assertThat(cycle.current().state()).isNotEqualTo("applications-open");
    }

    @Test
    void whatIsDueSomeDaysAfterItWasAskedStays() {
        Case application = cycle.applies("mentee", cycle.knownCommunity("Examplia", "user-group", 1), Map.of());
        Date due = scenario.task(application, "userTask_reviewAsHubStaff").getDueDate();

        cycle.changesDays(Map.of("applicationsClose", cycle.day(3, 15).toString()));

        assertThat(scenario.task(application, "userTask_reviewAsHubStaff").getDueDate())
                .isEqualTo(due);
    }

    @Test
    void aRequestThatIsDueOnADayOfTheCycleMovesWithItsReminders() {
        Case application = cycle.applies("mentee", cycle.knownCommunity("Examplia", "user-group", 1), Map.of());
        scenario.start(
                "ask-participant",
                application,
                Map.of(
                        "who", "applicant",
                        "form", "testing-answer",
                        "task", "Say what your goal is",
                        "deadline", "matching-ends",
                        "ladder", "applicant-answer",
                        "mail", "reminder"));
        assertThat(scenario.request(application, "applicant").due().toString())
                .startsWith(cycle.day(5, 15).toString());

        cycle.changesDays(Map.of("matchingEnds", cycle.day(4, 20).toString()));

        assertThat(scenario.request(application, "applicant").due().toString())
                .startsWith(cycle.day(4, 20).toString());
        int sent = reminders(application);
        scenario.passesUntil(cycle.day(4, 19));
        assertThat(reminders(application)).isEqualTo(sent + 1);
    }

    private int reminders(Case subject) {
        return jdbc.queryForObject(
                "select count(*) from app.mails where text = 'reminder' and case_number = ?",
                Integer.class,
                subject.number());
    }

    @Test
    void applicantsAreToldWhenStaffSayTheyShall() {
        cycle.applies("mentee", cycle.knownCommunity("Examplia", "user-group", 1), Map.of());

        cycle.changesDays(Map.of("endsOn", cycle.day(12, 22).toString()));
        assertThat(toldOfNewDays()).containsExactly("staff:exchange-staff");

        cycle.changesDays(Map.of("endsOn", cycle.day(12, 23).toString(), "tellEveryone", true));
        assertThat(toldOfNewDays())
                .hasSize(3)
                .filteredOn(to -> to.startsWith("person:"))
                .hasSize(1);
    }

    @Test
    void aDayOutOfOrderIsRefusedAndNothingMoves() {
        assertThatThrownBy(() -> cycle.changesDays(
                        Map.of("applicationsClose", cycle.day(6, 15).toString())))
                .hasMessageContaining("Matching ends before");

        scenario.passesUntil(cycle.day(3, 2));
        assertThat(cycle.current().state()).isNotEqualTo("applications-open");
    }

    private List<String> toldOfNewDays() {
        return jdbc.queryForList(
                "select recipient from app.mails where text = 'cycle-changed' and case_number = ?",
                String.class,
                cycle.current().number());
    }
}
