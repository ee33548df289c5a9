package org.peerexchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** News can be done without, at once and without sign-in; what people need to take part always comes. */
@PeerExchangeTest
class UnsubscribingTests {

    private static final String NEWS = "impact-report-published";
    private static final String NEEDED = "pair-agreed";

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Outbox outbox;

    @Autowired
    GreenMail inbox;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transaction;

    /** A mail program: it has no cookies and has opened no page before. */
    private final HttpClient mailProgram = HttpClient.newHttpClient();

    private Case pair;
    private Person reader;

    @BeforeEach
    void aReaderTakesPart() throws Exception {
        db.update("delete from app.mails");
        pair = exchange.agreed();
        reader = scenario.person("Reader of " + pair.number());
        inbox.purgeEmailFromAllMailboxes();
    }

    @Test
    void newsSaysInItsHeadAndBelowHowToGetNoMore() throws Exception {
        MimeMessage news = gets(NEWS);
        String link = link(news);
        assertThat(link).matches("http://localhost/unsubscribe/[A-Za-z0-9_-]{32}");
        assertThat(news.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(text(news))
                .contains("It is news: you can take part without it.")
                .contains("No more news from this programme:")
                .contains(link)
                .doesNotContain("Essential:");
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(db.queryForList("select row_to_json(m)::text from app.mails m", String.class)
                        .toString())
                .doesNotContain(token)
                .contains("[personal link]");
        assertThat(db.queryForList("select row_to_json(l)::text from app.unsubscribe_links l", String.class)
                        .toString())
                .doesNotContain(token);
    }

    @Test
    void whatPeopleNeedHasNoSuchLinkAndSaysWhyItComes() throws Exception {
        MimeMessage needed = gets(NEEDED);
        assertThat(needed.getHeader("List-Unsubscribe")).isNull();
        assertThat(needed.getHeader("List-Unsubscribe-Post")).isNull();
        assertThat(text(needed))
                .contains("so it comes as long as you take part.")
                .doesNotContain("/unsubscribe/");
    }

    @Test
    void staffAreNotAsked() throws Exception {
        add("exchange", NEWS, Recipient.staff("exchange-staff"));
        dispatcher.dispatch();
        assertThat(inbox.getReceivedMessages()).hasSize(1);
        assertThat(inbox.getReceivedMessages()[0].getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void aPostWithoutCookiesUnsubscribesFromTheNewsOfThatProgrammeAndFromNothingElse() throws Exception {
        String link = link(gets(NEWS));
        for (int times = 0; times < 2; times++) {
            HttpResponse<String> answer = post(link, "List-Unsubscribe=One-Click");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("You get no more news");
        }

        add("exchange", NEWS, Recipient.person(reader.id()));
        dispatcher.dispatch();
        assertThat(inbox.getReceivedMessages()).isEmpty();
        assertThat(outbox.sentTo(pair.number()))
                .extracting(SentMail::state)
                .containsExactlyInAnyOrder(MailState.SENT, MailState.NOT_WANTED);
        assertThat(outbox.hasDue()).isFalse();

        assertThat(gets(NEEDED).getSubject()).contains("You have a partner");
        add("mentorship", "meeting-notes", Recipient.person(reader.id()));
        dispatcher.dispatch();
        assertThat(inbox.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatWaitsInTheOutboxIsNotSentEither() throws Exception {
        String link = link(gets(NEWS));
        add("exchange", NEWS, Recipient.person(reader.id()));
        post(link, "List-Unsubscribe=One-Click");
        dispatcher.dispatch();
        assertThat(inbox.getReceivedMessages()).isEmpty();
    }

    @Test
    void openingThePageChangesNothingAndSaysWhatStillComes() throws Exception {
        String link = link(gets(NEWS));
        HttpResponse<String> page = get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Send me no more news", "What still comes", "What you are asked for")
                .doesNotContain("_csrf");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(gets(NEWS).getHeader("List-Unsubscribe")).hasSize(1);
    }

    @Test
    void whoeverHasUnsubscribedCanComeBackOnTheSamePage() throws Exception {
        String link = link(gets(NEWS));
        post(link, "List-Unsubscribe=One-Click");
        assertThat(get(link).body()).contains("Send me news again");
        assertThat(post(link, "back=true").body()).contains("Send me no more news");
        assertThat(gets(NEWS).getHeader("List-Unsubscribe")).hasSize(1);
    }

    @Test
    void aLinkThatNobodyGotDoesNothing() throws Exception {
        assertThat(post("http://localhost/unsubscribe/guessed", "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("http://localhost/unsubscribe/guessed").statusCode()).isEqualTo(404);
        assertThat(db.queryForObject(
                        "select count(*) from app.unsubscribed where person_id = ?", Long.class, reader.id()))
                .isZero();
    }

    private MimeMessage gets(String text) throws Exception {
        inbox.purgeEmailFromAllMailboxes();
        add("exchange", text, Recipient.person(reader.id()));
        dispatcher.dispatch();
        MimeMessage[] received = inbox.getReceivedMessages();
        assertThat(received).hasSize(1);
        inbox.purgeEmailFromAllMailboxes();
        return received[0];
    }

    private void add(String programme, String text, Recipient to) {
        transaction.executeWithoutResult(status -> outbox.add(
                new MailRequest(programme, pair.number(), UUID.randomUUID().toString(), text, to, null, Map.of())));
    }

    private static String link(MimeMessage news) throws Exception {
        String[] header = news.getHeader("List-Unsubscribe");
        assertThat(header).hasSize(1);
        assertThat(header[0]).startsWith("<").endsWith(">");
        return header[0].substring(1, header[0].length() - 1);
    }

    private HttpResponse<String> post(String link, String body) throws Exception {
        return send(HttpRequest.newBuilder(here(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String link) throws Exception {
        return send(HttpRequest.newBuilder(here(link)).header("Accept", "text/html"));
    }

    private URI here(String link) {
        return URI.create(link.replace("http://localhost/", "http://localhost:" + port + "/"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return mailProgram.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String text(Part part) throws Exception {
        if (part.isMimeType("text/plain")) {
            return ((String) part.getContent()).replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart several) {
            return text(several.getBodyPart(0));
        }
        throw new AssertionError("There is no text in " + part.getContentType());
    }
}
