package org.peerexchange.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.springframework.core.io.ByteArrayResource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class TextTests {

    private static final Links LINKS = new Links("https://x/p/1", java.util.Map.of("withdraw", "https://x/p/2"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[(${T(java.lang.Runtime).getRuntime().exec('id')})]",
                "[(${@outbox.sentTo('EX-2027-014')})]",
                "[(${case.getClass().forName('java.lang.System')})]",
                "[(${case.class})]",
                "[(${new java.io.File('/')})]",
                "[(${#ctx})]",
                "[(${person.name + programme.name})]",
                "[(${person['name']})]",
                "[[${person.name}]]",
                "[(*{person.name})]",
                "[(#{greeting})]",
                "[(~{footer})]",
                "[(@{/desk})]",
                "[(__${person.name}__)]",
                "[('literal')]",
                "[(|Dear ${person.name}|)]",
                "[# th:utext=\"${person.name}\"/]",
                "[# th:insert=\"~{footer}\"][/]",
                "[# th:with=\"x=${person.name}\"][/]",
                "[# th:if=\"${person.name == 'Ana'}\"]x[/]",
                "[# th:each=\"x : ${T(java.lang.System).getenv()}\"]x[/]",
                "[# th:if=\"${person.name}\" th:text=\"${person}\"]x[/]",
                "/*[(${person.name})]*/",
                "${person.name}",
                "[(${password})]",
                "[(${person.email})]",
                "[(${link.token})]",
                "[# th:if=\"${link}\"] never ended",
                "ended [/] but not begun",
                "[button: Open it] and more"
            })
    void whatIsNotAPlainNameIsRefusedWithItsFileAndLine(String hostile) {
        assertThatThrownBy(() -> Text.read("x/texts/bad.en.txt", "Subject: Hello\nDear you,\n" + hostile + "\n"))
                .isInstanceOf(WrongText.class)
                .hasMessageStartingWith("x/texts/bad.en.txt, line 3: ");
    }

    @Test
    void theSubjectIsTheFirstLineAndTheTextFollows() {
        assertThatThrownBy(() -> Text.read("a.txt", "Dear you")).hasMessageStartingWith("a.txt, line 1: ");
        assertThatThrownBy(() -> Text.read("a.txt", "Subject: Hello\n\n")).hasMessageStartingWith("a.txt, line 2: ");
        assertThatThrownBy(() -> Text.read("a.txt", "Subject: [# th:if=\"${link}\"]Hello\n[/]x"))
                .hasMessageStartingWith("a.txt, line 1: ");
        assertThat(Text.read("a.txt", "Subject: Hello\r\n\r\nDear you").body()).isEqualTo("Dear you");
    }

    @Test
    void aTextSaysWhetherPeopleCanDoWithoutIt() {
        assertThat(Text.read("a.txt", "Subject: Hello\n\nDear you").essential()).isTrue();
        assertThat(Text.read("a.txt", "Subject: Hello\nEssential: yes\n\nDear you")
                        .essential())
                .isTrue();
        var news = Text.read("a.txt", "Subject: Hello\r\nEssential: no\r\n\r\nDear you");
        assertThat(news.essential()).isFalse();
        assertThat(news.body()).isEqualTo("Dear you");
        assertThatThrownBy(() -> Text.read("a.txt", "Subject: Hello\nEssential: no\n"))
                .hasMessageStartingWith("a.txt, line 2: ");
        assertThatThrownBy(() -> Text.read("a.txt", "Subject: Hello\nEssential: maybe\n\nDear you"))
                .hasMessageStartingWith("a.txt, line 2: it is \"Essential: no\"");
    }

    @Test
    void aTextKnowsWhatItNeedsFromTheStepUnlessItAsksFirst() {
        var text = Text.read(
                "a.txt", "Subject: By [(${deadlineDay})]\n[# th:if=\"${task}\"][(${task})][/]\n[button: Open it]\n");
        assertThat(text.needs()).containsExactly("deadlineDay", "link");
    }

    @Test
    void aConditionOnAListAsksWhetherThereIsAnythingInIt() {
        var text = "[# th:if=\"${facts.some}\"]some[/][# th:unless=\"${facts.none}\"], none[/]";
        var engine = new TemplateEngine();
        var dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new Paths());
        engine.setDialect(dialect);
        Map<String, Object> facts = Map.of("facts", Map.of("some", List.of("one"), "none", List.of()));
        var templates = new StringTemplateResolver();
        templates.setTemplateMode(TemplateMode.TEXT);
        engine.setTemplateResolver(templates);
        assertThat(engine.process(text, new Context(Locale.ENGLISH, facts))).isEqualTo("some, none");
    }

    @Test
    void oneBodyBecomesPlainTextAndHtml() {
        var body =
                "Dear you,\nwelcome.\n\n\nPlease:\n- read\n- write <b>\n[button: Open it]\n[offer: withdraw: Withdraw]\nThanks & bye";
        assertThat(Markup.plain(body, LINKS))
                .isEqualTo(
                        """
                        Dear you,
                        welcome.

                        Please:
                        - read
                        - write <b>

                        Open it:
                        https://x/p/1

                        Withdraw:
                        https://x/p/2

                        Thanks & bye""");
        assertThat(LINKS.mask(Markup.plain(body, LINKS))).doesNotContain("https://x/p/");
        assertThat(Markup.html(body, LINKS).replaceAll(" style=\"[^\"]*\"", "").replace("\n", ""))
                .isEqualTo(
                        "<p>Dear you,<br>welcome.</p><p>Please:</p><ul><li>read</li><li>write &lt;b&gt;</li></ul>"
                                + "<p><a href=\"https://x/p/1\">Open it</a></p><p><a href=\"https://x/p/2\">Withdraw</a></p><p>Thanks &amp; bye</p>");
    }

    @Test
    void whatSomebodyTypedAloneOnALineIsNoSignOfTheText() {
        for (var typed : new String[] {"[button: Not a button]", "[offer: nothing: Not an offer]", "- not a list"}) {
            var body = "Dear you,\n" + Paths.say(typed, java.util.Locale.ENGLISH);
            assertThat(Markup.plain(body, LINKS)).isEqualTo("Dear you,\n" + typed);
            assertThat(Markup.html(body, LINKS)).contains(typed).doesNotContain("<li>", "<a ");
        }
    }

    @Test
    void whatSomebodyTypedStandsInADocumentAsTheyTypedIt() {
        var texts = new Texts(new TemplateEngine());
        texts.read(new ProgrammeFiles(List.of(new ProgrammeFile(
                "tea",
                "tea/texts/paper.en.txt",
                new ByteArrayResource("Subject: For [(${person.name})]\n\n[(${person.name})]\n".getBytes(UTF_8))))));

        var paper = texts.fill("tea", "paper", Map.of("person", Map.of("name", "[Ana]")), Locale.ENGLISH);

        assertThat(paper).isEqualTo(new TextWriter.Written("For [Ana]", "[Ana]"));
    }

    @Test
    void whoReadsALanguageThatATextIsNotInGetsItInTheFirstOfTheProgramme() throws IOException {
        var texts = new Texts(new TemplateEngine());
        var circle = Files.readString(Path.of("src/test/programmes/installed/tea-circle/programme.yaml"));
        texts.read(new ProgrammeFiles(List.of(
                file("tea-circle/programme.yaml", circle + "\nlanguages: [pl, en]\n"),
                file("tea-circle/texts/tea.pl.txt", "Subject: Herbata\n\nDzie\u0144 dobry\n"),
                file("tea-circle/texts/tea.en.txt", "Subject: Some tea\n\nHello\n"))));

        assertThat(texts.fill("tea-circle", "tea", Map.of(), Locale.GERMAN).title())
                .isEqualTo("Herbata");
        assertThat(texts.fill("tea-circle", "tea", Map.of(), Locale.UK).title()).isEqualTo("Some tea");
    }

    private static ProgrammeFile file(String name, String content) {
        return new ProgrammeFile("tea-circle", name, new ByteArrayResource(content.getBytes(UTF_8)));
    }

    @Test
    void whatSomebodyTypedCannotStartALineOfTheText() {
        var typed = Paths.say("Ana\n- not a list\n[button: Not a button]\r\nBcc: x", java.util.Locale.ENGLISH);
        assertThat(Markup.html("Dear " + typed, LINKS)).doesNotContain("<li>", "<a ");
        assertThat(typed).doesNotContain("\n", "\r");
    }
}
