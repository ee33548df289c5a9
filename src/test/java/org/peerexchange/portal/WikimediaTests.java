package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.ReceivedMail;
import org.peerexchange.WikimediaServer;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Participants open their own page by signing in with Wikimedia, once they have linked their account to themselves. */
@PeerExchangeTest
class WikimediaTests {

    @LocalServerPort
    int port;

    @Autowired
    PortalStage stage;

    @Autowired
    WikimediaServer wikimedia;

    @Autowired
    PersonalLinks links;

    @Autowired
    PostThrottle throttle;

    @Value("${peerexchange.public-posts-per-hour}")
    int mostPosts;

    @Autowired
    ReceivedMail received;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    Visitor ana;
    PortalStage.Requested request;
    String address;
    String sub;

    @BeforeEach
    void comeIn() {
        ana = visitor();
        received.isForgotten();
        request = stage.requested();
        address = request.personId() + "@example.org";
        sub = someNumber();
        wikimedia.complaints();
        wikimedia.isVisitedBy(sub, "Ana (Karpaty)");
    }

    @AfterEach
    void wikimediaHasNothingToComplainAbout() {
        assertThat(wikimedia.complaints()).isEmpty();
    }

    private Visitor visitor() {
        return new Visitor(port)
                .from("198.51.100." + ThreadLocalRandom.current().nextInt(1, 255));
    }

