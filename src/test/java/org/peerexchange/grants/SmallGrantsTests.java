package org.peerexchange.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PathCoverage;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.application.Applying;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.money.Bookkeeping;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A third programme, written as a folder: small grants, from the application to the settled report, without any Java of its own. */
@PeerExchangeTest
class SmallGrantsTests {

    private static final Path FOLDER = Path.of("src", "test", "programmes", "small-grants");

    private static int nextYear = 2050;

    @Autowired
    private Scenario scenario;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Clock clock;

    @Autowired
    private Cases cases;

    @Autowired
    private Applying applying;

    @Autowired
    private Bookkeeping bookkeeping;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Dispatcher dispatcher;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private int year;
    private Case round;
    private Case grant;

    @BeforeEach
    void aRoundIsOpenAndSomebodyApplies() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "another test begins", true, true));
        jdbc.update("update app.cases set closed_at = now() where kind = 'cycle' and closed_at is null");
        jdbc.update("delete from app.mails where state = 'waiting'");
        year = nextYear++;
        scenario.itIs(day(1, 20));
        round = opens(1, "-02-01", "-02-28");
        scenario.passesUntil(day(2, 2));
        grant = applies(300);
    }

    @AfterEach
    void everyMailCouldBeWrittenAndSent() {
        dispatcher.dispatch();
        assertThat(
                        jdbc.queryForList(
                                "select text || ' ' || state from app.mails where programme = 'small-grants' and state <> 'sent'"))
                .isEmpty();
    }

    /** The build counts the flows of built-in models only. */
    @AfterAll
    static void everyFlowWasTaken() throws Exception {
        Pattern flow = Pattern.compile("<bpmn:sequenceFlow id=\"([^\"]+)\"");
        TreeSet<String> never = new TreeSet<>();
        try (var files = Files.list(FOLDER)) {
            for (Path model :
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                String process = model.getFileName().toString().replace(".bpmn", "");
                flow.matcher(Files.readString(model))
                        .results()
                        .map(found -> process + " " + found.group(1))
                        .filter(name -> !PathCoverage.isTaken(name))
                        .forEach(never::add);
            }
        }
        assertThat(never).isEmpty();
    }

    private Case opens(int number, String opens, String closes) {
        scenario.staffStarts(
                "grants-round",
                Map.of(
                        "year",
                        year,
                        "round",
                        number,
                        "applicationsOpen",
                        year + opens,
                        "applicationsClose",
                        year + closes,
                        "grantLeast",
                        50,
                        "grantMost",
                        700));
        return cases.of("GR-%d-%d".formatted(year, number));
    }

    private LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private Map<String, Object> application(int amount) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("name", "Ivo Imaginary");
        answers.put("email", "ivo" + year + "@example.org");
        answers.put("username", "Ivo");
        answers.put("project", "An afternoon of writing in our library.");
        answers.put("serves", "Ten people who have never edited.");
        answers.put("doneOn", year + "-05-10");
        answers.put(
                "budget",
                List.of(
                        Map.of("item", "Paper", "kind", "materials", "cost", 40),
                        Map.of("item", "A room", "kind", "room", "cost", amount - 40)));
        answers.put("amount", amount);
        answers.put("acceptsRules", true);
        return answers;
    }

    private Case applies(int amount) {
        String number = applying.apply("small-grants", "grantee", application(amount), Locale.ENGLISH);
        scenario.runJobs();
        return cases.of(number);
    }

    private void firstReview(String recommendation, Map<String, Object> other) {
        review("rita", "First", "first", recommendation, other);
    }

    private void secondReview(String recommendation, Map<String, Object> other) {
        review("samir", "Second", "second", recommendation, other);
    }

    private void review(String who, String task, String field, String recommendation, Map<String, Object> other) {
        Map<String, Object> answers = new HashMap<>(other);
        answers.put(field + "Recommendation", recommendation);
        scenario.staffCompletes(who, grant, "userTask_%sReview".formatted(field), answers);
    }

    private void isPaid() {
        firstReview("grant", Map.of());
        secondReview("grant", Map.of());
        pays("300.00");
    }

    private void pays(String amount) {
        scenario.staffCompletes(
                "fatima",
                grant,
                "userTask_pay",
                Map.of("payment", "paid", "amount", amount, "date", today(), "what", "SEPA 1"));
    }

    private String today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Warsaw"))).toString();
    }

    private void reports(String... amounts) {
        Asking.Request request = scenario.request(grant, "applicant");
        transaction.executeWithoutResult(status -> attachments.save(new Attachment(
                grant.number(),
                request.id(),
                "receipts",
                "receipt.png",
                "image/png",
                new byte[] {1},
                "0".repeat(64),
                "ivo",
                clock.instant())));
        scenario.answers(
                grant,
                "applicant",
                Map.of(
                        "report",
                        "Nine people came, and two of them edit still.",
                        "spent",
                        "yes",
                        "receipts",
                        List.of(amounts).stream()
                                .map(amount -> Map.of(
                                        "date",
                                        today(),
                                        "payee",
                                        "A shop",
                                        "what",
                                        "Paper",
                                        "category",
                                        "materials",
                                        "amount",
                                        amount))
                                .toList()));
    }

    private void financeAccepts(String amount) {
        scenario.staffCompletes(
                "fatima", grant, "userTask_checkReport", Map.of("reportDecision", "accept", "amount", amount));
    }

    private void returns(String amount) {
        scenario.answers(grant, "applicant", Map.of("amount", amount, "date", today(), "what", "Back 1"));
    }

    private void confirms(String amount) {
        scenario.staffCompletes(
                "fatima",
                grant,
                "userTask_confirmReturn",
                Map.of("arrived", "yes", "amount", amount, "date", today(), "what", "Back 1"));
    }

    private void staffDecide(String silence) {
        scenario.staffCompletes(
                grant,
                "userTask_decideSilence",
                Map.of("silence", silence, "reason", "Nobody has answered us for two months."));
    }

    private List<String> mails() {
        return jdbc.queryForList(
                "select text from app.mails where case_number = ? order by created_at", String.class, grant.number());
    }

    private String state() {
        return scenario.stateOf(grant);
    }

    // decided

    @Test
    void twoReviewersGrantItFinancePaysTheReportSettlesItAndTheRoundEnds() {
        assertThat(state()).isEqualTo("in-review");
        firstReview("grant", Map.of());
        assertThat(scenario.tasks(grant)).extracting(Task::getName).containsExactly("Second review");
        secondReview("grant", Map.of());
        assertThat(state()).isEqualTo("granted");
        pays("300.00");
        assertThat(state()).isEqualTo("paid");
        assertThat(bookkeeping.of(grant.number()).paid()).isEqualByComparingTo("300");

        scenario.passesUntil(day(5, 12));
        assertThat(scenario.stateOf(round)).isEqualTo("deciding");
        reports("120.00", "180.00");
        financeAccepts("300.00");

        assertThat(state()).isEqualTo("completed");
        assertThat(bookkeeping.of(grant.number()).settled()).isTrue();
        assertThat(scenario.stateOf(round)).isEqualTo("over");
        assertThat(mails())
                .containsExactlyInAnyOrder(
                        "grant-application-received",
                        "grant-approved",
                        "grant-paid",
                        "ask-grant-report",
                        "grant-completed");
    }

    @Test
    void theRoundWaitsForEachGrant() {
        Case other = applies(100);
        firstReview("decline", Map.of("reason", "We paid for the same last year."));
        secondReview("decline", Map.of("reason", "We paid for the same last year."));
        scenario.passesUntil(day(3, 2));
        assertThat(scenario.stateOf(round)).isEqualTo("deciding");

        scenario.tells(other, "applicant", "withdraw", "withdraw-grant", Map.of("sure", true));

        assertThat(scenario.stateOf(round)).isEqualTo("over");
    }

    @Test
    void theOnlyRoundThatIsOpenNeedsNotBeNamedToMoveItsWindow() {
        scenario.staffStarts("change-grants-round", Map.of("applicationsClose", year + "-03-10"));
        scenario.passesUntil(day(3, 5));
        assertThat(scenario.stateOf(round)).isEqualTo("window-open");
    }

    @Test
    void whileTwoRoundsAreOpenTheFormNamesTheOneThatIsMeant() {
        Case second = opens(2, "-02-10", "-03-20");
        scenario.passes(Duration.ofDays(1));
        Map<String, Object> later = Map.of("applicationsClose", year + "-04-01");
        assertThatThrownBy(() -> scenario.staffStarts("change-grants-round", later))
                .hasMessageContaining("\"Which round?\" is needed");

        scenario.staffStarts(
                "change-grants-round", Map.of("changedRound", second.number(), "applicationsClose", year + "-04-01"));

        scenario.passesUntil(day(3, 25));
        assertThat(scenario.stateOf(round)).isEqualTo("deciding");
        assertThat(scenario.stateOf(second)).isEqualTo("window-open");
    }

    @Test
    void nobodyGivesBothReviewsNorPaysWhatTheyDecided() {
        firstReview("grant", Map.of());
        assertThatThrownBy(() -> review("rita", "Second", "second", "grant", Map.of()))
                .hasMessageStartingWith("You gave the other review");
        secondReview("grant", Map.of());
        assertThatThrownBy(() -> scenario.staffCompletes(
                        "samir",
                        grant,
                        "userTask_pay",
                        Map.of("payment", "paid", "amount", 300, "date", today(), "what", "SEPA 1")))
                .hasMessageStartingWith("You decided on this grant");
    }

    @Test
    void bothReviewsAreDueInTwoWeeksAndTheAnswerWithinThree() {
        assertThat(scenario.tasks(grant)).hasSize(2).allSatisfy(task -> assertThat(task.getDueDate())
                .isBefore(day(2, 17).atStartOfDay(ZoneId.of("Europe/Warsaw")).toInstant()));
        scenario.passesUntil(day(2, 16));
        firstReview("grant", Map.of());
        secondReview("decline", Map.of("reason", "Too dear."));
        assertThat(scenario.task(grant, "userTask_decideGrant").getDueDate())
                .isBefore(day(2, 23).atStartOfDay(ZoneId.of("Europe/Warsaw")).toInstant());
    }

    @Test
    void aDeclinedApplicantReadsBothReasons() {
        firstReview("decline", Map.of("reason", "We paid for the same last year."));
        secondReview("decline", Map.of("reason", "The room is free of charge."));

        assertThat(state()).isEqualTo("declined");
        dispatcher.dispatch();
        assertThat(jdbc.queryForObject(
                        "select body from app.mails where case_number = ? and text = 'grant-declined'",
                        String.class,
                        grant.number()))
                .contains("We paid for the same last year.", "The room is free of charge.");
    }

    @Test
    void reviewersWhoDisagreeLeaveItToACoordinatorWhoHasNotReviewed() {
        firstReview("grant", Map.of());
        secondReview("decline", Map.of("reason", "Too dear."));
        Map<String, Object> decline = Map.of("grantDecision", "decline", "reason", "It costs more than it helps.");
        assertThatThrownBy(() -> scenario.staffCompletes("rita", grant, "userTask_decideGrant", decline))
                .hasMessageStartingWith("You reviewed this application");

        scenario.staffCompletes("carla", grant, "userTask_decideGrant", decline);

        assertThat(state()).isEqualTo("declined");
    }

    @Test
    void aQuestionStopsTheClockAndBothLookAgain() {
        firstReview("ask", Map.of("question", "Is the library open then?"));
        secondReview("grant", Map.of());
        assertThat(state()).isEqualTo("question-asked");
        assertThat(scenario.tasks(grant)).hasSize(1);
        scenario.passes(Duration.ofDays(5));
        scenario.answers(grant, "applicant", Map.of("answer", "Yes, until eight."));

        assertThat(state()).isEqualTo("in-review");
        assertThat(scenario.task(grant, "userTask_secondReview").getDueDate())
                .isAfter(day(2, 20).atStartOfDay(ZoneId.of("Europe/Warsaw")).toInstant());
    }

    @Test
    void whoDoesNotAnswerAQuestionIsDecidedOnWithoutIt() {
        firstReview("ask", Map.of("question", "Is the library open then?"));
        secondReview("grant", Map.of());
        scenario.passes(Duration.ofDays(9));

        assertThat(state()).isEqualTo("in-review");
        assertThat(mails()).contains("reminder");
    }

    @Test
    void moreThanTheRoundGivesOrABudgetThatDoesNotAddUpIsRefused() {
        assertThatThrownBy(() -> applies(701)).hasMessageContaining("A grant is at most 700 EUR");
        assertThatThrownBy(() -> applies(49)).hasMessageContaining("A grant is at least 50 EUR");
        Map<String, Object> wrong = application(300);
        wrong.put("amount", 310);
        assertThatThrownBy(() -> applying.apply("small-grants", "grantee", wrong, Locale.ENGLISH))
                .hasMessageContaining("have to add up to this amount");
    }

    @Test
    void aGrantThatCannotBePaidEndsWithTheReason() {
        firstReview("grant", Map.of());
        secondReview("grant", Map.of());
        scenario.staffCompletes(
                "fatima",
                grant,
                "userTask_pay",
                Map.of("payment", "not-paid", "reason", "The library has closed for good."));

        assertThat(state()).isEqualTo("not-paid");
        assertThat(mails()).contains("grant-not-paid");
    }

    // settled

    @Test
    void whatWasNotSpentComesBackInPartsBeforeItIsSettled() {
        isPaid();
        reports("250.00");
        financeAccepts("250.00");
        assertThat(state()).isEqualTo("reported");
        assertThatThrownBy(() -> returns("60.00")).hasMessageContaining("Only 50.00 EUR are open");
        returns("20.00");
        confirms("20.00");
        assertThat(state()).isEqualTo("reported");
        returns("30.00");
        confirms("30.00");

        assertThat(state()).isEqualTo("completed");
        assertThat(bookkeeping.of(grant.number()).refunded()).isEqualByComparingTo("50");
    }

    @Test
    void whoSpentNothingReturnsAllOfIt() {
        isPaid();
        scenario.answers(grant, "applicant", Map.of("report", "Nobody could come.", "spent", "no"));
        returns("300.00");
        confirms("300.00");

        assertThat(state()).isEqualTo("completed");
    }

    @Test
    void financeAsksForSomethingElse() {
        isPaid();
        reports("300.00");
        scenario.staffCompletes(
                "fatima",
                grant,
                "userTask_checkReport",
                Map.of("reportDecision", "ask-again", "comment", "The second receipt cannot be read."));
        reports("290.00");
        financeAccepts("290.00");

        assertThat(bookkeeping.of(grant.number()).balance()).isEqualByComparingTo("10");
    }

    // not reported

    @Test
    void whoNeverReportsIsRemindedAndThenStaffDecide() {
        isPaid();
        scenario.passesUntil(day(7, 12));
        assertThat(mails()).contains("reminder", "request-overdue", "reminder-overdue");
        staffDecide("again");
        assertThat(scenario.isAsked(grant, "applicant")).isTrue();
        scenario.passesUntil(day(10, 12));
        assertThatThrownBy(() -> scenario.staffCompletes(grant, "userTask_decideSilence", Map.of("silence", "close")))
                .hasMessageContaining("Money stays open");
        staffDecide("close");

        assertThat(state()).isEqualTo("not-reported");
        assertThat(bookkeeping.of(grant.number()).balance()).isEqualByComparingTo("300");
        assertThat(scenario.stateOf(round)).isEqualTo("over");
    }

    @Test
    void moneyThatDoesNotComeBackIsForStaffToDecide() {
        isPaid();
        reports("250.00");
        financeAccepts("250.00");
        returns("50.00");
        scenario.staffCompletes("fatima", grant, "userTask_confirmReturn", Map.of("arrived", "no"));
        staffDecide("again");
        scenario.passes(Duration.ofDays(60));
        staffDecide("close");

        assertThat(state()).isEqualTo("not-reported");
    }
}
