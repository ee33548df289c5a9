package org.peerexchange.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.peerexchange.language.Sentences;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFacts;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.Ruling;
import org.peerexchange.programme.Tables;
import org.peerexchange.submission.Field;
import org.peerexchange.submission.FieldError;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.RefusedAnswers;
import org.springframework.stereotype.Component;

/**
 * Lets somebody ask the table that will decide about an application, before they write one (domain A6, A7). Nothing of it is
 * kept.
 *
 * <p>Each field of the form has the custom property {@code fact}, the name of the fact its answer stands for. The value of a choice is
 * read as JSON where it is some: {@code true}, {@code 2}, <code>{"topics": []}</code>; else it is a text.
 */
@Component
public class SelfChecking {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> CHOICES = Set.of("radio", "select");
    static final String FACT = "fact";

    private final Programmes programmes;
    private final ProgrammeFacts programmeFacts;
    private final Facts facts;
    private final Tables tables;

    SelfChecking(Programmes programmes, ProgrammeFacts programmeFacts, Facts facts, Tables tables) {
        this.programmes = programmes;
        this.programmeFacts = programmeFacts;
        this.facts = facts;
        this.tables = tables;
    }

    /**
     * What the table would say.
     *
     * @param outcome its outcome
     * @param says what that means, in the programme's words
     * @param reasons the sentences of the rules that lead to it
     */
    public record Result(String outcome, String says, List<String> reasons) {}

    /**
     * Asks the table.
     *
     * @param answers what was chosen, by key of the field
     * @throws RefusedAnswers naming each question that is not answered
     */
    public Result check(String programmeKey, Programme.SelfCheck check, Form form, Map<String, String> answers) {
        Translation words = form.translation();
        List<FieldError> missing = new ArrayList<>();
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("cycle", cycle(programmeKey));
        for (Field field : form.fields()) {
            String said = answers.getOrDefault(field.key(), "").strip();
            if (!said.isEmpty()) {
                put(known, List.of(field.properties().get(FACT).split("\\.")), value(field, said));
            } else if (field.required()) {
                missing.add(new FieldError(
                        field.key(),
                        field.label(),
                        Sentences.PAGES.say(
                                words.language(), isChoice(field) ? "self-check.choose" : "self-check.needed")));
            }
        }
        if (!missing.isEmpty()) {
            throw new RefusedAnswers(missing);
        }
        Ruling ruling = Ruling.by(tables.rules(check.table()), known);
        String outcome = Objects.requireNonNull(
                ruling.outcome(), () -> "No rule of %s fits what was answered.".formatted(check.table()));
        return new Result(
                outcome,
                check.says().get(outcome),
                ruling.fired().stream()
                        .filter(fired -> fired.outcome().equals(outcome))
                        .map(fired -> words.of(fired.reason()))
                        .toList());
    }

    /** The rules of the youngest cycle that runs, else the usual ones. */
    private Map<String, Object> cycle(String programmeKey) {
        Map<String, Object> cycle =
                new LinkedHashMap<>(programmes.of(programmeKey).cycleLimits());
        programmeFacts.openCycles(programmeKey).stream()
                .reduce((earlier, later) -> later)
                .map(youngest -> facts.at(youngest.number(), "cycle"))
                .filter(Map.class::isInstance)
                .ifPresent(own -> ((Map<?, ?>) own).forEach((name, value) -> cycle.put((String) name, value)));
        return cycle;
    }

    /** What somebody writes is words, whatever it looks like; a choice may stand for something else. */
    private static Object value(Field field, String said) {
        if (!isChoice(field)) {
            return said;
        }
        try {
            return JSON.readValue(said, Object.class);
        } catch (JsonProcessingException words) {
            return said;
        }
    }

    private static boolean isChoice(Field field) {
        return CHOICES.contains(field.type());
    }

    @SuppressWarnings("unchecked") // facts are maps by name all the way down
    private static void put(Map<String, Object> known, List<String> path, Object value) {
        String name = path.get(0);
        if (path.size() > 1) {
            put(
                    (Map<String, Object>) known.computeIfAbsent(name, none -> new LinkedHashMap<>()),
                    path.subList(1, path.size()),
                    value);
        } else if (value instanceof Map<?, ?> several) {
            several.forEach((key, one) -> put(known, List.of(name, (String) key), one));
        } else {
            known.put(name, value);
        }
    }
}
