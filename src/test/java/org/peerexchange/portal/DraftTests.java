package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.WikimediaServer;
import org.peerexchange.submission.Asking;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is typed and not sent yet: kept on the server, continued anywhere, never overwritten by an old window. */
@PeerExchangeTest
class DraftTests {

    private static final String TITLE = """
            {"title": "%s", "honest": true}""";

    private static final String REPORT =
            """
            {"title": "Four days in Baltia", "summary": "How to run an edit-a-thon.", "topic": "governance", "people": 8,
             "days": [{"date": "2031-09-01", "what": "Met"}], "honest": true}""";

    @LocalServerPort
    int port;

    @Autowired
    PortalStage stage;

    @Autowired
    Asking asking;

    @Autowired
    RunningCycle running;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Drafts drafts;

    @Autowired
    TransactionTemplate transaction;

    private Visitor phone;
    private Visitor desk;
    private PortalStage.Requested request;

    @BeforeEach
    void twoDevices() {
        phone = new Visitor(port);
        desk = new Visitor(port);
        request = stage.requested();
        phone.opens(request.path());
    }

    @AfterEach
    void comeBackToToday() {
        ClockUtil.reset();
    }

    private static Visitor.Answer saves(Visitor who, String url, int base, UUID page, String title) {
        return who.posts("%s?base=%d&page=%s".formatted(url, base, page), TITLE.formatted(title));
    }

    private Visitor.Answer saves(Visitor who, String path, int base, String title) {
        return saves(who, path + "/draft", base, UUID.randomUUID(), title);
    }

