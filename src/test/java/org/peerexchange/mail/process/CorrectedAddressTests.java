package org.peerexchange.mail.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.peerexchange.mail.MailRequest;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of mails whose address staff correct. */
@PeerExchangeTest
class CorrectedAddressTests {

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private Outbox outbox;

    @Autowired
    private People people;

    @Autowired
    private Parties parties;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private OpeningCases opening;

    private Case pair;

    @BeforeEach
    void aPairThatPlans() {
        cycle.opens();
        pair = scenario.caseWith(cycle.current(), Case.PAIR, "mentee", "mentor");
    }

    @Test
    void anAddressOfSomebodyKnownMakesThemTakePartInstead() {
        Person known = scenario.person("Known Already");
        Person wrong = personOn("mentee");
        Case application = scenario.caseWith(cycle.current(), Case.APPLICATION, "mentee");
        UUID failed = undeliverable("mentee");
        UUID waiting = waiting("mentee");

        answers(failed, known.email());
        scenario.runJobs();

        assertThat(personOn("mentee").id()).isEqualTo(known.id());
        assertThat(parties.of(application.number(), "mentee").personId()).isEqualTo(known.id());
        assertThat(people.of(wrong.id()).email()).isEqualTo(wrong.email());
        assertThat(recipient(failed)).isEqualTo("person:" + known.id());
        assertThat(recipient(waiting)).isEqualTo("person:" + known.id());
        assertThat(state(failed)).isEqualTo("waiting");
    }

    @Test
    void nobodyBecomesBothSidesOfAPairByACorrectedAddress() {
        Person mentee = personOn("mentee");
        Person mentor = personOn("mentor");

        answers(undeliverable("mentee"), mentor.email());
        scenario.runJobs();

        assertThat(personOn("mentee").id()).isEqualTo(mentee.id());
        assertThat(personOn("mentor").id()).isEqualTo(mentor.id());
    }

    @Test
    void casesOfAnotherProgrammeStayWithWhomTheyAre() {
        Person known = scenario.person("Known Elsewhere");
        Person wrong = personOn("mentee");
        Case other = transaction.execute(status -> opening.cycle("mentorship", "2091-1", "Another programme"));
        parties.save(new Party(other.number(), "mentee", wrong.id(), wrong.name(), null, null));

        answers(undeliverable("mentee"), known.email());
        scenario.runJobs();

        assertThat(personOn("mentee").id()).isEqualTo(known.id());
        assertThat(parties.of(other.number(), "mentee").personId()).isEqualTo(wrong.id());
    }

    @Test
    void eachMailGoesToTheAddressGivenForIt() {
        UUID toMentee = undeliverable("mentee");
        UUID toMenteeToo = undeliverable("mentee");
        UUID toMentor = undeliverable("mentor");

        answers(toMentee, "mentee%d@example.org".formatted(cycle.year()));
        answers(toMenteeToo, "mentee%d@example.org".formatted(cycle.year()));
        answers(toMentor, "mentor%d@example.org".formatted(cycle.year()));
        scenario.runJobs();

        assertThat(personOn("mentee").email()).isEqualTo("mentee%d@example.org".formatted(cycle.year()));
        assertThat(personOn("mentor").email()).isEqualTo("mentor%d@example.org".formatted(cycle.year()));
    }

    private Person personOn(String side) {
        return people.of(parties.of(pair.number(), side).personId());
    }

    private UUID undeliverable(String side) {
        UUID mail = waiting(side);
        jdbc.update("update app.mails set state = 'failed', last_error = '550 no such user' where id = ?", mail);
        runtime.startProcessInstanceByKey(
                "mail-trouble",
                pair.number(),
                Map.of(
                        "mailId",
                        mail.toString(),
                        "mailNumber",
                        mail.toString().substring(0, 6),
                        "reason",
                        "address",
                        "staffGroup",
                        "exchange-staff"));
        return mail;
    }

    private UUID waiting(String side) {
        String key = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> outbox.add(new MailRequest(
                "exchange",
                pair.number(),
                key,
                "pair-agreed",
                Recipient.person(personOn(side).id()),
                null,
                Map.of())));
        return jdbc.queryForObject("select id from app.mails where key = ?", UUID.class, key);
    }

    /** The step that follows has not come to it yet. */
    private void answers(UUID mail, String address) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(60)));
        tasks.complete(
                tasks.createTaskQuery()
                        .processVariableValueEquals("mailId", mail.toString())
                        .singleResult()
                        .getId(),
                Map.of("action", "corrected", "correctedAddress", address));
    }

    private String recipient(UUID mail) {
        return jdbc.queryForObject("select recipient from app.mails where id = ?", String.class, mail);
    }

    private String state(UUID mail) {
        return jdbc.queryForObject("select state from app.mails where id = ?", String.class, mail);
    }
}
