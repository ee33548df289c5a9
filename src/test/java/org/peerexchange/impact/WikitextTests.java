package org.peerexchange.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.impact.ReportText.Block;
import org.peerexchange.impact.ReportText.Piece;

/** People's words stay words in the report, whatever they wrote. */
class WikitextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "a | b ¦ a &#124; b",
                "{{delete}} ¦ &#123;&#123;delete&#125;&#125;",
                "[[Secret]] ¦ &#91;&#91;Secret&#93;&#93;",
                "we sign ~~~~ here ¦ we sign &#126;&#126;&#126;&#126; here",
                "<script>x</script> ¦ &#60;script&#62;x&#60;/script&#62;",
                "== no heading == ¦ &#61;&#61; no heading &#61;&#61;",
                "see https://spam.example now ¦ see https&#58;//spam.example now",
                "mailto:me ¦ mailto&#58;me",
                "__NOTOC__ ¦ &#95;&#95;NOTOC&#95;&#95;",
                "* no list ¦ &#42; no list",
                ": no indent ¦ &#58; no indent",
                "we don't, at 10:30 - really! ¦ we don't, at 10:30 - really!",
                "&lt; ¦ &#38;lt;",
                "Wikipedia & Education, R&D; ¦ Wikipedia & Education, R&#38;D;",
            })
    void whatIsMarkupElsewhereIsWrittenSoThatItIsRead(String said, String written) {
        assertThat(Wikitext.words(said)).isEqualTo(written);
    }

    @Test
    void namesInAnyScriptStayAsTheyAre() {
        String names = "Łucja Ґалаґан, Ђорђе, ქეთევან, Երևան, 漢字, مريم";

        assertThat(Wikitext.words(names)).isEqualTo(names);
    }

    @Test
    void apostrophesBesideEachOtherOrAtAnEdgeBeginNoItalics() {
        assertThat(Wikitext.words("''loud''")).doesNotContain("'");
        assertThat(Wikitext.words("'quoted'")).doesNotContain("'");
    }

    @Test
    void linesBecomeOneLineSoThatNoneBeginsWithAMark() {
        assertThat(Wikitext.words("one\n* two\r\n|- three\u2028# four")).doesNotContain("\n", "\u2028", "|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b", "{{x}} [[y|z]] ~~~~~", "'' ''' <b>", "<nowiki>\n</nowiki>", "{| class=x\n|-\n| y\n|}",
                        "&#124; &amp;",
                "== h ==", "__TOC__", "<!-- gone -->", "http://x.example [https://y.example z]", "---- ; : * #", "''"
            })
    void whatWasSaidIsWhatThePageShows(String said) {
        List<Block> blocks = ReportText.read("* " + Wikitext.words(said));

        assertThat(blocks).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo("list");
            assertThat(block.lines())
                    .containsExactly(List.of(new Piece("text", said.replaceAll("\\s*\\R\\s*", " "), null)));
        });
    }

    @Test
    void textThatIsShownInTheOtherDirectionLosesItsMarks() {
        assertThat(Wikitext.words("a\u202Eb\u2066c\u0007")).isEqualTo("abc");
    }

    @Test
    void aPageOfCommonsBecomesALinkInsideTheWikis() {
        assertThat(Wikitext.link("https://commons.wikimedia.org/wiki/Category:Exchange_2027_%C5%81%C3%B3d%C5%BA"))
                .isEqualTo("[[:commons:Category:Exchange 2027 Łódź|Category:Exchange 2027 Łódź]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://commons.wikimedia.org/wiki/Category:A]]{{delete}}",
                "https://commons.wikimedia.org/wiki/Category:A%5D%5D%7B%7Bdelete%7D%7D",
                "https://commons.wikimedia.org/wiki/Category:%ZZ",
                "https://example.org/a[b]|{{c}}<d>~~~~",
                "javascript:alert(1)",
                "nonsense ]] {{x}}"
            })
    void noAddressBreaksOutOfItsLink(String address) {
        String link = Wikitext.link(address);

        assertThat(link).doesNotContain("{{", "<", "~", "|", "javascript:");
        assertThat(link.chars().filter(letter -> letter == ']').count()).isLessThanOrEqualTo(1);
    }

    @Test
    void aUserNameIsALinkOnlyIfItCanBeAPage() {
        assertThat(Wikitext.user("Ana of Baltia")).isEqualTo("[[User:Ana of Baltia|Ana of Baltia]]");
        assertThat(Wikitext.user("user:Oksana_H")).isEqualTo("[[User:Oksana_H|Oksana_H]]");
        assertThat(Wikitext.user("x|y]] {{z}}")).doesNotContain("[[", "{{");
        assertThat(Wikitext.user("../Special:Log")).doesNotContain("[[");
    }

    @Test
    void namesAndAddressesAreTakenOut() {
        Privacy privacy = new Privacy(List.of("Ana Petrović", "Jan K."));

        assertThat(privacy.keep("ANA PETROVIĆ (ana.p+x@mail.example.org) and Jan K., not Joana Petrovićeva."))
                .isEqualTo("(name removed) ((address removed)) and (name removed), not Joana Petrovićeva.");
    }
}
