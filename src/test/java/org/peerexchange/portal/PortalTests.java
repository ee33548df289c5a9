package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What participants' pages answer to whom. */
@PeerExchangeTest
class PortalTests {

    private static final String REPORT =
            """
            {"title": "Four days in Baltia", "summary": "How to run an edit-a-thon.", "topic": "governance", "people": 8,
             "days": [{"date": "2031-09-01", "what": "Met"}], "honest": true}""";

    private static final byte[] PHOTO = Pictures.of("jpg", 640, 480);

    @LocalServerPort
    int port;

    @Autowired
    PortalStage stage;

    @Autowired
    Submissions submissions;

    @Autowired
    Attachments attachments;

    @Autowired
    Asking asking;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningCycle running;

    @Autowired
    RunningExchange exchange;

    @Autowired
    ObjectMapper json;

    @Autowired
    Facts facts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Parties allParties;

    @Autowired
    PersonalLinks links;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Cases allCases;

    Visitor ana;

    @BeforeEach
    void comeIn() {
        ana = new Visitor(port);
    }

    @AfterEach
    void comeBackToToday() {
        ClockUtil.reset();
    }

    @Test
    void a_request_says_what_is_asked_of_whom_by_when_and_shows_its_form() {
        PortalStage.Requested request = stage.requested();

        Visitor.Answer page = ana.opens(request.path());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Send your activity report", request.caseNumber(), "Ana Marin", "(Kyiv time)", "days left")
                .contains("Send the report", "\"id\":\"portal-report\"", "Governance")
                .contains("<noscript>", "exchange@hub.example");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void the_form_is_loaded_once_and_compressed_and_a_page_never_is() {
        String path = stage.requested().path();
        Matcher form = Pattern.compile("/assets/form-[0-9a-f]{32}\\.js")
                .matcher(ana.opens(path).text());
        assertThat(form.find()).isTrue();

        Visitor.Answer asset = ana.takesCompressed(form.group());
        assertThat(asset.header("Cache-Control")).contains("max-age=31536000", "public");
        assertThat(asset.header("Content-Encoding")).isEqualTo("gzip");
        Visitor.Answer page = ana.takesCompressed(path);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Encoding")).isEmpty();
    }

    @Test
    void whoever_signs_a_report_sees_the_files_that_belong_to_it() {
        PortalStage.Requested report = stage.requested("mentee-report");
        ana.opens(report.path());
        ana.uploads(report.path(), "evidence", "visit.jpg", PHOTO);
        assertThat(ana.posts(
                                report.path(),
                                """
                                {"done": "Sat in", "reached": "Both", "change": "We vote", "difficult": "Little",
                                 "agree": true}""")
                        .status())
                .isEqualTo(200);
        PortalStage.Requested coSigning = stage.requestedBeside(report, "co-sign-report");

        String page = ana.opens(coSigning.path()).text();
        Matcher file = Pattern.compile("href=\"(/p/[^\"]+/files/signed/[0-9a-f-]+)\"[^>]*>visit.jpg<")
                .matcher(page);
        assertThat(file.find()).as(page).isTrue();
        assertThat(Pictures.widthOf(ana.opens(file.group(1)).response().body())).isEqualTo(640);
        String elsewhere = file.group(1)
                .replace(coSigning.path(), stage.requested("co-sign-report").path());
        assertThat(ana.opens(elsewhere).status()).isEqualTo(404);
    }

    @Test
    void looking_changes_nothing_however_often_and_in_whatever_way() {
        PortalStage.Requested request = stage.requested();

        for (int i = 0; i < 3; i++) {
            assertThat(ana.opens(request.path()).status()).isEqualTo(200);
            assertThat(ana.asksOnlyForHeaders(request.path()).status()).isEqualTo(200);
        }

        assertThat(asking.open(request.id())).isPresent();
        assertThat(ana.posts(request.path(), "{}").status()).isEqualTo(422);
    }

    @Test
    void a_request_that_is_late_can_still_be_answered() {
        PortalStage.Requested request = stage.requested(java.time.Instant.now().minusSeconds(3 * 86_400));
        assertThat(ana.opens(request.path()).text()).contains("It was due 3 days ago, but you can still send it");
    }

    @Test
    void wrong_answers_come_back_with_their_fields_and_leave_the_link_usable() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());

