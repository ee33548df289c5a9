package org.peerexchange.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dictionary makes of what a programme says in English. */
class DictionaryTests {

    private static final Locale POLISH = Locale.forLanguageTag("pl");
    private static final Locale UKRAINIAN = Locale.forLanguageTag("uk");
    private static final Locale SERBIAN = Locale.forLanguageTag("sr");

    private static Translation translation(Locale language, String yaml) {
        return new DictionaryTranslation(language, List.of(Dictionary.read("tea/languages/x.yaml", language, yaml)));
    }

    @Test
    void aSentenceIsFoundByItsEnglishWordsAndStaysEnglishWithoutATranslation() {
        Translation polish = translation(
                POLISH,
                """
                "Green tea": "Zielona herbata"
                "Black tea": ""
                White tea:
                "Tea isn't ready": 'Herbata {niegotowa}'
                """);

        assertThat(polish.of("Green tea")).isEqualTo("Zielona herbata");
        assertThat(polish.of("Black tea")).isEqualTo("Black tea");
        assertThat(polish.of("White tea")).isEqualTo("White tea");
        assertThat(polish.of("Red tea")).isEqualTo("Red tea");
        // Without a hole it is no message, so that braces are braces.
        assertThat(polish.of("Tea isn't ready")).isEqualTo("Herbata {niegotowa}");
        assertThat(polish.of(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1,1 dzień", "2,2 dni", "5,5 dni", "22,22 dni", "1.5,'1,5 dnia'"})
    void polishHasAFormForEachNumber(String number, String days) {
        assertThat(translation(
                                POLISH,
                                "\"You gave {0} days.\": \"{0, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}\"")
                        .of("You gave %s days.".formatted(number)))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"1,1 день", "3,3 дні", "7,7 днів", "21,21 день", "12,12 днів"})
    void ukrainianHasAFormForEachNumber(String number, String days) {
        assertThat(translation(
                                UKRAINIAN,
                                "\"You gave {0} days.\": \"{0, plural, one {# день} few {# дні} many {# днів} other {# дня}}\"")
                        .of("You gave %s days.".formatted(number)))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"1,1 дан", "3,3 дана", "7,7 дана", "21,21 дан"})
    void serbianHasAFormForEachNumber(String number, String days) {
        assertThat(translation(
                                SERBIAN,
                                "\"You gave {0} days.\": \"{0, plural, one {# дан} few {# дана} other {# дана}}\"")
                        .of("You gave %s days.".formatted(number)))
                .isEqualTo(days);
    }

    @Test
    void holesCanStandInAnotherOrderAndHoldDaysTopicsAndSeveralOfThem() {
        Translation polish = translation(
                POLISH,
                """
                "{0} offers {1} until {2}.": "Do {2}: {1} ({0})."
                "Finance and administration": "Finanse"
                "Governance": "Zarządzanie"
                """);

        assertThat(polish.of("Ana offers Governance, Finance and administration until 2027-12-04."))
                .isEqualTo("Do 4 grudnia 2027: Zarządzanie, Finanse (Ana).");
        assertThat(polish.of("Ana offers Governance until 4 December 2027."))
                .isEqualTo("Do 4 grudnia 2027: Zarządzanie (Ana).");
        assertThat(polish.of("Ana offers 600.00 EUR until Sunday.")).isEqualTo("Do Sunday: 600,00 EUR (Ana).");
        // What somebody wrote is not put into other words half and half.
        assertThat(polish.of("Ana offers Governance, and tea until Sunday."))
                .isEqualTo("Do Sunday: Governance, and tea (Ana).");
        assertThat(polish.of("Ana offers ,  until Sunday.")).isEqualTo("Do Sunday: ,  (Ana).");
    }

    @Test
    void ofTwoSentencesThatFitTheOneWithMoreWordsIsMeant() {
        Translation polish =
                translation(POLISH, "\"{0} is late.\": \"A {0}\"\n\"The plan of {0} is late.\": \"B {0}\"");

        assertThat(polish.of("The plan of Ana is late.")).isEqualTo("B Ana");
    }

    @Test
    void whereANumberIsCountedOtherWordsAreLeftToTheNextSentenceThatFitsOrToEnglish() {
        String days = "\"You gave {0} days.\": \"{0, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}\"";

        assertThat(translation(POLISH, days).of("You gave a few days.")).isEqualTo("You gave a few days.");
        assertThat(translation(POLISH, days + "\n\"You gave {0}.\": \"Wasze: {0}.\"")
                        .of("You gave a few days."))
                .isEqualTo("Wasze: a few days.");
        assertThat(translation(POLISH, "\"{0} says {1}.\": \"{1, select, yes {Tak} other {Nie}}: {0}\"")
                        .of("Ana says yes."))
                .isEqualTo("Tak: Ana");
    }

    @Test
    void aTextIsTranslatedParagraphByParagraph() {
        Translation polish =
                translation(POLISH, "\"## Your plan\": \"## Wasz plan\"\n\"Two lines\\nof it\": \"Dwa wiersze\"");

        assertThat(polish.ofParagraphs("## Your plan\n\nWhat nobody translated.\n\n\nTwo lines\nof it"))
                .isEqualTo("## Wasz plan\n\nWhat nobody translated.\n\n\nDwa wiersze");
    }

    @Test
    void sentencesThatWereSaidInOneLineAreFoundOneByOne() {
        Translation polish = translation(
                POLISH, "\"Shared topics: {0}.\": \"Wspólne tematy: {0}.\"\n\"Both are free.\": \"Oboje.\"");

        assertThat(polish.ofSentences("Shared topics: Tea. Both are free. And more."))
                .isEqualTo("Wspólne tematy: Tea. Oboje. And more.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"a\": \"b\"\n\"a\": \"c\"' | 2 | \"a\" stands there twice.",
                "'\"a\": \"b\"\n\"{0} days\": \"{0} dni {1}\"' | 2 | is to have the same holes.",
                "'\"{0} {1}\": \"{1} {0}\"' | 1 | anything would be one.",
                "'\"{0} days\": \"dni\"' | 1 | is to have the same holes.",
                "'\"{0} days\": \"{0, plural, one {#}}\"' | 1 | is no message",
                "'\"{0} days\": \"{days} dni\"' | 1 | and not {days}",
                "'\"<b>{0}</b> days\": \"{0} dni\"' | 1 | is to have the tags <b> </b>, in this order.",
                "'\"<b>a</b><i>b</i>\": \"<i>a</i><b>b</b>\"' | 1 | is to have the tags <b> </b> <i> </i>",
                "'\"a\": \"<b>b</b>\"' | 1 | is to have no tags",
                "'\"In {{a.b}}\": \"W {{a.c}}\"' | 1 | is to fill in {{a.b}}",
                "'\"a\": \"b\"\n\"c\": [x]' | 2 | texts",
                "'- a\n- b' | 1 | a dictionary is a list",
                "'\"a\": \"b\"\n\"c' | 2 | it cannot be read"
            })
    void whatCannotBeUsedIsRefusedWithItsLine(String yaml, int line, String why) {
        assertThatThrownBy(() -> translation(POLISH, yaml))
                .isInstanceOf(WrongDictionary.class)
                .hasMessageStartingWith("tea/languages/x.yaml, line %d: ".formatted(line))
                .hasMessageContaining(why);
    }
}
