package org.peerexchange.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.money.Bookkeeping;
import org.peerexchange.people.process.StaffAccounts;
import org.peerexchange.programme.Case;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** An exchange with something in every part of its file, and an account in each group. */
@TestComponent
class DeskStage {

    static final String PASSWORD = "a-password-in-tests";

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningExchange exchange;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Bookkeeping bookkeeping;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private IdentityService identity;

    void hireStaff() {
        if (!accounts.exists("hanna")) {
            accounts.keep("hanna", "Hanna", "Horvat", PASSWORD, "exchange-staff");
            accounts.keep("wanda", "Wanda", "Wójcik", PASSWORD, "working-group");
        }
        if (!accounts.exists("fina")) {
            accounts.keep("fina", "Fina", "Fischer", PASSWORD, "finance");
            accounts.keep("cora", "Cora", "Conti", PASSWORD, "exchange-coordinators");
        }
    }

    /** The mentor changed the mentee's plan, so that the mentee's signature stands under a version that was replaced. */
    Case exchangeWithAChangedPlan() {
        Case pair = exchange.agreed();
        exchange.runs("activity-plan", Map.of());
        scenario.answers(pair, "mentee", plan("Exampletown"));
        attach(pair, "agenda.pdf");
        scenario.answers(pair, "mentor", plan("<b>Sampleville</b>"));
        exchange.knows(
                "travel-details",
                Map.of("passportName", "Passport Holder", "birthDate", "1990-05-17", "citizenship", "Exampleland"));
        exchange.knows("approve-advance", Map.of("advanceDecision", "approve", "amount", 200));
        bookkeeping.record(pair.number(), "approved", "approve-advance");
        return pair;
    }

    /** The mentee signs the mentor's version, too. */
    void planWaitsForTheHub(Case pair) {
        scenario.answers(pair, "mentee", plan("<b>Sampleville</b>"));
    }

    private Map<String, Object> plan(String place) {
        Map<String, Object> plan = new HashMap<>(exchange.plan(true));
        plan.put("place", place);
        return plan;
    }

    private void attach(Case subject, String name) {
        Submission plan = submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(subject.number(), "activity-plan")
                .orElseThrow();
        Attachment file = attachments.save(new Attachment(
                subject.number(),
                UUID.randomUUID().toString(),
                "agenda",
                name,
                "application/pdf",
                "%PDF-1.4".getBytes(),
                "0".repeat(64),
                "test",
                plan.sentAt()));
        jdbc.update("update app.attachments set submission_id = ? where id = ?", plan.id(), file.id());
    }

    /** What happens while this case is of a programme that was taken away. */
    void withoutItsProgramme(Case subject, Callable<?> happens) throws Exception {
        jdbc.update("update app.cases set programme = 'taken-away' where number = ?", subject.number());
        try {
            happens.call();
        } finally {
            jdbc.update("update app.cases set programme = ? where number = ?", subject.programme(), subject.number());
        }
    }

    /** The report of a cycle is published. */
    void publishesReportOf(String cycle) {
        UUID submission =
                jdbc.queryForObject("select id from app.submissions where case_number = ? limit 1", UUID.class, cycle);
        jdbc.update(
                """
                insert into app.impact_reports (id, case_number, submission_id, title, summary, report, published_at)
                values (?, ?, ?, 'What was achieved', 'Much.', '== Much ==', now())""",
                UUID.randomUUID(),
                cycle,
                submission);
    }

    void menteeIsCalled(String name, Case pair) {
        jdbc.update("update app.parties set name = ? where case_number = ? and side = 'mentee'", name, pair.number());
    }

    /** More cases of one title than a page shows. */
    void manyCases(Case cycle, String title, int count) {
        for (int number = 1; number <= count; number++) {
            jdbc.update(
                    """
                    insert into app.cases (number, programme, kind, cycle, title, state, opened_at, version)
                    values (?, ?, 'application', ?, ?, 'in-review', now(), 0)""",
                    "AP-0000-%03d".formatted(number),
                    cycle.programme(),
                    cycle.number(),
                    title);
        }
    }

    void visitIsAhead() {
        exchange.runs("visit", Map.of());
    }

    void hireNora() {
        accounts.keep("nora", "Nora", "Novak", PASSWORD, "finance");
    }

    void noraLeavesHerGroup() {
        identity.deleteMembership("nora", "finance");
    }

    /** Weeks go by in which the application does not run. */
    void nobodyActs() {
        scenario.comesBackAfter(Duration.ofDays(25));
    }
}
