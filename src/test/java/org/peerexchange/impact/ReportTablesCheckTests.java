package org.peerexchange.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.Tag;
import org.springframework.core.io.ByteArrayResource;

class ReportTablesCheckTests {

    private static final String TEXT = "Subject: [(${facts.told.summary})]\n\n[(${facts.total.visits})]";

    @Test
    void whatTheTextNamesIsTold() {
        assertThat(wrong(TEXT, row(1, "summary", ""), row(2, "visits", "money")))
                .isEmpty();

        assertThat(wrong(TEXT, row(1, "visits", "")))
                .containsExactly("tea/texts/report.en.txt: no table tells \"summary\"; there is visits.");
        assertThat(wrong(TEXT + "[(${one.told.hosts})]", row(1, "summary", ""), row(2, "visits", "")))
                .singleElement()
                .asString()
                .contains("no table tells \"hosts\"");
    }

    @Test
    void whatIsToldHasANameAndIsShownAsSomethingThereIs() {
        assertThat(wrong(TEXT, row(1, "summary", ""), row(2, "visits", "currency"), row(3, "", "")))
                .containsExactly(
                        "tea/tea-report.dmn: row 2: nothing can be shown as \"currency\"; there is words, name, lines, links, pictures, user, money.",
                        "tea/tea-report.dmn: row 3: it tells something without a name.");
    }

    private static List<String> wrong(String text, ModelFiles.Row... rows) {
        Tag inputs = tag(
                "inputOutput",
                Map.of(),
                "",
                tag("inputParameter", Map.of("name", "text"), "report"),
                tag("inputParameter", Map.of("name", "table"), "tea-report"));
        Tag root = tag(
                "definitions",
                Map.of(),
                "",
                tag(
                        "serviceTask",
                        Map.of("id", "serviceTask_draft", "camunda:delegateExpression", "${draftReport}"),
                        "",
                        tag("extensionElements", Map.of(), "", inputs)));
        return new ReportTablesCheck()
                .wrong(new ModelFiles(
                        List.of(new ModelFiles.Process(file("tea/tea.bpmn", ""), root, List.of(), List.of())),
                        List.of(new ModelFiles.Table(
                                "tea",
                                "tea/tea-report.dmn",
                                root,
                                "tea-report",
                                List.of(),
                                List.of("name", "value", "as"),
                                List.of(rows))),
                        List.of(),
                        List.of(file("tea/texts/report.en.txt", text)),
                        List.of(),
                        Map.of()));
    }

    private static Tag tag(String name, Map<String, String> attributes, String text, Tag... children) {
        return new Tag(name, attributes, text, List.of(children));
    }

    private static ProgrammeFile file(String name, String content) {
        return new ProgrammeFile("tea", name, new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static ModelFiles.Row row(int number, String name, String as) {
        return new ModelFiles.Row(
                number,
                List.of(),
                Map.of("name", "\"%s\"".formatted(name), "value", "1", "as", "\"%s\"".formatted(as)));
    }
}
