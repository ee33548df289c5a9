package org.peerexchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerexchange.programme.Dictionaries;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.process.ModelReader;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** A subject says whether something is to be done and by when; people who do not open the mail know it all the same. */
class SubjectTests {

    private static final String ACTION = "[Action needed by [(${deadlineDay})]] ";
    private static final String OVERDUE = "[Overdue since [(${deadlineDay})]] ";

    private static final ModelFiles FILES =
            new ModelReader(ProgrammeFiles.in("file:" + Path.of("").toAbsolutePath() + "/")).read();

    @Test
    void everyTextThatAsksForSomethingSaysSoAndByWhenUnlessPeopleCanDoWithoutIt() {
        List<String> asking = FILES.processes().stream()
                .flatMap(process -> process.words().stream()
                        .filter(word -> word.name().equals("mail"))
                        .flatMap(word -> FILES.words(process.programme(), word.value()).stream())
                        .map(text -> process.programme() + "/" + text))
                .distinct()
                .toList();
        assertThat(asking).hasSizeGreaterThan(20).contains("exchange/ask-activity-plan", "mentorship/ask-check-in");
        assertThat(wrong(asking, ACTION)).isEmpty();
    }

    @Test
    void everyReminderSaysSoAndByWhen() {
        List<String> reminding = FILES.tables().stream()
                .filter(table -> table.id().endsWith("-reminder-ladder"))
                .flatMap(table -> table.rows().stream()
                        .map(row -> row.text("text"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> table.programme() + "/" + text))
                .distinct()
                .toList();
        assertThat(reminding).hasSizeGreaterThan(4);
        assertThat(wrong(reminding, ACTION, OVERDUE)).isEmpty();
    }

    private static List<String> wrong(List<String> texts, String... beginnings) {
        List<String> wrong = new ArrayList<>();
        for (String name : texts) {
            List<Text> found = texts(name).toList();
            assertThat(found).as(name).isNotEmpty();
            found.stream()
                    .filter(text -> text.essential() && Stream.of(beginnings).noneMatch(text.subject()::startsWith))
                    .forEach(text -> wrong.add(text.file() + ": " + text.subject()));
        }
        return wrong;
    }

    /** The programme's own text of this name, or else the shared one; of what is shared that of each programme. */
    private static Stream<Text> texts(String name) {
        String programme = name.substring(0, name.indexOf('/'));
        String text = name.substring(name.indexOf('/') + 1);
        List<ProgrammeFile> all = FILES.texts().stream()
                .filter(file -> file.id().equals(text) && file.name().endsWith(".en.txt"))
                .toList();
        List<ProgrammeFile> own = all.stream()
                .filter(file -> file.programme().equals(programme) || programme.equals(ProgrammeFiles.SHARED))
                .toList();
        return (own.isEmpty() ? all : own).stream().map(file -> Text.read(file.name(), file.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Warsaw, [Action needed by 14 May], 'Friday, 14 May 2027, 23:59 (Warsaw time)'",
        "Asia/Almaty, [Action needed by 15 May], 'Saturday, 15 May 2027, 02:59 (Almaty time)'"
    })
    void theDayIsThatOfTheReader(ZoneId zone, String begins, String inFull) {
        LetterWriter writer = new LetterWriter(
                new Texts(new SpringTemplateEngine()),
                (reader, number, link) -> "https://peers.example/p/1",
                null,
                new Dictionaries());
        Letter letter = writer.write(
                new Mail(
                        UUID.randomUUID(),
                        "exchange",
                        "EX-2027-014",
                        "reminder",
                        Recipient.person("ana"),
                        new MailRequest.Link("ask", "17"),
                        Map.of("task", "Sign", "deadline", "2027-05-14T21:59:00Z"),
                        null,
                        1,
                        null,
                        null),
                new Addressee("Ana", List.of("ana@example.org"), Locale.ENGLISH, zone),
                Map.of("case", Map.of("number", "EX-2027-014"), "programme", Map.of("name", "Peer Learning")));
        assertThat(letter.subject()).startsWith(begins + " Sign");
        assertThat(letter.plain()).contains(inFull);
    }
}
