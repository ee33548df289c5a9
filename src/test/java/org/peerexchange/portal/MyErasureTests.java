package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.ReceivedMail;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody asks that what is held about them is erased: a task of the programme's staff, answered by mail. */
@PeerExchangeTest
class MyErasureTests {

    @LocalServerPort
    int port;

    @Autowired
    PortalStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    Parties parties;

    @Autowired
    Cases cases;

    @Autowired
    Facts facts;

    @Autowired
    TaskService tasks;

    @Autowired
    ReceivedMail received;

    @Autowired
    JdbcTemplate jdbc;

    Visitor ana;
    Case pair;
    Case application;
    String mine;

    @BeforeEach
    void takesPartInAPair() {
        stage.isEmpty();
        ana = new Visitor(port);
        pair = stage.ofTwo(exchange.agreed());
        application = cases.of(parties.of(pair.number(), "mentee").application());
        jdbc.update(
                "update app.parties set person_id = ? where case_number = ?",
                parties.of(pair.number(), "mentee").personId(),
                application.number());
        exchange.runs("exchange", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(false));
        mine = stage.pageOf(pair, "mentee");
    }

    private Visitor.Answer asks(String reason) {
        ana.opens(mine + "/erasure");
        Visitor.Answer answer = ana.submits(mine + "/erasure", Map.of("reason", reason));
        scenario.runJobs();
        return answer;
    }

    private List<Task> open() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("userTask_answerErasure")
                .processInstanceBusinessKey(application.number())
                .list();
    }

    private List<String> mails() {
        return received.textsTo("person.mentee@example.org").stream()
                .filter(mail -> mail.contains("erase"))
                .toList();
    }

    @Test
    void the_page_says_what_is_erased_when_and_staff_get_one_task_with_a_deadline_that_says_what_there_is() {
        assertThat(ana.opens(mine).text()).contains("%s/erasure".formatted(mine));
        assertThat(ana.opens(mine + "/erasure").text())
                .contains("360 days after the cycle", "after 4 years", "Ask for my data to be erased");

        jdbc.update(
                "insert into app.wikimedia_accounts (sub, person_id, username, linked_at) values (?, ?, 'Ana (Karpaty)', now())",
                String.valueOf(System.nanoTime()),
                parties.of(pair.number(), "mentee").personId());

        assertThat(asks("I have left the community.").header("Location")).endsWith(mine + "/erasure");

        Task task = open().get(0);
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("exchange-staff");
        assertThat(Duration.between(
                                ClockUtil.getCurrentTime().toInstant(),
                                task.getDueDate().toInstant())
                        .toDays())
                .isBetween(27L, 28L);
        assertThat(facts.of(application.number()).get("heldAboutAsker").toString())
                .contains(
                        application.number(),
                        "ask-erasure 1",
                        pair.number(),
                        "activity-plan 1",
                        "Wikimedia account, Ana (Karpaty)");
        assertThat(mails()).singleElement().asString().contains("we have your request to erase", "within four weeks");
        assertThat(ana.opens(stage.pageOf(pair, "mentor")).text()).doesNotContain("I have left the community.");

        assertThat(ana.opens(mine + "/erasure").text())
                .contains("You have asked", "CEE Wiki Peer Learning Exchange")
                .doesNotContain("Ask for my data to be erased");
        asks("Once more.");
        assertThat(open()).as("once while one is open").hasSize(1);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void the_answer_and_what_must_be_kept_goes_out_by_mail_and_afterwards_it_can_be_asked_again() {
        asks("");
        received.all();
        received.isForgotten();

        scenario.staffCompletes(
                application,
                "userTask_answerErasure",
                Map.of(
                        "erasureDecision", "not-yet",
                        "answer", "Your exchange runs until December; we erase your data then.",
                        "kept", "The receipts of your visit, for 4 years, since they show how money was spent."));
        scenario.runJobs();

        assertThat(mails())
                .singleElement()
                .asString()
                .contains("We cannot erase your data yet")
                .contains(
                        "Your exchange runs until December", "What we have to keep, and why", "receipts of your visit");
        assertThat(open()).isEmpty();
        assertThat(ana.opens(mine + "/erasure").text()).contains("Ask for my data to be erased");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_is_kept() {
        Visitor.Answer answer = asks("because ".repeat(300));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("because because", "id=\"reason-error\"");
        assertThat(open()).isEmpty();
    }

    @Test
    void the_page_needs_the_link_to_the_own_page() {
        assertThat(ana.opens("/my/nothing/erasure").status()).isEqualTo(404);
    }
}
