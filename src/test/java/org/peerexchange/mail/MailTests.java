package org.peerexchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@PeerExchangeTest
class MailTests {

    /** A port of this machine that refuses; that of a server just closed may be somebody else's a moment later. */
    private static final int NOBODY_LISTENS = 1;

    private static final Instant NOON = Instant.parse("2027-05-03T10:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    GreenMail inbox;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    final MoodySmtpServer moody = new MoodySmtpServer();

    @BeforeAll
    static void doublesStandIn() {
        MailDoubles.standIn(true);
    }

    @AfterAll
    static void doublesStepBack() {
        MailDoubles.standIn(false);
    }

    @BeforeEach
    void startAfresh() throws Exception {
        ClockUtil.setCurrentTime(Date.from(NOON));
        MailDoubles.PEOPLE.clear();
        MailDoubles.FACTS.clear();
        db.update("delete from app.mails");
        db.update(
                """
                insert into app.cases (number, programme, kind, title, state, opened_at, version)
                values ('EX-2027-014', 'exchange', 'pair', 'Georgia visits Poland', 'opened', now(), 0)
                on conflict do nothing""");
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("mail-trouble")
                .list()
                .forEach(trouble -> runtime.deleteProcessInstance(trouble.getId(), "next test"));
        inbox.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void speakToGreenMail() throws Exception {
        moody.close();
        sender.setPort(inbox.getSmtp().getPort());
    }

    @Test
    void aMailGoesOutOnceInBothFormsWithAllThatMailNeeds() throws Exception {
        MailDoubles.PEOPLE.put("ana", MailDoubles.person("Ana", "ana@example.org"));
        MailDoubles.FACTS.put("topics", List.of("governance", "<b>grants</b>"));
        add(ask("k1", "ana"));

        dispatcher.dispatch();
        dispatcher.dispatch();

        var mail = only();
        assertThat(mail.getSubject()).isEqualTo("[Action needed by 14 May] Draft your activity plan (EX-2027-014)");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Peer Learning <peer-exchange@localhost>");
        assertThat(mail.getReplyTo()[0].toString()).isEqualTo("hub@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<%s@localhost>".formatted(sent().id()));
        assertThat(plain(mail))
                .contains("until Friday, 14 May 2027, 23:59 (Warsaw time).")
                .contains("Jan does the same.")
                .contains("- governance\n- <b>grants</b>")
                .contains("Open the form:\nhttps://peers.example/p/secret-token-")
                .contains("-- \nGeorgia visits Poland (EX-2027-014)")
                .contains("Everything about your part in one place:\nhttps://peers.example/my/secret-token-")
                .contains("hub@example.org");
        assertThat(html(mail))
                .contains("<li>governance</li><li>&lt;b&gt;grants&lt;/b&gt;</li></ul>")
                .containsOnlyOnce("<a href=\"https://peers.example/p/secret-token-")
                .contains(">Open the form</a>");
    }

    @Test
    void theSameKeyIsTheSameMail() {
        add(hello("k1", "ana@example.org"));
        add(hello("k1", "jan@example.org"));
        dispatcher.dispatch();
        assertThat(inbox.getReceivedMessages()).hasSize(1);
        assertThat(sent().to()).isEqualTo("Somebody (a…@example.org)");
    }

    @Test
    void aStepThatFailsLeavesNoMail() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    outbox.add(hello("k1", "ana@example.org"));
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");
        assertThatThrownBy(() -> outbox.add(hello("k2", "ana@example.org"))).hasMessageContaining("transaction");
        assertThat(rows()).isZero();
    }

    @Test
    void aMailThatCouldNotBeWrittenIsRefusedWhileTheStepCanStillFail() {
        var without = new MailRequest(
                MailDoubles.PROGRAMME,
                "EX-2027-014",
                "k",
                "ask",
                Recipient.person("ana"),
                null,
                Map.of("task", "Sign"));
        assertThatThrownBy(() -> add(without)).isInstanceOf(WrongText.class).hasMessageContaining("ask.en.txt names");
        assertThatThrownBy(() -> add(new MailRequest(
                        MailDoubles.PROGRAMME, "EX-2027-014", "k", "none", Recipient.person("a"), null, Map.of())))
                .hasMessageContaining("the programme mail-tests has no text none.en.txt");
    }

    @Test
    void theTokenIsNowhereInTheDatabase() {
        MailDoubles.PEOPLE.put("ana", MailDoubles.person("Ana", "ana@example.org"));
        add(ask("k1", "ana"));
        assertThat(everything()).doesNotContain("secret-token", "ana@example.org", "Dear");
        dispatcher.dispatch();
        assertThat(everything()).doesNotContain("secret-token").contains("[personal link]", "Dear Ana");
    }

    @Test
    void anHourWithoutMailServerLosesNothingAndRepeatsNothing() throws Exception {
        IntStream.range(0, 10).forEach(n -> add(hello("k" + n, "p" + n + "@example.org")));
        sender.setPort(NOBODY_LISTENS);
        for (var minute = 0; minute < 60; minute++) {
            dispatcher.dispatch();
            later(Duration.ofMinutes(1));
        }
        assertThat(outbox.sentTo("EX-2027-014")).allMatch(mail -> mail.state() == MailState.WAITING);

        sender.setPort(inbox.getSmtp().getPort());
        later(Duration.ofHours(1));
        dispatcher.dispatch();
        dispatcher.dispatch();

        assertThat(Arrays.stream(inbox.getReceivedMessages()).map(MailTests::to))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10)
                        .mapToObj(n -> "p" + n + "@example.org")
                        .toList());
        assertThat(troubles()).isZero();
    }

    @Test
    void aServerThatIsBusyIsAskedAgainLater() {
        add(hello("k1", "ana@example.org"));
        sender.setPort(moody.answering("RCPT", "451 try later, ana@example.org").port());
        dispatcher.dispatch();
        assertThat(moody.accepted).isEmpty();
        assertThat(sent().state()).isEqualTo(MailState.WAITING);
        assertThat(sent().lastError()).contains("451").doesNotContain("ana@example.org");

        moody.cheerUp();
        moody.answering("EHLO", "421 too many").answering("HELO", "421 too many");
        later(Duration.ofMinutes(1));
        dispatcher.dispatch();
        assertThat(sent().attempts()).isEqualTo(2);

        moody.cheerUp();
        later(Duration.ofMinutes(4));
        dispatcher.dispatch();
        assertThat(moody.accepted).isEmpty();
        later(Duration.ofMinutes(1));
        dispatcher.dispatch();
        assertThat(moody.accepted).hasSize(1);
        assertThat(sent().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aServerThatHangsHoldsUpOneMailForItsTimeoutOnly() {
        var timeout = sender.getJavaMailProperties().put("mail.smtp.timeout", "500");
        try {
            add(hello("k1", "ana@example.org"));
            sender.setPort(moody.hangingAt(".").port());
            var began = System.nanoTime();
            dispatcher.dispatch();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(sent().state()).isEqualTo(MailState.WAITING);
        } finally {
            sender.getJavaMailProperties().put("mail.smtp.timeout", timeout);
        }
    }

    @Test
    void aRefusedAddressBecomesATaskAtOnceAndTheCorrectedAddressIsUsed() {
        add(hello("k1", "gone@example.org"));
        sender.setPort(
                moody.answering("RCPT", "550 no such user gone@example.org").port());
        dispatcher.dispatch();

        assertThat(sent().state()).isEqualTo(MailState.FAILED);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey("EX-2027-014")
                .singleResult();
        assertThat(task.getName())
                .isEqualTo("Put mail %s right".formatted(sent().id().toString().substring(0, 6)));
        assertThat(runtime.getVariables(task.getExecutionId()))
                .containsOnlyKeys("caseNumber", "mailId", "mailNumber", "reason", "staffGroup")
                .containsEntry("reason", "address");
        assertThat(runtime.createIncidentQuery().count()).isZero();

        moody.cheerUp();
        decide(Map.of("action", "corrected", "correctedAddress", "found@example.org"));
        dispatcher.dispatch();
        assertThat(moody.accepted).singleElement().asString().contains("found@example.org");
        assertThat(troubles()).isZero();
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeTheServerSeesIt() {
        add(hello("k1", "not an address"));
        dispatcher.dispatch();
        assertThat(sent().state()).isEqualTo(MailState.FAILED);
        decide(Map.of("action", "give-up"));
        assertThat(sent().state()).isEqualTo(MailState.GIVEN_UP);
    }

    @Test
    void aServerThatStaysAwayBecomesATaskAndAnIncident() {
        add(hello("k1", "ana@example.org"));
        sender.setPort(moody.answering("MAIL", "452 disk full").port());
        for (var hour = 0; hour < 60; hour++) {
            dispatcher.dispatch();
            later(Duration.ofHours(1));
        }
        assertThat(sent().attempts()).isEqualTo(8);
        assertThat(sent().state()).isEqualTo(MailState.FAILED);
        var incident = runtime.createIncidentQuery().incidentType("mail").singleResult();
        assertThat(incident.getConfiguration()).isEqualTo(sent().id().toString());
        assertThat(incident.getIncidentMessage())
                .isEqualTo("The mail \"hello\" of EX-2027-014 could not be sent: 452 disk full");

        moody.cheerUp();
        decide(Map.of("action", "again"));
        assertThat(runtime.createIncidentQuery().count()).isZero();
        dispatcher.dispatch();
        assertThat(moody.accepted).hasSize(1);
    }

    @Test
    void aCrashBetweenSendingAndMarkingSendsTheSameMessageOnceMore() throws Exception {
        add(hello("k1", "ana@example.org"));
        db.execute(
                "create function app.crash() returns trigger language plpgsql as $$ begin raise exception 'away'; end $$");
        db.execute(
                "create trigger crash before update on app.mails for each row when (new.state = 'sent') execute function app.crash()");
        var dying = new Thread(dispatcher::dispatch);
        dying.setUncaughtExceptionHandler((thread, error) -> {});
        dying.start();
        inbox.waitForIncomingEmail(5000, 1);
        db.execute("drop trigger crash on app.mails");
        db.execute("drop function app.crash()");
        dying.join();
        assertThat(inbox.getReceivedMessages()).hasSize(1);
        assertThat(sent().state()).isEqualTo(MailState.SENT);

        db.update(
                "update app.mails set state = 'waiting', claimed_until = ?",
                java.sql.Timestamp.from(NOON.plusSeconds(600)));
        dispatcher.dispatch();
        assertThat(inbox.getReceivedMessages()).hasSize(1);
        later(Duration.ofMinutes(10));
        dispatcher.dispatch();
        var both = inbox.getReceivedMessages();
        assertThat(both).hasSize(2);
        assertThat(both[0].getMessageID()).isEqualTo(both[1].getMessageID());
    }

    @Test
    void eightDispatchersSendTwoHundredMailsOnceEach() throws Exception {
        IntStream.range(0, 200).forEach(n -> add(hello("k" + n, "p" + n + "@example.org")));
        var threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 8).forEach(n -> threads.submit(dispatcher::dispatch));
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Arrays.stream(inbox.getReceivedMessages()).map(MailTests::to).distinct())
                .hasSize(200);
        assertThat(inbox.getReceivedMessages()).hasSize(200);
    }

    @Test
    void namesInAnyScriptArriveAsTheyAreWrittenAndCannotAddAHeader() throws Exception {
        var names = List.of(
                "Zoë Müller-Łukasiewicz",
                "Олена Ґудзь",
                "ნინო ბერიძე",
                "Eve\r\nBcc: all@example.org",
                "\"Eve\" <x@y.z>, b@c.d");
        for (var name : names) {
            inbox.purgeEmailFromAllMailboxes();
            MailDoubles.PEOPLE.put(name, MailDoubles.person(name, "ana@example.org"));
            add(new MailRequest(
                    MailDoubles.PROGRAMME,
                    "EX-2027-014",
                    name,
                    "ask",
                    Recipient.person(name),
                    new MailRequest.Link("ask", "17"),
                    Map.of("task", "Write to " + name, "deadline", "2027-05-14T21:59:00Z")));
            dispatcher.dispatch();
            var mail = only();
            var line = name.replace("\r\n", " ");
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject()).contains("Write to " + line + " (EX");
            assertThat(((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getPersonal())
                    .isEqualTo(line);
            assertThat(plain(mail)).contains("Dear " + name.replace("\r\n", "\n"));
        }
    }

    @Test
    void aReaderGetsTheProgrammesWordsInHerLanguage() throws Exception {
        MailDoubles.PEOPLE.put(
                "jan",
                new Addressee(
                        "Jan",
                        List.of("jan@example.org"),
                        java.util.Locale.forLanguageTag("pl"),
                        java.time.ZoneId.of("UTC")));
        add(hello("k1", "jan"));
        dispatcher.dispatch();
        assertThat(only().getSubject()).isEqualTo("Cześć (EX-2027-014)");
        assertThat(only().getHeader("Content-Language")).containsExactly("pl");
    }

    private void decide(Map<String, Object> answers) {
        var task = tasks.createTaskQuery().processDefinitionKey("mail-trouble").singleResult();
        tasks.complete(task.getId(), answers);
        assertThat(runtime.getVariables(task.getProcessInstanceId())).doesNotContainKey("correctedAddress");
        for (var jobs = jobs(task.getProcessInstanceId()); !jobs.isEmpty(); jobs = jobs(task.getProcessInstanceId())) {
            jobs.forEach(management::executeJob);
        }
    }

    private List<String> jobs(String processInstance) {
        return management.createJobQuery().processInstanceId(processInstance).list().stream()
                .map(job -> job.getId())
                .toList();
    }

    private void add(MailRequest request) {
        transaction.executeWithoutResult(status -> outbox.add(request));
    }

    private static MailRequest hello(String key, String person) {
        return new MailRequest(
                MailDoubles.PROGRAMME, "EX-2027-014", key, "hello", Recipient.person(person), null, Map.of());
    }

    private static MailRequest ask(String key, String person) {
        return new MailRequest(
                MailDoubles.PROGRAMME,
                "EX-2027-014",
                key,
                "ask",
                Recipient.person(person),
                new MailRequest.Link("ask", "17"),
                Map.of("task", "Draft your activity plan", "deadline", "2027-05-14T21:59:00Z"));
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    private SentMail sent() {
        return outbox.sentTo("EX-2027-014").get(0);
    }

    private long rows() {
        return db.queryForObject("select count(*) from app.mails", Long.class);
    }

    private String everything() {
        return db.queryForList("select m::text from app.mails m", String.class).toString();
    }

    private long troubles() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("mail-trouble")
                .count();
    }

    private MimeMessage only() {
        assertThat(inbox.getReceivedMessages()).hasSize(1);
        return inbox.getReceivedMessages()[0];
    }

    private static String to(MimeMessage mail) {
        try {
            return ((jakarta.mail.internet.InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0])
                    .getAddress();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int n) throws Exception {
        var content = mail.getContent();
        while (content instanceof MimeMultipart several && several.getCount() == 1) {
            content = several.getBodyPart(0).getContent();
        }
        return ((MimeMultipart) content).getBodyPart(n).getContent().toString().replace("\r\n", "\n");
    }
}