    private static String someNumber() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(1_000, 100_000_000));
    }

    /** The link that was mailed last to link an account. */
    private String mailedLink() {
        List<String> mails = received.textsTo(address);
        return ReceivedMail.linkIn(mails.get(mails.size() - 1), "/my/wikimedia/");
    }

    /** Somebody signed in asks for the link by the address of the person of this test. */
    private String asks(Visitor visitor) {
        visitor.opens("/my/wikimedia");
        assertThat(visitor.submits("/my/wikimedia", Map.of("email", address)).header("Location"))
                .endsWith("/my/wikimedia?asked");
        return mailedLink();
    }

    private void links(Visitor visitor) {
        visitor.signsInWithWikimedia();
        String link = asks(visitor);
        visitor.opens(link);
        assertThat(visitor.submits(link, Map.of()).text()).contains("is linked");
    }

    private int linked() {
        return jdbc.queryForObject(
                "select count(*) from app.wikimedia_accounts where person_id = ?", Integer.class, request.personId());
    }

    @Test
    void an_account_opens_the_page_of_whoever_has_linked_it_by_a_mailed_link_and_a_button() {
        assertThat(visitor().opens("/my").text()).contains("Sign in with Wikimedia", "/oauth2/authorization/wikimedia");
        Visitor.Answer first = ana.signsInWithWikimedia();
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text())
                .contains("signed in as", "Ana (Karpaty)", "does not")
                .as("a name that is the same as a person's proves nothing")
                .doesNotContain(request.caseNumber());
        assertThat(ana.opens("/my/signed-in").header("Location")).endsWith("/my?ended");

        String link = asks(ana);
        assertThat(received.textsTo(address).get(0))
                .contains("Do you want to sign in with your Wikimedia account?", "\"Ana (Karpaty)\"");
        assertThat(ana.opens(link).text()).contains("Do you want to open your page by signing in", "Ana (Karpaty)");
        assertThat(linked()).as("looking changes nothing").isZero();
        assertThat(ana.submits(link, Map.of()).text()).contains("is linked");

        Visitor.Answer page = ana.comesBack("/my");
        assertThat(page.text())
                .contains(request.caseNumber(), "Send your activity report", "/my/signed-in/details", "Sign out")
                .doesNotContain("whoever has its address sees it", "href=\"/desk\"");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(received.textsTo(address).get(1))
                .contains("Your Wikimedia account is linked", "Ana (Karpaty)", "/my/");

        assertThat(visitor().signsInWithWikimedia().text()).contains(request.caseNumber());
    }

    @Test
    void what_is_asked_is_answered_from_the_page_of_an_account_but_not_without_the_token_of_the_page() {
        links(ana);
        ana.comesBack("/my");
        Visitor.Answer there = ana.submits("/my/signed-in/requests", Map.of("request", request.id()));
        assertThat(there.header("Location")).contains("/p/");
        assertThat(ana.opens(WikimediaServer.path(there.header("Location"))).text())
                .contains("Send your activity report");

        ana.forgetsTheTokenOfThePage();
        for (String path : List.of(
                "/my/signed-in/requests",
                "/my/signed-in/details",
                "/my/signed-in/erasure",
                "/my/signed-in/unlink",
                "/my/wikimedia",
                "/my/sign-out")) {
            assertThat(ana.submits(path, Map.of("request", request.id())).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(linked()).isOne();
    }

    @Test
    void a_renamed_account_is_the_same_account_and_another_one_of_its_old_name_is_not() {
        links(ana);
        wikimedia.isVisitedBy(sub, "Ana Marin");
        assertThat(visitor().signsInWithWikimedia().text()).contains(request.caseNumber(), "Ana Marin");
        assertThat(ana.opens(stage.pageOf(request) + "/details").text())
                .contains("Whoever signs in as", "<strong>Ana Marin</strong>");

        wikimedia.isVisitedBy(someNumber(), "Ana (Karpaty)");
        assertThat(visitor().signsInWithWikimedia().text()).contains("does not").doesNotContain(request.caseNumber());
    }

    @Test
    void whoever_asks_for_a_link_to_link_reads_the_same_and_only_somebody_known_gets_a_mail() {
        ana.signsInWithWikimedia();
        Visitor.Answer toKnown = ana.submits("/my/wikimedia", Map.of("email", " " + address.toUpperCase() + " "));
        Visitor.Answer toUnknown = ana.submits("/my/wikimedia", Map.of("email", "nobody.here@example.org"));
        assertThat(toKnown.status()).isEqualTo(toUnknown.status());
        assertThat(toKnown.header("Location")).endsWith("/my/wikimedia?asked").isEqualTo(toUnknown.header("Location"));
        assertThat(ana.opens("/my/wikimedia?asked").text()).contains("If this address takes part");

        ana.opens("/my/wikimedia");
        ana.submits("/my/wikimedia", Map.of("email", address));
        assertThat(received.textsTo(address)).as("once in a quarter of an hour").hasSize(1);
        assertThat(received.textsTo("nobody.here@example.org")).isEmpty();
        assertThat(ana.submits("/my/wikimedia", Map.of("email", "ana")).status())
                .isEqualTo(422);
        assertThat(visitor().submits("/my/wikimedia", Map.of("email", address)).status())
                .as("nobody is signed in")
                .isIn(302, 403);
    }

    @Test
    void whoever_asks_too_often_waits() {
        ana.from("198.51.100.0").signsInWithWikimedia();
        ana.submits("/my/wikimedia", Map.of("email", "ana"));
        for (int i = 1; i < mostPosts; i++) {
            throttle.count("198.51.100.0");
        }
        Visitor.Answer refused = ana.submits("/my/wikimedia", Map.of("email", "ana"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("Wikimedia", "cdx-message--error");
    }

    @Test
    void a_link_serves_no_other_account_than_the_one_it_was_asked_for_with() {
        ana.signsInWithWikimedia();
        String link = asks(ana);

        wikimedia.isVisitedBy(someNumber(), "Somebody Else");
        Visitor other = visitor();
        other.signsInWithWikimedia();
        assertThat(other.opens(link).status()).isEqualTo(403);
        Visitor.Answer refused = other.submits(link, Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("with another account than", "Somebody Else");
        assertThat(linked()).isZero();

        for (String wrong : List.of(link.replace("/my/wikimedia/", "/my/"), link.replace("/my/wikimedia/", "/p/"))) {
            assertThat(ana.opens(wrong).status()).as(wrong).isEqualTo(404);
        }
        assertThat(ana.opens(stage.pageOf(request).replace("/my/", "/my/wikimedia/"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_link_that_is_opened_before_signing_in_links_nothing_and_is_come_back_to() {
        ana.signsInWithWikimedia();
        String link = asks(ana);
        Visitor onThePhone = visitor();
        assertThat(onThePhone.opens(link).text()).contains("Please sign in").doesNotContain("Ana (Karpaty)");
        onThePhone.opens("/my");
        assertThat(onThePhone.submits(link, Map.of()).text()).contains("Please sign in");
        assertThat(linked()).isZero();

        assertThat(onThePhone.signsInWithWikimedia().text()).contains("Yes, link this account");
        assertThat(onThePhone.submits(link, Map.of()).text()).contains("is linked");
        assertThat(linked()).isOne();
    }

    @Test
    void a_link_links_once() {
        ana.signsInWithWikimedia();
        String link = asks(ana);
        ana.opens(link);
        ana.submits(link, Map.of());
        assertThat(ana.submits(link, Map.of()).text()).contains("is linked");
        assertThat(received.textsTo(address)).as("it is told once").hasSize(2);

        String mine = stage.pageOf(request);
        ana.opens(mine + "/details");
        assertThat(ana.submits(mine + "/unlink", Map.of()).header("Location")).endsWith(mine + "/details");
        assertThat(ana.opens(mine + "/details").text()).contains("is unlinked", "None is linked.");
        ana.opens(link);
        Visitor.Answer again = ana.submits(link, Map.of());
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("This link has been used.");
        assertThat(linked()).isZero();
    }

    @Test
    void a_link_to_link_works_for_seven_days() {
        ana.signsInWithWikimedia();
        String link = asks(ana);
        assertThat(jdbc.queryForObject(
                        "select max(expires_at - minted_at) = interval '7 days' from app.personal_links where purpose = 'wikimedia' and target = ?",
                        Boolean.class,
                        sub))
                .isTrue();
        jdbc.update("update app.personal_links set expires_at = now() - interval '1 minute' where target = ?", sub);
        assertThat(ana.opens(link).status()).isEqualTo(410);
        ana.opens("/my");
        assertThat(ana.submits(link, Map.of()).status()).isEqualTo(410);
        assertThat(linked()).isZero();
    }

    @Test
    void of_each_person_one_account_is_linked_and_of_each_account_one_person() {
        links(ana);
        wikimedia.isVisitedBy(someNumber(), "Second Account");
        Visitor second = visitor();
        second.signsInWithWikimedia();
        String link = asks(second);
        second.opens(link);
        Visitor.Answer refused = second.submits(link, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("You sign in with another Wikimedia account already");
        assertThat(jdbc.queryForObject(
                        "select sub from app.wikimedia_accounts where person_id = ?", String.class, request.personId()))
                .isEqualTo(sub);

        PortalStage.Requested other = stage.requested();
        String toOther = links.mint(other.personId(), other.caseNumber(), PersonalLink.WIKIMEDIA, sub);
        String path = toOther.substring(toOther.indexOf("/my/"));
        ana.opens(path);
        assertThat(ana.submits(path, Map.of()).text()).contains("opens the page of somebody else already");

        ana.comesBack("/my/signed-in/details");
        assertThat(ana.submits("/my/signed-in/unlink", Map.of()).header("Location"))
                .endsWith("/my/wikimedia");
        assertThat(ana.comesBack("/my/signed-in").text()).contains("opens no page yet");
        second.opens(link);
        assertThat(second.submits(link, Map.of()).text()).contains("is linked");
    }

    @Test
    void an_account_that_was_linked_from_an_address_opens_nothing_any_more_when_the_address_was_wrong() {
        links(ana);
        String pending = links.mint(request.personId(), request.caseNumber(), PersonalLink.WIKIMEDIA, sub);
        transaction.executeWithoutResult(status -> links.endOwnPages(request.personId()));
        assertThat(ana.comesBack("/my").text()).doesNotContain(request.caseNumber());
        assertThat(ana.opens(pending.substring(pending.indexOf("/my/"))).status())
                .isEqualTo(410);
    }

    @Test
    void pages_and_mails_are_in_the_language_of_the_persons_mails() {
        jdbc.update("update app.persons set locale = 'pl' where id = ?", request.personId());
        ana.signsInWithWikimedia();
        String link = asks(ana);
        assertThat(ana.opens(link).text()).contains("Tak, połącz to konto");
        assertThat(ana.submits(link, Map.of()).text()).contains("Konto jest połączone");
        assertThat(ana.comesBack("/my").text())
                .contains("<html lang=\"pl\"", "Zalogowano przez konto Wikimedia", "Wyloguj");
        assertThat(ana.opens("/my/signed-in/details").text()).contains("Odłącz to konto");
        assertThat(received.textsTo(address).get(1)).contains("Twoje konto Wikimedia jest połączone");
    }

    @Test
    void whoever_is_refused_reads_why_in_the_language_their_browser_asks_for() {
        wikimedia.tells("{\"sub\":77,\"username\":\"Troublemaker\",\"blocked\":true}");
        assertThat(ana.prefers("pl").signsInWithWikimedia().text())
                .contains("<html lang=\"pl\"", "konto Wikimedia jest zablokowane")
                .as("no link to this page, which has no address")
                .doesNotContain("wikimedia-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"sub\":77,\"username\":\"Troublemaker\",\"blocked\":true}", "{\"sub\":77,\"blocked\":true}"})
    void a_blocked_account_is_refused(String profile) {
        wikimedia.tells(profile);
        Visitor.Answer page = ana.signsInWithWikimedia();
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Your Wikimedia account is blocked").doesNotContain("Troublemaker");
        assertThat(ana.opens("/my/wikimedia").header("Location")).endsWith("/my?ended");
    }

    @Test
    void an_account_that_is_blocked_after_it_was_linked_signs_in_no_more() {
        links(ana);
        wikimedia.tells("{\"sub\":%s,\"username\":\"Ana (Karpaty)\",\"blocked\":true}".formatted(sub));
        assertThat(visitor().signsInWithWikimedia().status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":\"Ana (Karpaty)\",\"blocked\":false}",
                "{\"sub\":0,\"username\":\"Ana (Karpaty)\",\"blocked\":false}",
                "{\"sub\":77,\"username\":\"Ana (Karpaty)\"}",
                "{\"sub\":77,\"blocked\":false}",
                "[]",
                "<html>"
            })
    void a_profile_that_leaves_doubt_signs_nobody_in(String profile) {
        wikimedia.tells(profile);
        Visitor.Answer page = ana.signsInWithWikimedia();
        assertThat(page.status()).isEqualTo(502);
        assertThat(page.text()).contains("Wikimedia could not tell us who you are");
        assertThat(ana.opens("/my/wikimedia").header("Location")).endsWith("/my?ended");
    }

    @Test
    void whoever_says_no_to_wikimedia_reads_that_nothing_was_learned() {
        String back = ana.leavesForWikimedia();
        String state = back.substring(back.indexOf("state="));
        Visitor.Answer page = ana.comesBack("/login/oauth2/code/wikimedia?error=access_denied&" + state);
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("we have learned nothing");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void what_comes_back_counts_only_in_the_browser_that_left_and_once() {
        String back = ana.leavesForWikimedia();
        assertNotBegunHere(visitor().comesBack(back));
        Visitor.Answer forged = ana.comesBack(back.replaceFirst("state=[^&]+", "state=made-up"));
        assertNotBegunHere(forged);
        assertNotBegunHere(ana.comesBack("/login/oauth2/code/wikimedia"));

        String again = ana.leavesForWikimedia();
        assertThat(ana.comesBack(again).status()).isEqualTo(200);
        assertNotBegunHere(ana.comesBack(again));
    }

    private static void assertNotBegunHere(Visitor.Answer page) {
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text())
                .contains("took too long, or was begun in another browser")
                .doesNotContain("org.spring");
    }

    @Test
    void while_wikimedia_is_in_trouble_people_are_asked_to_come_later() {
        for (int status : List.of(500, 429, 403)) {
            wikimedia.answers(status, "{\"error\":\"server_error\",\"error_description\":\"in pieces\"}");
            Visitor.Answer page = ana.signsInWithWikimedia();
            assertThat(page.status()).isEqualTo(502);
            assertThat(page.text())
                    .contains("try again", "in a few minutes")
                    .doesNotContain("in pieces", "org.spring", "Exception");
        }
        wikimedia.answers(200, "no JSON at all");
        assertThat(ana.signsInWithWikimedia().status()).isEqualTo(502);
    }

    @Test
    void the_session_gets_a_new_id_at_sign_in_and_ends_at_sign_out() {
        ana.opens("/my");
        String before = ana.session();
        links(ana);
        assertThat(ana.session()).isNotBlank().isNotEqualTo(before);
        Visitor thief = visitor().withSession(ana.session());
        assertThat(thief.opens("/my/signed-in").status()).isEqualTo(200);

        ana.comesBack("/my");
        assertThat(ana.submits("/my/sign-out", Map.of()).header("Location")).endsWith("/my?signedOut");
        assertThat(ana.opens("/my?signedOut").text()).contains("You have signed out.", "Send me my link");
        for (Visitor anybody : List.of(ana, thief)) {
            assertThat(anybody.opens("/my/signed-in").header("Location")).endsWith("/my?ended");
        }
        assertThat(ana.opens("/my?ended").text()).contains("not signed in any more");
        assertThat(ana.opens("/my/signed-in/data").header("Location")).endsWith("/my?ended");
    }

    @Test
    void everything_held_about_somebody_holds_their_account() throws IOException {
        links(ana);
        byte[] file = ana.opens("/my/signed-in/data").response().body();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            zip.getNextEntry();
            var account = new ObjectMapper().readTree(zip.readAllBytes()).path("wikimediaAccount");
            assertThat(account.path("number").asText()).isEqualTo(sub);
            assertThat(account.path("username").asText()).isEqualTo("Ana (Karpaty)");
            assertThat(account.path("linkedAt").asText()).isNotEmpty();
        }
        assertThat(ana.opens("/my/signed-in/erasure").text()).contains("as soon as you unlink it");
    }
}