    @Test
    void every_link_to_a_request_continues_what_was_typed_on_another_device() {
        assertThat(saves(phone, request.path(), 0, "Half a")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        String reminded = stage.reminded(request);

        assertThat(desk.opens(reminded).text()).contains("\"version\":1", "Half a");
        assertThat(saves(desk, reminded, 1, "Half a title")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(phone.opens(request.path()).text()).contains("Half a title");
        assertThat(asking.open(request.id())).as("nothing was sent").isPresent();
    }

    @Test
    void a_window_that_has_not_seen_the_newest_draft_overwrites_nothing_and_sends_nothing() {
        saves(phone, request.path(), 0, "From the phone");
        desk.opens(request.path());
        saves(desk, request.path(), 1, "From the desk");

        Visitor.Answer refused = saves(phone, request.path(), 1, "From the phone again");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.sentence()).contains("another window", "Nothing was overwritten");
        assertThat(refused.json().path("newer").asInt()).isEqualTo(2);
        assertThat(phone.posts(request.path() + "?draft=1", REPORT).status()).isEqualTo(409);
        assertThat(asking.open(request.id())).isPresent();
        assertThat(phone.opens(request.path()).text()).contains("From the desk");

        assertThat(saves(phone, request.path(), 2, "The phone is right").status())
                .as("who has seen it may decide")
                .isEqualTo(200);
    }

    @Test
    void a_page_that_never_heard_of_its_own_save_goes_on() {
        UUID page = UUID.randomUUID();
        String url = request.path() + "/draft";
        saves(phone, url, 0, page, "One");
        assertThat(saves(phone, url, 0, page, "Two").json().path("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void sending_forgets_the_draft_and_a_refusal_keeps_it() {
        saves(phone, request.path(), 0, "Half a");
        assertThat(phone.posts(request.path() + "?draft=1", REPORT).status())
                .as("a photo is missing")
                .isEqualTo(422);
        assertThat(phone.opens(request.path()).text()).contains("\"version\":1", "Half a");

        phone.uploads(request.path(), "photos", "photo.jpg", Pictures.of("jpg", 64, 48));
        assertThat(phone.posts(request.path() + "?draft=1", REPORT).status()).isEqualTo(200);
        assertThat(jdbc.queryForObject("select count(*) from app.drafts where answers like '%Half a%'", Integer.class))
                .isZero();
        assertThat(saves(desk(request.path()), request.path(), 0, "Too late").status())
                .isEqualTo(409);
    }

    private Visitor desk(String path) {
        desk.opens(path);
        return desk;
    }

    @Test
    void whoever_begins_afresh_has_no_draft_any_more() {
        saves(phone, request.path(), 0, "Half a");
        phone.posts(request.path() + "/draft/forget", "{}");
        assertThat(phone.opens(request.path()).text()).contains("\"version\":0").doesNotContain("Half a");
    }

    @Test
    void any_text_can_be_kept() {
        String strange = "\\u0000 Łódź, Київ, 𝔸 \\\"<script>";
        saves(phone, request.path(), 0, strange);
        assertThat(phone.opens(request.path()).text()).contains("\\u0000 Łódź, Київ, 𝔸", "\\u003cscript");
    }

    @Test
    void an_application_gets_an_address_of_its_own_which_ends_when_it_is_sent() {
        running.opens();
        running.takesApplications();
        phone.opens("/apply/exchange/mentee");
        Visitor.Answer begun = saves(phone, "/apply/exchange/mentee/drafts", 0, UUID.randomUUID(), "An idea");
        String address = begun.json().path("location").asText();
        assertThat(address).matches("/apply/exchange/mentee/drafts/[\\w-]{32}");

        assertThat(desk.opens(address).text()).contains("An idea", "Apply as mentee");
        assertThat(saves(desk, address, 1, UUID.randomUUID(), "A better idea").status())
                .isEqualTo(200);
        assertThat(phone.opens("/apply/exchange/mentee").text())
                .as("who has only the public address")
                .doesNotContain("A better idea");

        desk.posts(address + "/forget", "{}");
        Visitor.Answer afresh = desk.opens(address);
        assertThat(afresh.status()).isEqualTo(302);
        assertThat(desk.opens(WikimediaServer.path(afresh.header("Location"))).text())
                .contains("Here a new form begins", "mentee-application")
                .doesNotContain("A better idea");
        assertThat(phone.opens(address).text())
                .as("who did not begin afresh")
                .contains("begun afresh", "Begin another application")
                .doesNotContain("id=\"send\"");
    }

    @Test
    void whoever_comes_back_to_the_public_page_is_led_to_what_they_have_begun_in_this_browser() {
        running.opens();
        running.takesApplications();
        phone.opens("/apply/exchange/mentee");
        String address = saves(phone, "/apply/exchange/mentee/drafts", 0, UUID.randomUUID(), "An idea")
                .json()
                .path("location")
                .asText();

        assertThat(phone.opens("/apply/exchange/mentee").text())
                .contains("You have begun an application here", "href=\"" + address + "\"");
        assertThat(phone.opens("/apply/exchange/mentor").text()).doesNotContain("You have begun");
        assertThat(desk.opens("/apply/exchange/mentee").text()).doesNotContain("You have begun", address);

        phone.posts(address + "/forget", "{}");
        assertThat(phone.opens("/apply/exchange/mentee").text()).doesNotContain("You have begun");
    }

    @Test
    void an_application_that_was_sent_from_one_device_is_not_sent_again_from_another() {
        running.opens();
        running.takesApplications();
        Map<String, Object> answers = running.usually("mentee");
        answers.put(
                "community", running.knownCommunity("Baltia", "user-group", 1).id());
        String application = json.valueToTree(answers).toString();
        phone.opens("/apply/exchange/mentee");
        String address = saves(phone, "/apply/exchange/mentee/drafts", 0, UUID.randomUUID(), "An idea")
                .json()
                .path("location")
                .asText();
        String send = "/apply/exchange/mentee?draft=1&secret=" + address.replaceFirst(".*/", "");
        desk.opens(address);

        Visitor.Answer sent = phone.posts(send, application);
        assertThat(sent.status()).isEqualTo(200);
        Visitor.Answer again = desk.posts(send, application);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.sentence()).contains("has been sent");
        assertThat(desk.opens(address).text()).contains("has been sent", "Begin another application");
        assertThat(phone.opens(address).text())
                .as("the way back from the page that says thank you")
                .contains("This application has been sent", "Begin another application")
                .doesNotContain("id=\"send\"");
        assertThat(phone.opens("/apply/exchange/mentee").text()).doesNotContain("You have begun");
        assertThat(phone.opens(sent.json().path("location").asText()).text())
                .contains(
                        "We write to:",
                        (String) answers.get("email"),
                        "You can change your application until",
                        "href=\"/programmes/exchange\"",
                        "href=\"/my\"");
    }

    @Test
    void of_two_windows_that_send_one_draft_at_once_only_one_gets_through() throws Exception {
        UUID page = UUID.randomUUID();
        String subject = "application of " + page;
        drafts.save(subject, 0, page, Map.of("title", "An idea"));
        CompletableFuture<Void> other = new CompletableFuture<>();

        transaction.executeWithoutResult(first -> {
            drafts.send(subject, new Drafts.Seen(1, page));
            CompletableFuture.runAsync(() -> drafts.send(subject, new Drafts.Seen(1, page)))
                    .whenComplete((done, failed) -> {
                        if (failed == null) {
                            other.complete(null);
                        } else {
                            other.completeExceptionally(failed.getCause());
                        }
                    });
            waitsForTheFirst();
        });

        assertThatThrownBy(() -> other.get(1, TimeUnit.MINUTES)).hasRootCauseInstanceOf(Drafts.Changed.class);
    }

    private void waitsForTheFirst() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class) == 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Test
    void a_draft_begins_only_where_applications_are_taken() {
        stage.cycleIs("matching", "2021-02-01", "2021-03-01");
        phone.opens(request.path());
        assertThat(saves(phone, "/apply/exchange/mentee/drafts", 0, UUID.randomUUID(), "Late")
                        .status())
                .isEqualTo(404);
        assertThat(saves(phone, "/apply/exchange/chair/drafts", 0, UUID.randomUUID(), "Who")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nothing_is_saved_for_a_request_that_was_answered_by_another_link() {
        String reminded = stage.reminded(request);
        phone.uploads(request.path(), "photos", "photo.jpg", Pictures.of("jpg", 64, 48));
        assertThat(phone.posts(request.path(), REPORT).status()).isEqualTo(200);
        desk.opens(reminded);
        assertThat(saves(desk, reminded, 0, "Too late").status()).isEqualTo(409);
    }

    @Test
    void a_page_whose_last_save_was_not_answered_may_send() {
        UUID page = UUID.randomUUID();
        saves(phone, request.path() + "/draft", 0, page, "One");
        phone.uploads(request.path(), "photos", "photo.jpg", Pictures.of("jpg", 64, 48));
        assertThat(phone.posts(request.path() + "?draft=0&page=" + page, REPORT).status())
                .isEqualTo(200);
    }

    @Test
    void what_is_typed_in_an_anonymous_survey_is_kept_nowhere() {
        PortalStage.Requested survey = stage.requested("cohort-survey");
        assertThat(phone.opens(survey.path()).text())
                .doesNotContain("\"draft\":")
                .contains("stays in this window");
        assertThat(saves(phone, survey.path(), 0, "Secret").status()).isEqualTo(409);
        assertThat(jdbc.queryForObject("select count(*) from app.drafts where answers like '%Secret%'", Integer.class))
                .isZero();
    }

    @Test
    void a_draft_may_be_long_but_not_endless() {
        assertThat(saves(phone, request.path(), 0, "x".repeat(400_000)).status())
                .isEqualTo(200);
        assertThat(saves(phone, request.path(), 1, "x".repeat(600_000)).status())
                .isEqualTo(413);
    }

    @Test
    void an_address_that_somebody_thought_up_holds_nothing() {
        String address = "/apply/exchange/mentee/drafts/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        phone.opens(request.path());
        assertThat(saves(phone, address, 0, UUID.randomUUID(), "Mine").status()).isEqualTo(409);
        assertThat(saves(phone, address, 1, UUID.randomUUID(), "Mine").status()).isEqualTo(409);
        assertThat(phone.posts("/apply/nowhere/mentee/drafts?page=" + UUID.randomUUID(), "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void drafts_are_not_kept_for_longer_than_links() {
        saves(phone, request.path(), 0, "Forgotten one");
        jdbc.update("update app.drafts set saved_at = saved_at - interval '121 days'");
        PortalStage.Requested another = stage.requested();
        desk.opens(another.path());
        saves(desk, another.path(), 0, "New");
        assertThat(jdbc.queryForObject(
                        "select count(*) from app.drafts where answers like '%Forgotten one%'", Integer.class))
                .isZero();
    }
}
