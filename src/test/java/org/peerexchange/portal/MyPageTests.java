package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.ReceivedMail;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.mail.Recipients;
import org.peerexchange.mail.SentMail;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page on which a participant finds everything, and the ways to it. */
@PeerExchangeTest
class MyPageTests {

    private static final String NAMES = "Нино მარგველი Անի Παπά Żółć محمد";

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
    Submissions submissions;

    @Autowired
    Recipients recipients;

    @Autowired
    Outbox outbox;

    @Autowired
    ReceivedMail received;

    @Autowired
    JdbcTemplate jdbc;

    Visitor ana;

    @BeforeEach
    void comeIn() {
        stage.isEmpty();
        ana = new Visitor(port);
    }

    private static String words(Visitor.Answer page) {
        return page.text().replaceAll("<[^>]*>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }

    private int linksMade() {
        return jdbc.queryForObject("select count(*) from app.personal_links", Integer.class);
    }

    /** What a button of the page leads to. */
    private String pressed(String path, Map<String, String> typed) {
        Visitor.Answer answer = ana.submits(path, typed);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return answer.header("Location").replaceFirst("http://[^/]*", "");
    }

    private static String requestIn(Visitor.Answer page) {
        Matcher request = Pattern.compile("name=\"request\" value=\"([^\"]+)\"").matcher(page.text());
        assertThat(request.find()).as(page.text()).isTrue();
        return request.group(1);
    }

    @Test
    void both_sides_see_what_is_asked_where_it_stands_whose_turn_it_is_and_what_comes_next() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());

        Visitor.Answer page = ana.opens(stage.pageOf(pair, "mentee"));
        assertThat(words(page))
                .contains("What is asked of you now", pair.number(), "days left", "(Warsaw time)")
                .contains("Now You are writing your activity plan", "Since ", "Whose turn You ")
                .contains("What comes next The hub books the trip ")
                .contains(
                        "You both agree to be partners (done)",
                        "You write your plan and the hub approves it (here now)",
                        "The hub books the trip (to come)");
        assertThat(page.text()).containsOnlyOnce("name=\"request\"").contains("aria-current=\"step\"");
        assertThat(page.header("Cache-Control")).contains("no-store");

        assertThat(words(ana.opens(stage.pageOf(pair, "mentor"))))
                .contains("Nothing just now.", "Whose turn Your partner");

        scenario.answers(pair, "mentee", exchange.plan(false));
        String afterwards = words(ana.opens(stage.pageOf(pair, "mentee")));
        assertThat(afterwards)
                .contains("Nothing just now.", "Whose turn Your partner", "Activity plan version 1, sent by you")
                .contains("Two of us can chair an assembly alone.");
        assertThat(words(ana.opens(stage.pageOf(pair, "mentor"))))
                .as("both sides see one plan")
                .contains("version 1, sent by the mentee", "Two of us can chair an assembly alone.")
                .contains("Whose turn You ");

        scenario.answers(pair, "mentor", exchange.plan(false));
        assertThat(words(ana.opens(stage.pageOf(pair, "mentee"))))
                .contains("Whose turn The people who run the programme", "Signed by you", "Signed by the mentor");
    }

    @Test
    void trouble_leaves_the_exchange_at_its_step_and_an_end_before_the_last_one_is_marked() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        jdbc.update("update app.cases set state = 'in-trouble' where number = ?", pair.number());

        assertThat(words(ana.opens(stage.pageOf(pair, "mentee"))))
                .contains("The hub is finding a way forward with you", "the hub approves it (here now)")
                .contains("What comes next Something that has gone wrong was reported");

