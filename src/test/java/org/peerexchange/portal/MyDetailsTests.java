package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.ReceivedMail;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Parties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** People correct what is known about them; a new mail address is proven first. */
@PeerExchangeTest
class MyDetailsTests {

    @LocalServerPort
    int port;

    @Autowired
    PortalStage stage;

    @Autowired
    Parties parties;

    @Autowired
    People people;

    @Autowired
    ReceivedMail received;

    @Autowired
    JdbcTemplate jdbc;

    Visitor ana;
    PortalStage.Requested request;
    String mine;
    String was;

    @BeforeEach
    void comeIn() {
        ana = new Visitor(port).from("192.0.2." + (100 + (int) (Math.random() * 100)));
        received.isForgotten();
        request = stage.requested();
        mine = stage.pageOf(request);
        was = request.personId() + "@example.org";
    }

    private Map<String, String> typed(String field, String value) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "name", "Ana Marin",
                "email", was,
                "username", "Ana (Karpaty)",
                "timeZone", "Europe/Kyiv",
                "language", "en"));
        typed.put(field, value);
        return typed;
    }

    private Visitor.Answer saves(Map<String, String> typed) {
        ana.opens(mine + "/details");
        return ana.submits(mine + "/details", typed);
    }

    private Person person() {
        return people.of(request.personId());
    }

    @Test
    void name_user_name_and_time_zone_hold_at_once_and_in_what_goes_on() {
        jdbc.update("update app.parties set name = 'Anna Marin' where person_id = ?", request.personId());
        assertThat(ana.opens(mine).text()).contains("%s/details".formatted(mine));
        assertThat(ana.opens(mine + "/details").text()).contains("value=\"Anna Marin\"");

        Map<String, String> typed = typed("name", " Ana-Maria Marin ");
        typed.put("timeZone", "Asia/Tbilisi");
        typed.put("username", "");
        Visitor.Answer answer = saves(typed);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(mine + "/details");
        assertThat(ana.opens(mine + "/details").text()).contains("Your details are saved.");
        assertThat(person().name()).isEqualTo("Ana-Maria Marin");
        assertThat(person().username()).isEmpty();
        assertThat(person().timeZone().getId()).isEqualTo("Asia/Tbilisi");
        assertThat(parties.of(request.caseNumber(), "mentee").name()).isEqualTo("Ana-Maria Marin");
        assertThat(received.textsTo(was)).isEmpty();
    }

    @Test
    void what_has_ended_keeps_the_name_it_was_done_under() {
        jdbc.update("update app.parties set name = 'Anna Marin' where person_id = ?", request.personId());
        jdbc.update(
                "update app.cases set closed_at = now() where number in (?, ?)",
                request.caseNumber(),
                stage.cycle().number());
        saves(typed("name", "Somebody Else"));
        jdbc.update(
                "update app.cases set closed_at = null where number = ?",
                stage.cycle().number());

        assertThat(parties.of(request.caseNumber(), "mentee").name()).isEqualTo("Anna Marin");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_everything_typed_is_kept() {
        Map<String, String> typed = typed("email", "ana at home");
        typed.put("name", " ");
        typed.put("username", "Ana <3");
        typed.put("timeZone", "Mars/Olympus");
        typed.put("language", "tlh");

        Visitor.Answer answer = saves(typed);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Nothing was saved yet.", "Please type a whole address", "Please type the name")
                .contains("choose a time zone", "choose a language")
                .contains(
                        "value=\"ana at home\"", "value=\"Ana &lt;3\"", "aria-describedby=\"email-hint email-error\"");
        assertThat(person().username()).isEqualTo("Ana (Karpaty)");
        assertThat(person().email()).isEqualTo(was);
        assertThat(ana.opens(mine + "/details?language=pl").text())
                .contains("value=\"ana at home\"", "value=\"Ana &lt;3\"");
    }

    @Test
    void a_new_address_holds_only_after_it_is_confirmed_from_there_and_the_old_one_is_told() {
        String address = "new-" + was;
        assertThat(saves(typed("email", address)).status()).isEqualTo(302);
        assertThat(ana.opens(mine + "/details").text()).contains("We have sent a mail to", address, "value=\"" + was);
        assertThat(person().email()).isEqualTo(was);

        List<String> asked = received.textsTo(address);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0))
                .contains("Please confirm your new mail address")
                .as("an address that nobody has proven learns nothing about the person")
                .doesNotContain("/my/details", "Ana", "Karpaty");
        String link = ReceivedMail.linkIn(asked.get(0), "/my/address/");
        Visitor mailReader = new Visitor(port);
        assertThat(mailReader.opens(link).text()).contains(address, "Yes, write to me there");
        assertThat(mailReader.opens(link.replace("/my/address/", "/p/")).status())
                .isEqualTo(404);
        assertThat(mailReader.opens(link.replace("/my/address/", "/my/")).status())
                .isEqualTo(404);
        assertThat(person().email()).as("looking changes nothing").isEqualTo(was);

        mailReader.opens(link);
        assertThat(mailReader.submits(link, Map.of()).text()).contains("From now on we write to");
        assertThat(person().email()).isEqualTo(address);
        mailReader.opens(link);
        mailReader.submits(link, Map.of());

        assertThat(received.textsTo(was))
                .singleElement()
                .asString()
                .contains("We write to your new mail address from now on", "exchange@hub.example")
                .doesNotContain("/my/");
        assertThat(ana.opens(mine).status())
                .as("a link that went to the old address")
                .isEqualTo(410);
        String fresh = received.textsTo(address).stream()
                .filter(mail -> mail.startsWith("Your page"))
                .findFirst()
                .orElseThrow();
        assertThat(ana.opens(ReceivedMail.linkIn(fresh, "/my/")).text()).contains(request.caseNumber());
    }

    @Test
    void an_address_of_somebody_else_is_answered_like_any_other_and_the_hub_is_asked_once_it_is_confirmed() {
        PortalStage.Requested other = stage.requested();
        String known = other.personId() + "@example.org";

        Visitor.Answer toKnown = saves(typed("email", known.toUpperCase()));
        String pageToKnown = ana.opens(mine + "/details").text().replace(known.toUpperCase(), "ADDRESS");
        Visitor.Answer toUnknown = saves(typed("email", "nobody-" + was));
        String pageToUnknown = ana.opens(mine + "/details").text().replace("nobody-" + was, "ADDRESS");
        assertThat(toKnown.status()).isEqualTo(toUnknown.status());
        assertThat(toKnown.header("Location")).isEqualTo(toUnknown.header("Location"));
        assertThat(withoutTokens(pageToKnown)).isEqualTo(withoutTokens(pageToUnknown));

        saves(typed("email", known));
        String newest = ReceivedMail.linkIn(received.textsTo(known).get(0), "/my/address/");
        String replaced =
                ReceivedMail.linkIn(received.textsTo(known.toUpperCase()).get(0), "/my/address/");
        ana.opens(replaced);
        assertThat(ana.submits(replaced, Map.of()).text()).contains("not needed any more");
        ana.opens(newest);
        assertThat(ana.submits(newest, Map.of()).text()).contains("nothing has changed yet");

        assertThat(person().email()).isEqualTo(was);
        assertThat(people.of(other.personId()).email()).isEqualTo(known);
        assertThat(ana.opens(mine).status()).isEqualTo(200);
        assertThat(received.textsTo("exchange@hub.example"))
                .singleElement()
                .asString()
                .contains("Are these two the same person?", request.caseNumber(), other.caseNumber())
                .doesNotContain(known);
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void a_link_to_confirm_works_for_seven_days_and_only_so_many_addresses_a_day_are_asked_for() {
        saves(typed("email", "late-" + was));
        String link = ReceivedMail.linkIn(received.textsTo("late-" + was).get(0), "/my/address/");
        jdbc.update(
                "update app.address_changes set asked_at = now() - interval '8 days' where person_id = ?",
                request.personId());
        ana.opens(link);
        assertThat(ana.submits(link, Map.of()).text()).contains("not confirmed within seven days");
        assertThat(person().email()).isEqualTo(was);

        for (int i = 0; i < 5; i++) {
            assertThat(saves(typed("email", i + "-" + was)).status()).isEqualTo(302);
        }
        Visitor.Answer sixth = saves(typed("email", "6-" + was));
        assertThat(sixth.status()).isEqualTo(422);
        assertThat(sixth.text()).contains("several new addresses today", "value=\"6-" + was);
    }
}
