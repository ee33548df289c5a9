package org.peerexchange.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.peerexchange.language.InWords;
import org.peerexchange.language.Sentences;

/**
 * One answer as people read it, in the words of its form.
 *
 * @param label what the form asked
 * @param personal whether it says who somebody is or how to reach them: custom property {@code personal} of the field
 * @param texts what was answered; several for several choices
 * @param columns what each row of a list is made of; empty for other answers
 * @param rows the rows of a list
 * @param links whether the texts lead somewhere: names on Wikimedia Commons, and addresses where they were asked for
 */
public record Answer(
        String label,
        boolean personal,
        List<String> texts,
        List<String> columns,
        List<List<String>> rows,
        boolean links) {

    public Answer(String label, boolean personal, List<String> texts, List<String> columns, List<List<String>> rows) {
        this(label, personal, texts, columns, rows, false);
    }

    /**
     * What was answered in a form, in the form's order and language; what was left empty is left out.
     *
     * @param known the lists of options that the form takes from elsewhere, by name
     */
    public static List<Answer> of(Form form, Map<String, Object> answers, Map<String, ?> known) {
        Locale language = form.translation().language();
        return Form.flatten(form.components())
                .map(field -> of(field, Plain.at(answers, field.path()), known, language))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The same as text by the key of the field, several choices in one line; a list as its rows, each by the keys of its fields.
     *
     * @param known as for {@link #of}
     */
    public static Map<String, Object> inWords(Form form, Map<String, Object> answers, Map<String, ?> known) {
        return inWords(form.components(), answers, known, form.translation().language());
    }

    @SuppressWarnings("unchecked") // Jackson reads every object as a map with text keys
    private static Map<String, Object> inWords(
            List<Component> fields, Map<String, Object> answers, Map<String, ?> known, Locale language) {
        Map<String, Object> words = new LinkedHashMap<>();
        Form.flatten(fields).forEach(field -> {
            Object value = Plain.at(answers, field.path());
            if (field.kind() == Kind.DYNAMICLIST) {
                words.put(
                        field.key(),
                        (value instanceof Collection<?> rows ? rows : List.of())
                                .stream()
                                        .filter(Map.class::isInstance)
                                        .map(row ->
                                                inWords(field.children(), (Map<String, Object>) row, known, language))
                                        .toList());
                return;
            }
            List<String> texts = texts(field, value, known, language);
            if (!texts.isEmpty()) {
                words.put(field.key(), String.join(", ", texts));
            }
        });
        return words;
    }

    /** Where a text of this answer leads; null for one that leads nowhere. */
    public String link(String text) {
        return links ? Commons.address(text).orElse(null) : null;
    }

    private static Answer of(Component field, Object value, Map<String, ?> known, Locale language) {
        boolean personal = "true".equals(field.property("personal"));
        if (field.kind() == Kind.DYNAMICLIST) {
            List<Component> cells = Form.flatten(field.children()).toList();
            List<List<String>> rows = new ArrayList<>();
            for (Object row : value instanceof Collection<?> all ? all : List.of()) {
                rows.add(cells.stream()
                        .map(cell -> row instanceof Map<?, ?> map ? cell(cell, map, known, language) : "")
                        .toList());
            }
            return rows.isEmpty()
                    ? null
                    : new Answer(
                            field.label(),
                            personal,
                            List.of(),
                            cells.stream().map(Component::label).toList(),
                            rows);
        }
        List<String> texts = texts(field, value, known, language);
        return texts.isEmpty()
                ? null
                : new Answer(field.label(), personal, texts, List.of(), List.of(), Commons.isAskedBy(field));
    }

    @SuppressWarnings("unchecked") // Jackson reads every object as a map with text keys
    private static String cell(Component field, Map<?, ?> row, Map<String, ?> known, Locale language) {
        return String.join(", ", texts(field, Plain.at((Map<String, Object>) row, field.path()), known, language));
    }

    private static List<String> texts(Component field, Object value, Map<String, ?> known, Locale language) {
        if (value == null || "".equals(value)) {
            return List.of();
        }
        if (value instanceof Boolean yes) {
            return List.of(Sentences.PAGES.say(language, yes ? "answer.yes" : "answer.no"));
        }
        if (field.kind().isOneChoice() || field.kind().isManyChoices()) {
            Collection<?> chosen = value instanceof Collection<?> several ? several : List.of(value);
            return chosen.stream()
                    .map(one -> option(field, one, known, language))
                    .toList();
        }
        return Commons.isAskedBy(field) ? value.toString().lines().toList() : List.of(plain(value, language));
    }

    private static String option(Component field, Object chosen, Map<String, ?> known, Locale language) {
        Object options = field.at("valuesKey") instanceof String name ? known.get(name) : field.at("values");
        for (Object option : options instanceof Collection<?> all ? all : List.of()) {
            if (option instanceof Map<?, ?> map && chosen.equals(map.get("value")) && map.get("label") != null) {
                return map.get("label").toString();
            }
        }
        return plain(chosen, language);
    }

    private static String plain(Object value, Locale language) {
        String text = value.toString();
        LocalDate day = Answers.day(text);
        return day == null ? text : InWords.day(day, language);
    }
}
