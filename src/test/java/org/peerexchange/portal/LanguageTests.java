package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.people.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Somebody applies, is written to and reads on in their own language. It is Esperanto: a few words of it are there for these tests
 * alone, so that what is not in it is seen to be English.
 */
@PeerExchangeTest
class LanguageTests {

    private static final String FORM = "/apply/small-grants/grantee";
    private static final String NAME = "Łucja Ґалаґан-Ђорђевић ქეთევან";

    private static int nextYear = 2070;

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    GreenMail inbox;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    private int year;
    private Visitor ana;

    @BeforeEach
    void aWindowIsOpen() throws Exception {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "another test begins", true, true));
        jdbc.update("update app.cases set closed_at = now() where kind = 'cycle' and closed_at is null");
        jdbc.update("update app.mails set state = 'given_up' where state = 'waiting'");
        inbox.purgeEmailFromAllMailboxes();
        year = nextYear++;
        scenario.itIs(LocalDate.of(year, 1, 20));
        scenario.staffStarts(
                "grants-round",
                Map.of(
                        "year",
                        year,
                        "round",
                        1,
                        "applicationsOpen",
                        year + "-02-01",
                        "applicationsClose",
                        year + "-02-28",
                        "grantLeast",
                        50,
                        "grantMost",
                        700));
        scenario.passesUntil(LocalDate.of(year, 2, 2));
        ana = new Visitor(port);
    }

    @AfterEach
    void comeBackToToday() {
        ClockUtil.reset();
    }

    private String application(int amount) throws Exception {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "name",
                NAME,
                "email",
                "ana%d@example.org".formatted(year),
                "username",
                "Ana",
                "project",
                "Writing in our library.",
                "serves",
                "Ten people.",
                "doneOn",
                year + "-05-10",
                "budget",
                List.of(Map.of("item", "A room", "kind", "room", "cost", amount)),
                "amount",
                amount,
                "acceptsRules",
                true));
        return new ObjectMapper().writeValueAsString(answers);
    }

    @Test
    void who_has_chosen_nothing_reads_what_the_browser_asks_for_and_else_english() {
        assertThat(ana.opens("/apply").text()).contains("<html lang=\"en\"", "<h1>Take part</h1>", "Apply as grantee");

        assertThat(new Visitor(port)
                        .prefers("da, eo-XX;q=0.8, en;q=0.5")
                        .opens("/apply")
                        .text())
                .contains("<html lang=\"eo\"", "<h1>Petu</h1>", "Petu kiel subvenciato", "Malgrandaj subvencioj")
                // What nobody has translated yet.
                .contains("Choose how you would take part:");
        assertThat(new Visitor(port).prefers("da").opens("/apply").text()).contains("<html lang=\"en\"");
    }

    @Test
    void a_link_to_the_same_page_chooses_the_language_and_the_browser_stays_with_it() {
        Visitor.Answer english = ana.opens("/my?asked");
        assertThat(english.text())
                .containsPattern(
                        "<a href=\"/my\\?asked&amp;language=en\" lang=\"en\" hreflang=\"en\"[^>]*aria-current=\"true\">English</a>")
                .containsPattern(
                        "<a href=\"/my\\?asked&amp;language=eo\" lang=\"eo\" hreflang=\"eo\"[^>]*>esperanto</a>");
        assertThat(english.text().split("<main")[0]).as("at the top").contains("hreflang=\"eo\"");
        assertThat(english.header("Set-Cookie")).doesNotContain("language");

        Visitor.Answer chosen = ana.opens("/my?asked&language=eo");
        assertThat(chosen.text()).contains("<html lang=\"eo\"", "<h1>Mia paĝo</h1>");
        assertThat(chosen.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("language=eo;")
                        && cookie.contains("SameSite=Lax")
                        && cookie.contains("HttpOnly"));

        assertThat(ana.opens("/my").text()).contains("<html lang=\"eo\"");
        // Staff work in English, whatever they read elsewhere.
        assertThat(ana.opens("/sign-in").text()).contains("<html lang=\"en\"").doesNotContain("hreflang");
        Visitor.Answer nothing = ana.looksAt("/catalogue/no-such-page");
        assertThat(nothing.text()).contains("<html lang=\"en\"").doesNotContain("hreflang");

        assertThat(ana.opens("/my?language=xx").text()).contains("<html lang=\"en\"");
        assertThat(ana.opens("/my").text()).contains("<html lang=\"en\"");
    }

    @Test
    void a_page_without_an_address_of_its_own_offers_no_other_language() {
        assertThat(ana.looksAt("/apply/small-grants/king?x=1").text())
                .contains("href=\"/apply/small-grants/king?x=1&amp;language=eo\"");

        ana.opens("/my");
        assertThat(ana.submits("/my", Map.of("email", "nobody")).text()).contains("href=\"/my?language=eo\"");
        Visitor.Answer dead = ana.submits("/my/no-such-link/language", Map.of("to", "eo"));
        assertThat(dead.status()).isEqualTo(404);
        assertThat(dead.text()).contains("<html lang=\"en\"").doesNotContain("hreflang");
    }

    @Test
    void a_form_its_choices_and_what_is_wrong_in_it_are_in_the_language_and_the_answers_are_not() throws Exception {
        ana.opens("/?language=eo");
        Visitor.Answer form = ana.opens(FORM);
        assertThat(form.text())
                .contains("<h1>Petu kiel subvenciato</h1>", "## Petu malgrandan subvencion", "Kion vi volas fari?")
                .contains("\"Materialoj\"", "Bonvolu rigardi ĉi tion denove.")
                .contains("Eblas peti ĝis <strong>")
                .contains("Whom does it serve");

        assertThat(ana.posts(FORM, "{}").json().path("errors"))
                .extracting(error -> error.path("message").asText())
                .contains("\"Kion vi volas fari?\" mankas: bonvolu plenigi ĝin.");
        assertThat(ana.posts(FORM, application(701)).json().path("errors"))
                .extracting(error -> error.path("label").asText(), error -> error.path("message")
                        .asText())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "Kiom vi petas? (EUR)", "Subvencio estas maksimume 700 eŭroj. Bonvolu peti malpli."));

        assertThat(ana.posts(FORM, application(300)).status()).isEqualTo(200);
        assertThat(jdbc.queryForObject(
                        "select answers from app.submissions where document = 'grant-application' order by sent_at desc limit 1",
                        String.class))
                .contains("\"kind\":\"room\"");
    }

    @Test
    void whoever_applies_in_a_language_gets_mails_and_comes_back_to_pages_in_it() throws Exception {
        ana.opens("/?language=eo");
        ana.opens(FORM);
        assertThat(ana.posts(FORM, application(300)).status()).isEqualTo(200);
        scenario.runJobs();
        dispatcher.dispatch();

        MimeMessage mail = mail("Ni havas vian peton");
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo(NAME);
        assertThat(mail.getHeader("Content-Language")).containsExactly("eo");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Malgrandaj subvencioj");
        assertThat(text(mail))
                .contains("Saluton " + NAME, "majo", "Du homoj legas vian peton", "Retiri mian peton")
                .doesNotContain("Two reviewers");

        // On another device, where nothing was chosen.
        String mine = link(text(mail), "/my/");
        Visitor elsewhere = new Visitor(port).prefers("en");
        assertThat(elsewhere.opens(mine).text())
                .contains("<html lang=\"eo\"", "<h1>Mia paĝo</h1>", "Du homoj legas vian peton", "Retiri mian peton")
                .contains("Peti malgrandan subvencion", "Kion vi volas fari?")
                .doesNotContain("Niaj mesaĝoj");
        assertThat(elsewhere.opens(link(text(mail), "/p/")).text())
                .contains("<h1>Retiri mian peton</h1>", NAME + " kiel subvenciato");
        Visitor.Answer missing = elsewhere.looksAt(mine + "/nothing");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text()).contains("<html lang=\"eo\"");
    }

    @Test
    void mails_come_in_another_language_when_that_is_asked_for_and_not_by_looking_at_a_page() throws Exception {
        ana.opens(FORM);
        assertThat(ana.posts(FORM, application(300)).status()).isEqualTo(200);
        scenario.runJobs();
        dispatcher.dispatch();
        String mine = link(text(mail("We have your application")), "/my/");

        assertThat(ana.opens(mine).text()).doesNotContain(mine + "/language");
        assertThat(ana.opens(mine + "?language=eo").text())
                .contains("Niaj mesaĝoj al vi venas en ĉi tiu lingvo: English.", mine + "/language");
        assertThat(language()).isEqualTo("en");

        assertThat(ana.submits(mine + "/language", Map.of("to", "eo")).status()).isEqualTo(302);
        assertThat(language()).isEqualTo("eo");
        assertThat(ana.opens(mine).text()).doesNotContain(mine + "/language");
        assertThat(ana.submits(mine + "/language", Map.of("to", "xx")).status()).isEqualTo(422);

        // A link that is over tells nothing of whose it was.
        jdbc.update("update app.personal_links set expires_at = minted_at");
        Visitor.Answer over = new Visitor(port).opens(mine);
        assertThat(over.status()).isEqualTo(410);
        assertThat(over.text()).contains("<html lang=\"en\"");
        assertThat(new Visitor(port).opens(mine + "?language=en").text()).doesNotContain(mine + "/language");
    }

    private String language() {
        return people.withEmail("ana%d@example.org".formatted(year))
                .orElseThrow()
                .locale()
                .toLanguageTag();
    }

    private MimeMessage mail(String subject) {
        return Arrays.stream(inbox.getReceivedMessages())
                .filter(mail -> subject(mail).startsWith(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Arrays.stream(inbox.getReceivedMessages())
                        .map(LanguageTests::subject)
                        .toList()));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        Object content = mail.getContent();
        while (content instanceof MimeMultipart parts) {
            content = parts.getBodyPart(0).getContent();
        }
        return content.toString();
    }

    private static String link(String mail, String path) {
        Matcher link =
                Pattern.compile("http://localhost(" + path + "[A-Za-z0-9_-]+)").matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group(1);
    }
}