        jdbc.update("update app.cases set state = 'cancelled', closed_at = now() where number = ?", pair.number());
        assertThat(words(ana.opens(stage.pageOf(pair, "mentee"))))
                .contains("How it ended", "Cancelled", "the hub approves it (ended here)")
                .contains("The hub books the trip (not reached)")
                .doesNotContain("here now", "to come", "Whose turn");
    }

    @Test
    void both_sides_see_when_the_visit_is_and_only_the_host_how_the_advance_stands() {
        Case pair = stage.ofTwo(exchange.agreed());
        int year = exchange.day(1, 1).getYear();
        exchange.isPlanned(true);
        String visit = "The visit is from 6 September %d to 9 September %d in Exampletown.".formatted(year, year);
        String mentors = stage.pageOf(pair, "mentor");
        assertThat(words(ana.opens(mentors)))
                .contains(visit + " The hub is deciding about the 200 EUR in advance that your plan asks for.");

        scenario.staffCompletes(pair, "userTask_approveAdvance", Map.of("advanceDecision", "approve", "amount", 150.5));
        String paidOn = exchange.day(6, 1).toString();
        scenario.staffCompletes(
                pair, "userTask_payAdvance", Map.of("amount", 150.5, "date", paidOn, "what", "ADV-" + year));

        assertThat(words(ana.opens(mentors)))
                .contains(visit + " An advance of 150.50 EUR was paid to you on 1 June %d.".formatted(year))
                .doesNotContain("The hub is deciding");
        String mentees = stage.pageOf(pair, "mentee");
        assertThat(words(ana.opens(mentees))).contains(visit).doesNotContain("150.50", "paid to you");
        String asked = pressed(mentees + "/requests", Map.of("request", requestIn(ana.opens(mentees))));
        assertThat(words(ana.opens(asked)))
                .as("the page behind the link in a mail")
                .contains(visit)
                .doesNotContain("150.50", "paid to you");
    }

    @Test
    void a_page_that_is_opened_makes_no_link_and_its_button_makes_one_that_works() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        String mine = stage.pageOf(pair, "mentee");

        int before = linksMade();
        for (int i = 0; i < 3; i++) {
            ana.opens(mine);
        }
        assertThat(linksMade()).isEqualTo(before);

        String request = pressed(mine + "/requests", Map.of("request", requestIn(ana.opens(mine))));
        assertThat(request).startsWith("/p/");
        assertThat(linksMade()).isEqualTo(before + 1);
        assertThat(ana.opens(request).text()).contains("\"id\":\"activity-plan\"");

        String asked = requestIn(ana.opens(mine));
        String partners = stage.pageOf(pair, "mentor");
        ana.opens(partners);
        assertThat(pressed(partners + "/requests", Map.of("request", asked)))
                .as("what is asked of somebody else")
                .isEqualTo(partners + "?over");
        assertThat(linksMade())
                .as("one for the button, one for the partner's page")
                .isEqualTo(before + 2);
        assertThat(words(ana.opens(partners + "?over"))).contains("nothing was changed");
    }

    @Test
    void what_may_be_started_unasked_is_offered_in_own_cases_only() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        String mine = stage.pageOf(pair, "mentee");

        assertThat(words(ana.opens(mine))).contains("What you can start yourself", "Something has gone wrong");
        String offer = pressed(mine + "/offers", Map.of("case", pair.number(), "message", "trouble"));
        assertThat(ana.opens(offer).text()).contains("\"id\":\"report-trouble\"");

        String strangers = stage.requested().personId();
        String elsewhere = stage.pageOf(strangers, stage.cycle().number());
        ana.opens(elsewhere);
        assertThat(pressed(elsewhere + "/offers", Map.of("case", pair.number(), "message", "trouble")))
                .endsWith("?over");
    }

    @Test
    void a_long_page_is_whole_at_the_first_visit() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        Map<String, Object> plan = new HashMap<>(exchange.plan(false));
        plan.put("coWorking", "We write the agenda of the next assembly together. ".repeat(35));
        plan.put("readingMaterials", "The by-laws, and what was written about the assemblies before. ".repeat(30));
        scenario.answers(pair, "mentee", plan);
        scenario.answers(pair, "mentor", plan);

        Visitor.Answer page = ana.opens(stage.pageOf(pair, "mentee"));
        assertThat(page.text().length())
                .as("more than the server keeps back before it sends: then no session can begin any more")
                .isGreaterThan(10_000);
        assertThat(words(page)).contains("Nothing just now.", "What you can start yourself");
        assertThat(page.text().strip()).endsWith("</html>");
    }

    @Test
    void what_is_late_is_said_kindly() {
        PortalStage.Requested late = stage.requested(Instant.now().minus(Duration.ofDays(3)));
        assertThat(words(ana.opens(stage.pageOf(late))))
                .contains("Send your activity report", "It was due 3 days ago, but you can still send it");
    }

    @Test
    void what_was_sent_is_read_with_its_files_and_saved_as_pdf_in_any_script() throws IOException {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        ana.uploads(request.path(), "photos", "visit.jpg", Pictures.of("jpg", 64, 48));
        assertThat(ana.posts(
                                request.path(),
                                """
                                {"title": "%s", "summary": "How to run an edit-a-thon.", "topic": "governance", "people": 8,
                                 "days": [{"date": "2031-09-01", "what": "Met"}], "honest": true}"""
                                        .formatted(NAMES))
                        .status())
                .isEqualTo(200);
        String mine = stage.pageOf(request);

        Visitor.Answer page = ana.opens(mine);
        assertThat(words(page)).contains(NAMES, "Governance", "1 September 2031", "visit.jpg");

        String copy = found(page, "/sent/[0-9a-f-]+");
        Visitor.Answer pdf = ana.opens(mine + copy);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).contains("attachment", "portal-report-" + request.caseNumber());
        assertThat(pdf.header("Cache-Control")).contains("no-store");
        String text = new PdfTextExtractor(new PdfReader(pdf.response().body())).getTextFromPage(1);
        assertThat(text)
                .contains("Нино", "მარგველი", "Անի", "Παπά", "Żółć", "edit-a-thon", "Governance")
                .doesNotContain("cannot be printed");
        String file = found(page, "/files/[0-9a-f-]+");
        assertThat(Pictures.widthOf(ana.opens(mine + file).response().body())).isEqualTo(64);

        PortalStage.Requested others = stage.requested();
        String another = stage.pageOf(others);
        assertThat(ana.opens(another + copy).status()).isEqualTo(404);
        assertThat(ana.opens(another + file).status()).isEqualTo(404);
        assertThat(ana.opens(another).text()).doesNotContain(request.caseNumber(), "edit-a-thon");
    }

    private static String found(Visitor.Answer page, String path) {
        Matcher found = Pattern.compile("href=\"[^\"]*(" + path + ")\"").matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    @Test
    void a_report_of_the_partner_is_seen_only_by_who_co_signs_it_and_what_staff_write_never() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.isVisited();
        scenario.answers(pair, "mentor", exchange.mentorReport());
        assertThat(words(ana.opens(stage.pageOf(pair, "mentee")))).doesNotContain("Begin small.", "EC 17 at 9:00");
        scenario.answers(pair, "mentee", exchange.menteeReport("We sat in."));
        scenario.answers(pair, "mentor", Map.of("coSign", "sign"));

        assertThat(words(ana.opens(stage.pageOf(pair, "mentee"))))
                .contains("We sat in.")
                .doesNotContain("Begin small.");
        assertThat(words(ana.opens(stage.pageOf(pair, "mentor"))))
                .contains("Begin small.", "We sat in.")
                .doesNotContain("EC 17 at 9:00", "Example Traveller");
    }

    @Test
    void of_the_partner_the_page_says_what_mails_have_said() {
        exchange.agreed();
        Case cycle = scenario.caseOf("CY-" + exchange.day(1, 1).getYear());
        Case pair = scenario.caseWith(cycle, Case.PAIR, "mentee", "mentor");
        Party mentor = parties.of(pair.number(), "mentor");
        parties.save(new Party(pair.number(), "host", mentor.personId(), null, mentor.communityId(), null));
        String mine = stage.pageOf(pair, "mentee");
        assertThat(words(ana.opens(mine)))
                .doesNotContain("Your partner ", "Person mentor", "person.mentor@", "Community of the mentor");

        mailed(pair, "accept-pair");
        assertThat(words(ana.opens(mine)))
                .contains("Your partner Community Community of the mentor")
                .doesNotContain("Person ", "person.mentor@");

        mailed(pair, "pair-agreed");
        assertThat(words(ana.opens(mine))).contains("Name Person mentor", "Address person.mentor@example.org");
    }

    private void mailed(Case pair, String text) {
        jdbc.update(
                """
                insert into app.mails (id, key, programme, case_number, text, recipient, given, state, created_at, due_at)
                values (gen_random_uuid(), gen_random_uuid()::text, 'exchange', ?, ?, ?, '{}', 'sent', now(), now())""",
                pair.number(),
                text,
                Recipient.person(parties.of(pair.number(), "mentee").personId()).toString());
    }

    @Test
    void every_mail_to_a_participant_leads_to_their_page_and_no_mail_to_staff_does() throws Exception {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());

        MimeMessage asked = received.to("person.mentee@example.org").get(0);
        assertThat(ReceivedMail.text(asked)).contains("Everything about your part in one place:\nhttp://localhost/my/");
        assertThat(words(ana.opens(ReceivedMail.linkIn(ReceivedMail.text(asked), "/my/"))))
                .contains("What is asked of you now", pair.number());
        assertThat(words(ana.opens(ReceivedMail.linkIn(ReceivedMail.text(asked), "/my/"))))
                .as("it is not used up")
                .contains(pair.number());
        assertThat(outbox.sentTo(pair.number()))
                .extracting(SentMail::body)
                .isNotEmpty()
                .noneMatch(body -> body.contains("/my/"));

        received.isForgotten();
        scenario.answers(pair, "mentee", exchange.plan(false));
        scenario.passes(Duration.ofDays(60));
        assertThat(received.to("exchange@hub.example")).isNotEmpty().allSatisfy(mail -> assertThat(
                        ReceivedMail.text(mail))
                .doesNotContain("/my/", "Everything about your part"));
    }

    @Test
    void whoever_asks_for_a_link_reads_the_same_and_only_somebody_known_gets_a_mail() throws Exception {
        PortalStage.Requested request = stage.requested();
        String known = request.personId() + "@example.org";
        ana.from("192.0.2.41").opens("/my");

        Visitor.Answer toKnown = ana.submits("/my", Map.of("email", " " + known.toUpperCase() + " "));
        Visitor.Answer toUnknown = ana.submits("/my", Map.of("email", "nobody.here@example.org"));
        assertThat(toKnown.status()).isEqualTo(302).isEqualTo(toUnknown.status());
        assertThat(toKnown.header("Location")).endsWith("/my?asked").isEqualTo(toUnknown.header("Location"));
        assertThat(words(ana.opens("/my?asked"))).contains("If this address takes part", "a mail with your link");

        ana.opens("/my");
        ana.submits("/my", Map.of("email", known));
        assertThat(received.all()).as("twice within a quarter of an hour").hasSize(1);
        MimeMessage mail = received.to(known).get(0);
        assertThat(mail.getSubject()).isEqualTo("Your page with everything about your part");
        assertThat(words(ana.opens(ReceivedMail.linkIn(ReceivedMail.text(mail), "/my/"))))
                .contains(request.caseNumber(), "Send your activity report");
    }

    @Test
    void an_address_that_is_none_is_sent_back_and_whoever_asks_too_often_waits() {
        ana.from("192.0.2.42").opens("/my");
        assertThat(ana.submits("/my", Map.of("email", "ana")).status()).isEqualTo(422);
        assertThat(ana.submits("/my", Map.of("email", "ana")).text())
                .contains("Please type a whole address", "value=\"ana\"");

        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(ana.submits("/my", Map.of("email", "nobody%d@example.org".formatted(i)))
                    .status());
        }
        assertThat(answers).startsWith(302, 302).endsWith(429);
    }

    @Test
    void a_link_that_is_wrong_too_old_or_for_something_else_opens_no_page() {
        PortalStage.Requested request = stage.requested();
        String mine = stage.pageOf(request);
        assertThat(ana.opens("/my/nothing").status()).isEqualTo(404);
        assertThat(ana.opens(mine.replace("/my/", "/p/")).status())
                .as("the whole page is no single thing to do")
                .isEqualTo(404);
        assertThat(ana.opens(request.path().replace("/p/", "/my/")).status())
                .as("one thing to do is not the whole page")
                .isEqualTo(404);

        jdbc.update(
                "update app.personal_links set expires_at = now() - interval '1 day' where person_id = ?",
                request.personId());
        Visitor.Answer old = ana.opens(mine);
        assertThat(old.status()).isEqualTo(410);
        assertThat(words(old)).contains("too old to work", "Have a fresh link to your page mailed to you");
    }

    @Test
    void a_link_that_went_to_a_wrong_address_ends_when_the_address_is_corrected() {
        PortalStage.Requested request = stage.requested();
        String mine = stage.pageOf(request);

        recipients.correct(
                Recipient.person(request.personId()), PortalStage.PROGRAMME, request.personId() + "@right.example");

        assertThat(ana.opens(mine).status()).isEqualTo(410);
        assertThat(ana.opens(request.path()).status()).isEqualTo(200);
    }

    @Test
    void what_went_to_a_wrong_address_opens_no_page_either_when_somebody_known_takes_over() {
        PortalStage.Requested request = stage.requested();
        String mine = stage.pageOf(request);
        PortalStage.Requested known = stage.requested();

        recipients.correct(
                Recipient.person(request.personId()), PortalStage.PROGRAMME, known.personId() + "@example.org");

        assertThat(ana.opens(mine).status()).isEqualTo(410);
        assertThat(words(ana.opens(stage.pageOf(known)))).contains(known.caseNumber(), request.caseNumber());
    }

    @Test
    void whoever_came_from_their_page_finds_back_and_nobody_else_does() {
        PortalStage.Requested request = stage.requested();
        String mine = stage.pageOf(request);
        String asked = pressed(mine + "/requests", Map.of("request", requestIn(ana.opens(mine))));
        ana.uploads(asked, "photos", "visit.jpg", Pictures.of("jpg", 64, 48));
        assertThat(ana.posts(
                                asked,
                                """
                                {"title": "A visit", "summary": "How to run an edit-a-thon.", "topic": "governance", "people": 8,
                                 "days": [{"date": "2031-09-01", "what": "Met"}], "honest": true}""")
                        .status())
                .isEqualTo(200);

        assertThat(ana.opens(asked).text()).contains("href=\"%s\">Back to your page".formatted(mine));
        assertThat(new Visitor(port).opens(asked).text())
                .as("somebody the link was passed on to")
                .contains("Have a link to your page mailed to you")
                .doesNotContain("/my/");
    }

    @Test
    void news_of_a_programme_is_unsubscribed_from_on_the_page_of_who_takes_part_in_it() {
        PortalStage.Requested request = stage.requested();
        String mine = stage.pageOf(request);
        assertThat(words(ana.opens(mine)))
                .contains("Choose whether news from CEE Wiki Peer Learning Exchange comes by mail");

        String news = pressed(mine + "/news", Map.of("programme", PortalStage.PROGRAMME));
        assertThat(words(ana.opens(news))).contains("No more news?");
        assertThat(words(ana.submits(news, Map.of("List-Unsubscribe", "One-Click"))))
                .contains("You get no more news");
        assertThat(ana.opens(news).text()).contains("href=\"%s\">Back to your page".formatted(mine));
        assertThat(new Visitor(port).opens(news).text()).doesNotContain("/my");
        assertThat(jdbc.queryForList(
                        "select programme from app.unsubscribed where person_id = ?", String.class, request.personId()))
                .containsExactly(PortalStage.PROGRAMME);

        ana.opens(mine);
        assertThat(pressed(mine + "/news", Map.of("programme", "mentorship"))).isEqualTo(mine + "?over");
    }
}
