package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerexchange.language.Dictionary;
import org.peerexchange.language.DictionaryTranslation;
import org.peerexchange.language.Translation;

/** A form in another language asks the same. */
class FormTranslationTests {

    private static final Locale POLISH = Locale.forLanguageTag("pl");

    private static final String FORM =
            """
            {"id": "tea-wish", "schemaVersion": 16, "components": [
              {"type": "text", "text": "## Tea for {{guest.name}}\\n\\nIt is free."},
              {"type": "number", "key": "cups", "label": "Cups for {{guest.name}}", "description": "Not too many.",
               "appearance": {"suffixAdorner": "cups"}, "validate": {"max": 3}, "properties": {"message": "Too much tea."}},
              {"type": "radio", "key": "tea", "label": "Tea", "validate": {"required": true}, "values": [
                {"value": "green", "label": "Green tea"}, {"value": "EUR", "label": "EUR"}]},
              {"type": "checkbox", "key": "sugar", "label": "Sugar"},
              {"type": "text", "text": "Photos", "properties": {"upload": "photos", "label": "Photos of tea"}},
              {"type": "button", "label": "Send tea", "action": "submit"}]}
            """;

    private static final Translation WORDS = new DictionaryTranslation(
            POLISH,
            List.of(
                    Dictionary.read(
                            "pl.yaml",
                            POLISH,
                            """
                    "Tea wish": "Życzenie"
                    "## Tea for {{guest.name}}": "## Herbata dla: {{guest.name}}"
                    "Cups for {{guest.name}}": "Filiżanki ({{guest.name}})"
                    "Not too many.": "Nie za dużo."
                    "cups": "filiżanek"
                    "Too much tea.": "Za dużo herbaty."
                    "Tea": "Herbata"
                    "Green tea": "Zielona"
                    "Photos of tea": "Zdjęcia herbaty"
                    "Send tea": "Wyślij"
                    """)));

    private final DeployedForm polish = new DeployedForm(Form.parse(FORM), 1, FORM).in(WORDS);

    @Test
    void everythingThatIsShownIsInTheLanguageAndTheRestStays() {
        assertThat(polish.json())
                .contains("## Herbata dla: {{guest.name}}\\n\\nIt is free.")
                .contains("Nie za dużo.", "filiżanek", "Za dużo herbaty.", "Zdjęcia herbaty", "Wyślij")
                .contains("{\"value\":\"green\",\"label\":\"Zielona\"},{\"value\":\"EUR\",\"label\":\"EUR\"}");
        assertThat(polish.form().title()).isEqualTo("Życzenie");
        assertThat(polish.form().readPaths()).containsExactly("guest.name");
    }

    @Test
    void theSameIsKeptAndWhatIsWrongIsSaidInTheWordsOfTheForm() {
        FormValidator validator = new FormValidator(Clock.systemUTC());
        Map<String, Object> guest = Map.of("guest", Map.of("name", "Ana"));

        assertThat(validator
                        .validate(polish.form(), Map.of("tea", "green", "cups", 2), guest)
                        .answers())
                .containsEntry("tea", "green")
                .containsEntry("cups", 2);
        assertThat(validator.validate(polish.form(), Map.of("cups", 7), guest).errors())
                .extracting(FieldError::label, FieldError::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Filiżanki (Ana)", "Za dużo herbaty."),
                        org.assertj.core.groups.Tuple.tuple(
                                "Herbata", new Messages(POLISH).about("Herbata", new Problem("needed.choice"))));
    }

    @Test
    void answersAreReadInTheLanguage() {
        assertThat(Answer.inWords(polish.form(), Map.of("tea", "green", "sugar", true, "cups", 2), Map.of()))
                .containsEntry("tea", "Zielona")
                .containsEntry("cups", "2");
        assertThat(Answer.of(polish.form(), Map.of("tea", "green"), Map.of()))
                .extracting(Answer::label)
                .containsExactly("Herbata");
    }

    @Test
    void aFormIsPutIntoALanguageOnce() {
        DeployedForm form = new DeployedForm(Form.parse(FORM), 1, FORM);

        assertThat(form.in(WORDS)).isSameAs(form.in(WORDS));
        assertThat(form.in(Translation.ENGLISH)).isSameAs(form);
    }
}