        Visitor.Answer refused = ana.posts(
                request.path(),
                "{\"title\": \"\", \"topic\": \"cooking\", \"days\": [{\"what\": \"x\"}], \"honest\": true}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .contains("title", "summary", "topic", "days[0].date", "photos");
        assertThat(refused.json().path("errors").get(0).path("label").asText()).isEqualTo("Title of the report");
        assertThat(submissions.findByTaskId(request.id())).isEmpty();
        assertThat(sendReport(request).status()).isEqualTo(200);
    }

    @Test
    void an_answer_is_kept_once_with_its_files_and_the_page_shows_what_was_sent() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());

        Visitor.Answer sent = sendReport(request);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.json().path("location").asText()).isEqualTo(request.path());
        Submission submission = submissions.findByTaskId(request.id()).orElseThrow();
        assertThat(submission.author()).isEqualTo(request.personId());
        assertThat(submission.answers()).containsEntry("title", "Four days in Baltia");
        assertThat(attachments.findBySubmissionIdOrderByUploadedAt(submission.id()))
                .hasSize(1);
        assertThat(asking.open(request.id())).isEmpty();
        Visitor.Answer page = ana.opens(request.path());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Thank you", "Four days in Baltia", "\"readOnly\":true", "visit.jpg")
                .as("what was just sent is not shown as what the partner sent before")
                .doesNotContain("id=\"send\"", "\"version\":1");
        assertThat(sendReport(request).status()).isEqualTo(409);
    }

    @Test
    void another_link_to_an_answered_request_shows_the_answer_too() {
        PortalStage.Requested request = stage.requested();
        String reminder = stage.reminded(request);
        ana.opens(request.path());
        sendReport(request);

        assertThat(ana.opens(reminder).text()).contains("Thank you", "Four days in Baltia");
        Visitor.Answer second = ana.posts(reminder, REPORT);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.sentence()).contains("already been answered");
    }

    @Test
    void fifty_posts_of_one_link_at_once_are_one_answer() throws Exception {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        ana.uploads(request.path(), "photos", "visit.jpg", PHOTO);

        List<Visitor.Answer> answers = fiftyTimes(() -> ana.posts(request.path(), REPORT));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(49)
                .allSatisfy(answer -> assertThat(answer.sentence()).contains("already been"));
        assertThat(submissions.findByCaseNumberOrderBySentAt(request.caseNumber()))
                .hasSize(1);
    }

    @Test
    void many_links_to_one_request_at_once_are_one_answer() throws Exception {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        ana.uploads(request.path(), "photos", "visit.jpg", PHOTO);

        List<Visitor.Answer> answers = fiftyTimes(() -> ana.posts(stage.reminded(request), REPORT));

        assertThat(answers)
                .extracting(Visitor.Answer::status)
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
        assertThat(submissions.findByCaseNumberOrderBySentAt(request.caseNumber()))
                .hasSize(1);
    }

    @Test
    void a_link_nobody_made_is_not_found() {
        Visitor.Answer page = ana.opens("/p/never-made");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("This link does not work", "exchange@hub.example");
        ana.opens(stage.requested().path());
        assertThat(ana.posts("/p/never-made", "{}").status()).isEqualTo(404);
        assertThat(ana.uploads("/p/never-made", "photos", "a.jpg", PHOTO).status())
                .isEqualTo(404);
    }

    @Test
    void an_old_link_is_gone() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        stage.isTooOld(request);

        assertThat(ana.posts(request.path(), REPORT).status()).isEqualTo(410);
        Visitor.Answer page = ana.opens(request.path());
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("too old", "exchange@hub.example");
    }

    @Test
    void a_post_from_another_site_is_refused() {
        PortalStage.Requested request = stage.requested();
        assertThat(ana.posts(request.path(), REPORT).status()).isEqualTo(403);
    }

    @Test
    void a_post_that_is_no_form_gets_a_sentence() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());

        for (String body : List.of("", "null", "[]", "{", "\"x\"", "{\"a\":".repeat(2000))) {
            Visitor.Answer answer = ana.posts(request.path(), body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.sentence()).contains("could not be read");
        }
        assertThat(ana.posts(request.path(), "{\"title\":\"" + "x".repeat(17_000_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void four_megabytes_of_text_are_refused_by_their_field() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());

        Visitor.Answer answer = ana.posts(request.path(), REPORT.replace("Four days", "Привіт ".repeat(320_000)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("far too long");
    }

    @Test
    void what_people_wrote_cannot_break_out_of_the_page() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        ana.uploads(request.path(), "photos", "visit.jpg", PHOTO);
        ana.posts(request.path(), REPORT.replace("Four days", "</script><script>alert(1)</script>"));

        assertThat(ana.opens(request.path()).text())
                .contains("\\u003c/script\\u003e")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({
        "photos, holiday.jpg, jpg, 200, ''",
        "photos, holiday.png, png, 200, ''",
        "photos, really-a-png.jpg, png, 200, ''",
        "papers, ticket.pdf, pdf, 200, ''",
        "photos, ticket.pdf, pdf, 415, only JPEG or PNG can be added here",
        "papers, page.pdf, html, 415, 'only JPEG, PNG or PDF can be added here'",
        "photos, half.png, broken, 422, the picture is damaged",
        "photos, wall.png, huge, 422, megapixels",
        "photos, empty.jpg, empty, 422, the file is empty",
        "secrets, holiday.jpg, jpg, 422, does not ask for such a file",
        "papers, film.jpg, sixteenMegabytes, 413, at most 15 MB",
        "papers, film.jpg, seventyMegabytes, 413, at most 15 MB"
    })
    void a_file_is_taken_or_gets_a_sentence(String upload, String name, String content, int status, String sentence) {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());

        Visitor.Answer answer = ana.uploads(request.path(), upload, name, content(content));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.sentence()).contains(sentence);
        assertThat(ana.opens(request.path()).text().contains(name)).isEqualTo(status == 200);
    }

    @Test
    void no_more_files_are_taken_than_the_form_says_even_at_once() throws Exception {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());

        List<Visitor.Answer> answers = fiftyTimes(() -> ana.uploads(request.path(), "photos", "a.jpg", PHOTO));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.sentence()).contains("2 files are the most here"));
    }

    @Test
    void all_files_together_have_a_limit() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        byte[] large = padded(Pictures.pdf(), 14 * 1024 * 1024);

        for (int i = 0; i < 4; i++) {
            assertThat(ana.uploads(request.path(), "papers", "scan.pdf", large).status())
                    .isEqualTo(200);
        }
        Visitor.Answer fifth = ana.uploads(request.path(), "papers", "scan.pdf", large);
        assertThat(fifth.status()).isEqualTo(413);
        assertThat(fifth.sentence()).contains("60 MB");
    }

    @Test
    void a_file_is_saved_never_shown_and_only_behind_its_own_link() {
        PortalStage.Requested request = stage.requested();
        PortalStage.Requested other = stage.requested();
        ana.opens(request.path());
        JsonNode kept = ana.uploads(request.path(), "photos", "../../Київ \u202Egpj.jpg", PHOTO)
                .json();

        assertThat(kept.path("name").asText()).isEqualTo("Київ gpj.jpg");
        Visitor.Answer file = ana.opens(kept.path("href").asText());
        assertThat(file.status()).isEqualTo(200);
        assertThat(Pictures.widthOf(file.response().body())).isEqualTo(640);
        Visitor.Answer thumbnail = ana.opens(kept.path("thumbnail").asText());
        assertThat(thumbnail.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(Pictures.widthOf(thumbnail.response().body())).isEqualTo(CleanPicture.THUMBNAIL_SIDE);
        assertThat(ana.opens(other.path() + "/files/" + kept.path("id").asText() + "/thumbnail")
                        .status())
                .isEqualTo(404);
        assertThat(file.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Disposition")).startsWith("attachment;").contains("UTF-8''");
        assertThat(ana.opens(other.path() + "/files/" + kept.path("id").asText())
                        .status())
                .isEqualTo(404);
        assertThat(ana.posts(other.path() + "/files/" + kept.path("id").asText() + "/remove", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_file_can_be_removed_before_sending_but_not_afterwards() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        JsonNode first =
                ana.uploads(request.path(), "photos", "first.jpg", PHOTO).json();

        assertThat(ana.posts(first.path("href").asText() + "/remove", "{}").status())
                .isEqualTo(200);
        assertThat(ana.opens(request.path()).text()).doesNotContain("first.jpg");
        assertThat(sendReport(request).status()).isEqualTo(200);
        KeptName sent = KeptName.in(ana.opens(request.path()).text());
        assertThat(ana.opens(request.path() + "/files/" + sent.id()).status()).isEqualTo(200);
        Visitor.Answer late = ana.posts(request.path() + "/files/" + sent.id() + "/remove", "{}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.sentence()).contains("files stay as they are");
        assertThat(ana.uploads(request.path(), "photos", "late.jpg", PHOTO).status())
                .isEqualTo(409);
    }

    @Test
    void a_file_that_is_taken_away_while_it_is_sent_stays() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        JsonNode file =
                ana.uploads(request.path(), "photos", "first.jpg", PHOTO).json();
        UUID id = UUID.fromString(file.path("id").asText());
        stage.cycleIs("exchanges", "2031-02-01", "2031-03-01");
        ExecutorService other = Executors.newSingleThreadExecutor();

        Future<Visitor.Answer> removed = transaction.execute(sending -> {
            allCases.lock(request.caseNumber());
            Future<Visitor.Answer> coming =
                    other.submit(() -> ana.posts(file.path("href").asText() + "/remove", "{}"));
            assertThatThrownBy(() -> coming.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            jdbc.update(
                    "update app.attachments set submission_id = (select id from app.submissions limit 1) where id = ?",
                    id);
            return coming;
        });

        assertThat(removed).succeedsWithin(Duration.ofSeconds(30)).matches(answer -> answer.status() == 404);
        assertThat(attachments.findById(id)).isPresent();
        assertThatThrownBy(() -> jdbc.update("update app.attachments set submission_id = null where id = ?", id))
                .hasMessageContaining("never changes");
        other.shutdown();
    }

    @Test
    void a_file_that_arrives_while_its_form_is_sent_is_not_taken() {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        ExecutorService other = Executors.newSingleThreadExecutor();

        Future<Visitor.Answer> added = transaction.execute(sending -> {
            allCases.lock(request.caseNumber());
            Future<Visitor.Answer> coming =
                    other.submit(() -> ana.uploads(request.path(), "photos", "late.jpg", PHOTO));
            assertThatThrownBy(() -> coming.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            stage.isOvertaken(request, "reporting");
            return coming;
        });

        assertThat(added).succeedsWithin(Duration.ofSeconds(30)).matches(answer -> answer.status() == 409);
        assertThat(jdbc.queryForObject(
                        "select count(*) from app.attachments where task_id = ?", Integer.class, request.id()))
                .isZero();
        other.shutdown();
    }

    private Case aMenteeHasApplied() {
        running.opens();
        running.takesApplications();
        return running.applies("mentee", running.knownCommunity("Karpaty", "user-group", 1), Map.of());
    }

    @Test
    void an_offer_shows_its_form_and_is_used_up_only_when_it_was_taken() {
        String path = stage.offered(aMenteeHasApplied(), "applicant", "withdraw");

        assertThat(ana.opens(path).text())
                .contains("Withdraw our application", "form-content")
                .as("nobody has asked for it")
                .doesNotContain("Asked of");
        Visitor.Answer refused = ana.posts(path, "{\"reason\":\"No time\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Yes, we withdraw our application.");
        assertThat(ana.opens(path).text()).contains("form-content");
        assertThat(ana.posts(path, "{\"reason\":\"No time\",\"sure\":true}").status())
                .isEqualTo(200);
        assertThat(ana.opens(path).text()).contains("Thank you").doesNotContain("form-content");
        assertThat(ana.posts(path, "{\"sure\":true}").status()).isEqualTo(409);
    }

    @Test
    void a_community_that_is_not_known_yet_is_said_so_in_words() {
        running.opens();
        running.takesApplications();
        Case application = running.applies(
                "mentee",
                null,
                Map.of(
                        "communityName", "Wikimedians of Baltia",
                        "communityType", "informal",
                        "communityCountry", "Baltia",
                        "communityLanguages", List.of("en")));
        String applicant = allParties.of(application.number(), "applicant").personId();
        String mine =
                links.mint(applicant, application.number(), PersonalLink.MY, "").replaceFirst(".*/my/", "/my/");

        assertThat(ana.opens(mine).text()).contains(">It is not in this list<").doesNotContain(">other<");
        assertThat(ana.opens(mine + "?language=eo").text()).doesNotContain(">other<");
    }

    @Test
    void an_application_is_changed_in_the_form_it_was_sent_with() throws Exception {
        Case application = aMenteeHasApplied();
        String path = stage.offered(application, "applicant", "applicationChanged");

        assertThat(ana.opens(path).text())
                .contains("Change our application", "We have never run a general assembly", "\"filesUrl\"");
        Map<String, Object> answers = new HashMap<>(running.usually("mentee"));
        answers.put("problem", "");
        assertThat(ana.posts(path, json.writeValueAsString(answers)).status()).isEqualTo(422);
        answers.put("problem", "Nobody wants to sit on our board.");
        assertThat(ana.posts(path, json.writeValueAsString(answers)).status()).isEqualTo(200);

        assertThat(Facts.at(facts.of(application.number()), "menteeApplication.problem"))
                .isEqualTo("Nobody wants to sit on our board.");
        assertThat(ana.opens(path).text()).contains("Thank you").doesNotContain("form-content");
    }

    @Test
    void an_offer_the_case_no_longer_waits_for_says_so() {
        Case application = aMenteeHasApplied();
        String left = stage.offered(application, "applicant", "withdraw");
        ana.opens(left);
        String used = stage.offered(application, "applicant", "withdraw");
        ana.opens(used);
        assertThat(ana.posts(used, "{\"sure\":true}").status()).isEqualTo(200);

        Visitor.Answer late = ana.posts(left, "{\"sure\":true}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.sentence()).isEqualTo("This is not offered any more, so nothing was changed.");
        assertThat(ana.opens(stage.offered("nobody-knows")).text())
                .contains("This link has run out", "If you still have something to send");
    }

    @Test
    void a_link_that_trouble_has_overtaken_says_what_happened_and_what_comes_next() {
        PortalStage.Requested request = stage.requested();
        stage.isOvertaken(request, "in-trouble");

        assertThat(ana.opens(request.path()).text())
                .contains("This is not needed just now", "finding a way forward with you", "as soon as it is decided")
                .doesNotContain("no longer");
    }

    @Test
    void a_link_of_an_exchange_that_has_ended_says_so() {
        PortalStage.Requested request = stage.requested();
        stage.isOvertaken(request, "cancelled");

        assertThat(ana.opens(request.path()).text()).contains("This is no longer needed", "no visit together any more");
    }

    @Test
    void an_offer_that_trouble_has_overtaken_says_what_happened() {
        String path = stage.offered("planChange");
        stage.isIn("in-trouble", path);

        assertThat(ana.opens(path).text()).contains("This cannot be done now", "as soon as it is decided");
    }

    private String offeredDuringTheVisit() {
        Case pair = exchange.agreed();
        exchange.isBooked();
        scenario.passesUntil(exchange.day(9, 7));
        return stage.offered(pair, "mentee", "planChange");
    }

    @Test
    void an_offer_that_is_not_possible_says_so_instead_of_its_form_and_leads_to_one_that_is() {
        String path = offeredDuringTheVisit();

        String page = ana.opens(path).text();
        assertThat(page)
                .contains("Change our activity plan", "The visit has begun, so", "Something has gone wrong (EX-")
                .doesNotContain("form-content");
        Matcher number = Pattern.compile("EX-\\d+-\\d+").matcher(page);
        assertThat(number.find()).isTrue();
        Visitor.Answer instead = ana.submits(path + "/instead", Map.of("case", number.group(), "message", "trouble"));
        assertThat(instead.status()).isEqualTo(302);
        String other = instead.header("Location").replaceFirst(".*(?=/p/)", "");
        assertThat(other).isNotEqualTo(path);
        assertThat(ana.opens(other).text()).contains("<h1>Something has gone wrong</h1>", "form-content");
    }

    @Test
    void nobody_gets_from_an_offer_to_something_that_is_not_offered_to_them() {
        String path = offeredDuringTheVisit();
        ana.opens(path);

        Visitor.Answer instead = ana.submits(path + "/instead", Map.of("case", "EX-1999-001", "message", "trouble"));

        assertThat(instead.header("Location")).endsWith(path);
    }

    @Test
    void the_list_says_which_programme_takes_applications_until_when() {
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");

        assertThat(ana.opens("/apply").text())
                .contains(
                        "CEE Wiki Peer Learning Exchange", "1 March 2031", "Apply as mentee", "/apply/exchange/mentor");
        assertThat(ana.opens("/").text()).contains("Apply as mentee");
    }

    @Test
    void the_home_page_says_of_each_programme_what_it_is_and_when_it_usually_opens_those_that_are_open_first() {
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");
        assertThat(ana.opens("/").text().split("No applications are taken just now")[0])
                .contains("CEE Wiki Peer Learning Exchange");

        stage.cycleIs("matching", "2021-02-01", "2021-03-01");
        assertThat(ana.opens("/").text())
                .containsSubsequence("CEE Wiki Peer Learning Exchange</h3>", "Education Mentorship</h3>");
        stage.opensMentorship();
        assertThat(ana.opens("/").text())
                .containsSubsequence("Education Mentorship</h3>", "CEE Wiki Peer Learning Exchange</h3>");

        assertThat(ana.opens("/").text())
                .containsPattern(
                        "CEE Wiki Peer Learning Exchange</h3>\\s*<p>Wikimedia communities learn from each other")
                .contains("They usually open on <strong>1 February</strong>", "/apply/exchange/mentee/check");
    }

    @Test
    void the_page_of_a_programme_offers_its_own_roles_while_it_is_open_and_else_says_when_it_opens() {
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");
        assertThat(ana.opens("/programmes/exchange").text())
                .contains("href=\"/apply/exchange/mentee\"", "Apply as mentor")
                .doesNotContain("href=\"/apply\"");

        stage.cycleIs("applications-announced", "2131-02-01", "2131-03-01");
        assertThat(ana.opens("/programmes/exchange").text())
                .contains("Applications open on <strong>1 February 2131</strong>")
                .doesNotContain("href=\"/apply/exchange/mentee\"", "href=\"/apply\"");
    }

    @Test
    void the_page_of_the_exchange_says_who_does_what() {
        assertThat(ana.opens("/programmes/exchange").text().split("Who does what")[1])
                .contains(
                        "Not filled at the moment: Programme coordinator, Liaison to the Community Capacity Working Group.");
        assertThat(ana.opens("/programmes/exchange").text()).contains("/apply/exchange/mentor/check");
    }

    @Test
    void a_closed_window_says_when_it_opens_next() {
        stage.cycleIs("applications-announced", "2131-02-01", "2131-03-01");

        Visitor.Answer page = ana.opens("/apply/exchange/mentee");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Applications are closed", "1 February 2131", "1 March 2131");
        stage.cycleIs("matching", "2021-02-01", "2021-03-01");
        assertThat(ana.opens("/apply/exchange/mentee").text())
                .contains("They usually open on <strong>1 February</strong>", "exchange@hub.example");
        assertThat(ana.opens("/apply").text()).doesNotContain("Apply as mentee");
    }

    @Test
    void a_programme_has_pages_speak_in_its_own_words() {
        stage.cycleIs("matching", "2021-02-01", "2021-03-01");
        jdbc.update("update app.cases set closed_at = now() where programme = 'mentorship' and kind = 'cycle'");

        assertThat(ana.opens("/apply/exchange/mentor").text()).contains("<h1>Applications are closed</h1>");
        assertThat(ana.opens("/apply/mentorship/mentor").text()).contains("<h1>Sign-up is closed</h1>");
        assertThat(new Visitor(port)
                        .opens("/apply/mentorship/mentor?language=pl")
                        .text())
                .contains("<h1>Zapisy są zamknięte</h1>", "Zwykle ruszają <strong>");
    }

    private String application(String role, Community community) {
        Map<String, Object> answers = running.usually(role);
        answers.put("community", community.id());
        return json.valueToTree(answers).toString();
    }

    @Test
    void an_application_is_taken_and_confirmed_to_who_sent_it() {
        running.opens();
        running.takesApplications();
        Community baltia = running.knownCommunity("Baltia", "user-group", 1);

        assertThat(ana.opens("/apply/exchange/mentee").text()).contains("Apply as mentee", "form-content");
        Visitor.Answer sent = ana.posts("/apply/exchange/mentee", application("mentee", baltia));

        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        String confirmation = sent.json().path("location").asText();
        assertThat(ana.opens(confirmation).text())
                .contains(
                        "AP-%d-001".formatted(running.year()),
                        "What happens next",
                        "1 March " + running.year(),
                        "exchange@hub.example");
        assertThat(new Visitor(port).opens(confirmation).header("Location")).endsWith("/apply");
    }

    @Test
    void an_application_that_is_wrong_or_late_gets_its_sentence() {
        running.opens();
        running.takesApplications();
        Community baltia = running.knownCommunity("Baltia", "user-group", 1);
        running.applies("mentor", baltia, Map.of());
        ana.opens("/apply/exchange/mentee");

        Visitor.Answer refused = ana.posts("/apply/exchange/mentee", application("mentee", baltia));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("This community has applied as mentor in this cycle");

        scenario.passesUntil(running.day(3, 2));
        Visitor.Answer late = ana.posts(
                "/apply/exchange/mentee", application("mentee", running.knownCommunity("Karpaty", "user-group", 1)));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.sentence()).contains("takes no applications just now");
    }

    @Test
    void an_application_that_is_sent_again_is_taken_once() throws Exception {
        running.opens();
        running.takesApplications();
        Community community = running.knownCommunity("Once", "user-group", 1);
        Map<String, Object> application = new HashMap<>(running.usually("mentor"));
        application.put("community", community.id());
        String first = json.writeValueAsString(application);
        ana.from("192.0.2.30");
        String path = "/apply/exchange/mentor?once=" + Visitor.onceIn(ana.opens("/apply/exchange/mentor"));
        int before = cases("application");

        List<Visitor.Answer> answers = fiftyTimes(() -> ana.posts(path, first));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers)
                .extracting(answer -> answer.json().path("location").asText())
                .containsOnly(answers.get(0).json().path("location").asText());
        assertThat(cases("application")).isEqualTo(before + 1);

        application.put("leadMentor", "Somebody Else");
        Visitor.Answer changed = ana.posts(path, json.writeValueAsString(application));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.sentence()).contains("This has arrived already, as AP-", "is not in it");
        assertThat(cases("application")).isEqualTo(before + 1);
    }

    @Test
    void an_application_that_was_refused_can_be_sent_again() throws Exception {
        running.opens();
        running.takesApplications();
        Map<String, Object> application = new HashMap<>(running.usually("mentor"));
        application.put(
                "community", running.knownCommunity("Twice", "user-group", 1).id());
        String path = "/apply/exchange/mentor?once=" + Visitor.onceIn(ana.opens("/apply/exchange/mentor"));

        assertThat(ana.posts(path, "{}").status()).isEqualTo(422);
        assertThat(ana.posts(path, json.writeValueAsString(application)).status())
                .isEqualTo(200);
    }

    @Test
    void a_question_that_is_sent_twice_at_once_is_taken_once() throws Exception {
        stage.cycleIs("exchanges", "2031-02-01", "2031-03-01");
        int before = cases("request");
        Map<String, String> question = new HashMap<>(Map.of(
                "topic", "rules",
                "question", "How long is a visit?",
                "name", "Somebody New",
                "email", "somebody.new@example.org"));
        ana.from("192.0.2.31");
        question.put("once", Visitor.onceIn(ana.opens("/help/exchange")));

        List<Visitor.Answer> answers = fiftyTimes(() -> ana.submits("/help/exchange", question));

        assertThat(answers).allMatch(answer -> answer.status() == 302);
        assertThat(cases("request")).isEqualTo(before + 1);
        String done = answers.get(0).header("Location").replaceFirst("^http://[^/]+", "");
        assertThat(ana.opens(done).text()).contains("Question received");
        assertThat(ana.opens(done + "?language=en").text()).contains("Question received");
        assertThat(new Visitor(port).opens(done).header("Location"))
                .as("to somebody else")
                .endsWith("/help/exchange");
    }

    @Test
    void somebody_new_who_asks_two_questions_at_once_is_remembered_once() throws Exception {
        stage.cycleIs("exchanges", "2031-02-01", "2031-03-01");
        ana.from("192.0.2.32").opens("/help/exchange");
        Map<String, String> question = Map.of(
                "topic", "rules",
                "question", "How long is a visit?",
                "name", "Somebody Newer",
                "email", "somebody.newer@example.org");

        assertThat(fiftyTimes(() -> ana.submits("/help/exchange", question)))
                .allMatch(answer -> answer.status() == 302);
    }

    private int cases(String kind) {
        return jdbc.queryForObject("select count(*) from app.cases where kind = ?", Integer.class, kind);
    }

    @Test
    void whoever_sends_too_many_applications_reads_when_to_go_on() {
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");
        Visitor flood = new Visitor(port).from("192.0.2.7");
        flood.opens("/apply/exchange/mentee");
        for (int sent = 0; sent < 60; sent++) {
            assertThat(flood.posts("/apply/exchange/mentee", "{}").status()).isEqualTo(422);
        }

        Visitor.Answer refused = flood.posts("/apply/exchange/mentee", "{}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.sentence()).contains("What you wrote is still here: please send it again in");
        ana.opens("/apply/exchange/mentee");
        assertThat(ana.posts("/apply/exchange/mentee", "{}").status()).isEqualTo(422);
    }

    @Test
    void a_sender_who_claims_to_be_somebody_else_is_counted_all_the_same() {
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");
        Visitor flood = new Visitor(port).from("192.0.2.9");
        flood.opens("/apply/exchange/mentee");
        for (int sent = 0; sent < 60; sent++) {
            flood.from("203.0.113.%d, 192.0.2.9".formatted(sent)).posts("/apply/exchange/mentee", "{}");
        }

        flood.from("203.0.113.99, 192.0.2.9");
        assertThat(flood.posts("/apply/exchange/mentee", "{}").status()).isEqualTo(429);
    }

    @Test
    void before_the_first_cycle_of_a_programme_questions_are_asked_by_mail() {
        jdbc.update("update app.cases set kind = 'hidden' where programme = 'mentorship' and kind = 'cycle'");
        Visitor.Answer page;
        try {
            page = ana.opens("/help/mentorship");
        } finally {
            jdbc.update("update app.cases set kind = 'cycle' where programme = 'mentorship' and kind = 'hidden'");
        }

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("mailto:mentorship@").doesNotContain("<form", "There is no such page");
        assertThat(ana.opens("/help/nothing").status()).isEqualTo(404);
    }

    @Test
    void whoever_asks_for_help_too_often_keeps_what_was_typed() {
        Visitor flood = new Visitor(port).from("192.0.2.8");
        stage.cycleIs("exchanges", "2031-02-01", "2031-03-01");
        flood.opens("/help/exchange");
        Visitor.Answer answer = null;
        for (int sent = 0; sent <= 60; sent++) {
            answer = flood.submits("/help/exchange", Map.of("question", "How long is a visit?"));
            assertThat(answer.status()).isEqualTo(sent < 60 ? 422 : 429);
        }

        assertThat(answer.text())
                .contains("Too many forms were sent from your network", "How long is a visit?")
                .doesNotContain("Please look at the marked fields");
        assertThat(flood.opens("/help/exchange?language=pl").text()).contains("How long is a visit?");
    }

    @Test
    void pages_of_unknown_programmes_and_roles_are_not_found() {
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");

        for (String path : List.of("/apply/exchange/king", "/apply/nothing/mentee", "/apply/exchange", "/p")) {
            assertThat(ana.opens(path).status()).as(path).isIn(403, 404);
        }
    }

    private Visitor.Answer sendReport(PortalStage.Requested request) {
        ana.uploads(request.path(), "photos", "visit.jpg", PHOTO);
        return ana.posts(request.path(), REPORT);
    }

    private record KeptName(String id) {

        static KeptName in(String page) {
            var found = java.util.regex.Pattern.compile("\"id\":\"([0-9a-f-]{36})\"")
                    .matcher(page);
            assertThat(found.find()).isTrue();
            return new KeptName(found.group(1));
        }
    }

    private static byte[] content(String kind) {
        return switch (kind) {
            case "jpg", "png" -> Pictures.of(kind, 300, 200);
            case "pdf" -> Pictures.pdf();
            case "html" -> "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
            case "broken" -> Pictures.broken();
            case "huge" -> Pictures.of("png", 10_000, 5_100);
            case "sixteenMegabytes" -> padded(PHOTO, 16 * 1024 * 1024);
            case "seventyMegabytes" -> padded(PHOTO, 70 * 1024 * 1024);
            default -> new byte[0];
        };
    }

    private static byte[] padded(byte[] content, int size) {
        return java.util.Arrays.copyOf(content, size);
    }

    private static List<Visitor.Answer> fiftyTimes(java.util.concurrent.Callable<Visitor.Answer> act)
            throws InterruptedException, ExecutionException {
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Visitor.Answer>> coming = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                coming.add(crowd.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            List<Visitor.Answer> answers = new ArrayList<>();
            for (Future<Visitor.Answer> one : coming) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            crowd.shutdownNow();
        }
    }
}
