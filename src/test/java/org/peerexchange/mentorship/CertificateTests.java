package org.peerexchange.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.issuing.Format;
import org.peerexchange.issuing.IssuedDocument;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.portal.Visitor;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The certificate and the barnstar (domain B4), and the hours that lead to them. */
@PeerExchangeTest
class CertificateTests extends RunningCohort {

    private static final String NAME = "Нино მარგველი Անի Παπά Żółć محمد";

    @LocalServerPort
    private int port;

    @Autowired
    private IssuedDocuments issued;

    @Autowired
    private Parties parties;

    @Autowired
    private PersonalLinks links;

    private String path(String side, String purpose, String target) {
        String address = links.mint(parties.of(pair.number(), side).personId(), pair.number(), purpose, target);
        return address.substring(address.lastIndexOf(purpose.equals(PersonalLink.MY) ? "/my/" : "/p/"));
    }

    @Test
    void whoHasTheHoursFindsCertificateAndBarnstarBehindTheLinkAndNobodyElseDoes() throws IOException {
        menteeName = NAME;
        mentorSays = Map.of("username", "Bibliophile", "publicList", "yes");
        aPairMeets();
        sixMonths(4.5);

        List<IssuedDocument> all = issued.findByCaseNumberOrderByIssuedAtAscTitleAsc(pair.number());
        assertThat(all).hasSize(4);
        String mentees = path("mentee", PersonalLink.DOCUMENT, "certificate-paper");
        Visitor.Answer page = new Visitor(port).opens(mentees);
        assertThat(page.text())
                .contains(
                        "Certificate of mentorship",
                        "{{subst:The Original Barnstar|",
                        "certificate-paper-" + pair.number());
        Matcher document = Pattern.compile("/documents/([0-9a-f-]+)\"[^>]*>Download certificate-paper")
                .matcher(page.text());
        assertThat(document.find()).isTrue();
        Visitor.Answer pdf = new Visitor(port).opens(mentees + "/documents/" + document.group(1));
        assertThat(pdf.response().headers().firstValue("Content-Type")).contains("application/pdf");
        String words = words(pdf.response().body());
        assertThat(words)
                .contains("Нино", "მარგველი", "Անի", "Παπά", "Żółć", pair.number(), "18 hours")
                .contains(
                        "with Bibliophile",
                        "For the Wikipedia & Education Mentorship",
                        "1 March " + year,
                        "mentorship@hub.example")
                .doesNotContain("Ben");

        String mentors = path("mentor", PersonalLink.DOCUMENT, "certificate-paper");
        assertThat(new Visitor(port)
                        .opens(mentors + "/documents/" + document.group(1))
                        .status())
                .isEqualTo(404);
        assertThat(new Visitor(port).opens(mentors).text()).doesNotContain(document.group(1));
        IssuedDocument ofTheMentor = all.stream()
                .filter(one -> one.format() == Format.PDF
                        && one.personId()
                                .equals(parties.of(pair.number(), "mentor").personId()))
                .findFirst()
                .orElseThrow();
        assertThat(words(ofTheMentor.content()))
                .contains("Ben", "with a mentee of the programme")
                .doesNotContain("Żółć");

        String own = path("mentee", PersonalLink.MY, "");
        assertThat(new Visitor(port).opens(own).text())
                .contains("Issued to you", "{{subst:The Original Barnstar|", "/documents/" + document.group(1));
        assertThat(new Visitor(port)
                        .opens(own + "/documents/" + document.group(1))
                        .status())
                .isEqualTo(200);
        String partners = path("mentor", PersonalLink.MY, "");
        assertThat(new Visitor(port).opens(partners).text()).doesNotContain(document.group(1));
        assertThat(new Visitor(port)
                        .opens(partners + "/documents/" + document.group(1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyWhoAgreedToBeNamedInPublicHasAPublicNameUntilTheyChangeTheirMind() {
        mentorSays = Map.of("username", "Bibliophile", "publicList", "yes");
        aPairIsMatched();
        assertThat(Facts.at(facts.of(pair.number()), "mentor.publicName")).isEqualTo("Bibliophile");
        assertThat(Facts.at(facts.of(pair.number()), "mentee.publicName")).isNull();

        scenario.staffStarts("change-public-list", Map.of("signUp", mentor.number(), "publicList", "no"));
        scenario.staffStarts("change-public-list", Map.of("signUp", mentee.number(), "publicList", "yes"));

        assertThat(Facts.at(facts.of(pair.number()), "mentor.publicName")).isNull();
        assertThat(Facts.at(facts.of(pair.number()), "mentee.publicName")).isEqualTo("Ana");
    }

    private static String words(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        return new PdfTextExtractor(reader).getTextFromPage(1);
    }

    @Test
    void thePagesOfThePairSayTheHoursConfirmedSoFar() {
        aPairMeets();
        scenario.passesUntil(day(4, 2));
        String first = path(
                "mentee", PersonalLink.ASK, scenario.request(pair, "mentee").id());
        assertThat(new Visitor(port).opens(first).text()).doesNotContain("Confirmed hours");
        scenario.answers(pair, "mentee", checkIn(4.5, false));
        String asked = path(
                "mentor", PersonalLink.ASK, scenario.request(pair, "mentor").id());
        assertThat(new Visitor(port).opens(asked).text())
                .contains(
                        "Confirmed hours: your mentee 0, you 0. A certificate needs 18",
                        "not confirmed by the other side: your mentee 4.5, you 0.");

        scenario.answers(pair, "mentor", checkIn(2, true));

        assertThat(new Visitor(port).opens(asked).text())
                .contains("Thank you", "Confirmed hours: your mentee 4.5, you 0. A certificate needs 18");
        assertThat(new Visitor(port).opens(path("mentee", PersonalLink.MY, "")).text())
                .contains("Confirmed hours: you 4.5, your mentor 0. A certificate needs 18");

        scenario.passesUntil(day(5, 2));
        staffLead();
        scenario.passesUntil(day(6, 2));
        bothCheckIn(4.5, false);
        assertThat(new Visitor(port).opens(asked).text()).contains("Confirmed hours: your mentee 9, you 2. A");
    }
}
