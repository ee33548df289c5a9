package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.Step;
import org.peerexchange.programme.Tag;
import org.springframework.stereotype.Component;

/**
 * Every form that is named is there, every form that is there is named, and nothing is asked for nothing.
 *
 * <p>What somebody writes in words, and what they tick, is read by people on the desk, so it is always used. A choice, a number or
 * a date is asked so that something can act on it: it is used when it is a decision, when it signs, or when its key is named by a
 * table, a mail text, a step, an expression of a model, the programme's description, or by a condition, a text or a prefilled field
 * of any form of the same programme.
 */
@Component
public class QuestionsCheck implements ModelCheck {

    private static final Set<String> TO_ACT_ON =
            Set.of("select", "radio", "checklist", "taglist", "number", "datetime");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_]\\w*");

    private final Catalogue catalogue;

    QuestionsCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        Map<ProgrammeFile, Form> forms = new LinkedHashMap<>();
        files.forms().stream()
                // What belongs to no programme is asked of nobody.
                .filter(file -> !files.programmesOf(file.programme()).isEmpty())
                .forEach(file -> ReadForms.readable(file).ifPresent(form -> forms.put(file, form)));
        Set<String> named = named(files, forms, wrong);
        Map<String, Set<String>> words = new LinkedHashMap<>();
        forms.forEach((file, form) -> {
            if (!named.contains(form.id())) {
                wrong.add("%s: no task, step or role uses the form \"%s\".".formatted(file.name(), form.id()));
            }
            Set<String> known = words.computeIfAbsent(file.programme(), programme -> words(files, programme, forms));
            // Anonymous answers are read together, on the desk and in reports.
            (form.isAnonymous() ? Stream.<Field>empty() : asked(form.fields()))
                    .filter(field -> !known.contains(field.key().replaceFirst(".*\\.", "")))
                    .forEach(field -> wrong.add(
                            "%s, %s: the answer is never used: no table, text, form or condition reads it, and it is no decision."
                                    .formatted(file.name(), field.key())));
        });
        return wrong;
    }

    private static Stream<Field> asked(List<Field> fields) {
        return fields.stream()
                .flatMap(field -> Stream.concat(Stream.of(field), asked(field.fields())))
                .filter(field -> TO_ACT_ON.contains(field.type()) && !field.locked())
                .filter(field -> !field.decision() && field.signs().isEmpty())
                // What is told to a table under the name of a fact is read by it.
                .filter(field -> !field.properties().containsKey("fact"));
    }

    /** The forms that models and programmes name. */
    private Set<String> named(ModelFiles files, Map<ProgrammeFile, Form> forms, List<String> wrong) {
        Set<String> there = new HashSet<>();
        forms.values().forEach(form -> there.add(form.id()));
        Set<String> named = new HashSet<>();
        for (ModelFiles.Process process : files.processes()) {
            for (Tag node : process.nodes()) {
                if (node.is("userTask") && node.at("camunda:formRef").isEmpty()) {
                    wrong.add("%s, %s: the task has no form.".formatted(process.file(), node.id()));
                }
                if (!node.at("camunda:formRef").isEmpty()
                        && !node.at("camunda:formRefBinding").equals("deployment")
                        && node.at("camunda:formRefVersion").isEmpty()) {
                    wrong.add(
                            "%s, %s: the task does not keep the form it was opened with; set its form binding to \"deployment\"."
                                    .formatted(process.file(), node.id()));
                }
                Stream.of(Stream.of(node.at("camunda:formRef")), told(node), askedBefore(node))
                        .flatMap(found -> found)
                        .filter(form -> !form.isEmpty() && !form.contains("{"))
                        .forEach(form -> {
                            named.add(form);
                            if (!there.contains(form)) {
                                wrong.add("%s, %s: there is no form \"%s\"; write forms/%s.form."
                                        .formatted(process.file(), node.id(), form, form));
                            }
                        });
            }
        }
        files.programmes().forEach((file, programme) -> ofProgramme(programme).forEach(form -> {
            named.add(form);
            if (!there.contains(form)) {
                wrong.add("%s: there is no form \"%s\"; write forms/%s.form.".formatted(file, form, form));
            }
        }));
        return named;
    }

    /** The forms that a step is told. */
    private Stream<String> told(Tag node) {
        return catalogue.step(ModelFiles.Process.step(node)).stream()
                .flatMap(entry -> entry.inputs().stream())
                .filter(input -> input.kind() == Step.Kind.FORM)
                .map(input -> node.inputs().getOrDefault(input.name(), ""));
    }

    /** The form that people have sent on a page when the process begins: the property {@code form} of its start event. */
    private static Stream<String> askedBefore(Tag node) {
        return node.is("startEvent")
                ? node.settings("property")
                        .filter(property -> property.at("name").equals("form"))
                        .map(property -> property.at("value"))
                : Stream.empty();
    }

    private static Stream<String> ofProgramme(Programme programme) {
        return Stream.of(
                        programme.applications().values().stream().map(Programme.ApplicationKind::form),
                        programme.applications().values().stream()
                                .map(Programme.ApplicationKind::check)
                                .filter(Objects::nonNull)
                                .map(Programme.SelfCheck::form),
                        programme.offers().stream().map(Programme.Offer::form).filter(Objects::nonNull),
                        Stream.ofNullable(programme.help()).map(Programme.Help::form))
                .flatMap(forms -> forms);
    }

    /** Every word that something of the programme reads by. */
    private static Set<String> words(ModelFiles files, String programme, Map<ProgrammeFile, Form> forms) {
        Set<String> words = new HashSet<>();
        files.processes().stream()
                .filter(process -> isOf(programme, process.programme()))
                .flatMap(process -> process.root().all())
                .filter(tag -> !tag.is("documentation"))
                .forEach(tag -> {
                    words(tag.text(), words);
                    tag.attributes().forEach((name, value) -> {
                        if (!name.equals("id") && !name.equals("name")) {
                            words(value, words);
                        }
                    });
                });
        files.tables().stream()
                .filter(table -> isOf(programme, table.programme()))
                .forEach(table -> {
                    table.inputs().forEach(input -> words(input, words));
                    table.rows().forEach(row -> {
                        row.conditions().forEach(cell -> words(cell, words));
                        row.says().values().forEach(cell -> words(cell, words));
                    });
                });
        files.texts().stream()
                .filter(text -> isOf(programme, text.programme()))
                .forEach(text -> words(text.text(), words));
        files.programmesOf(programme).forEach(one -> {
            one.cycleDates().forEach(days -> words(days.keySet().toString(), words));
            words(one.cycleNumber().toString() + one.cycleLimits().keySet(), words);
            one.communityFacts().forEach((kind, how) -> ofFact(kind, how, words));
            one.publicLists().forEach(list -> words(list.consent() + " " + list.columns(), words));
        });
        forms.forEach((file, form) -> {
            if (isOf(programme, file.programme())) {
                FormReader.everyComponent(form.components()).forEach(component -> read(component.json(), words));
            }
        });
        return words;
    }

    private static boolean isOf(String programme, String owner) {
        return owner.equals(programme)
                || owner.equals(ProgrammeFiles.SHARED)
                || programme.equals(ProgrammeFiles.SHARED);
    }

    private static void ofFact(String kind, Programme.FactKind how, Set<String> words) {
        words.addAll(List.of(kind, kind + "Since", kind + "Until"));
        for (int row = 1; row <= how.rows(); row++) {
            words.addAll(List.of(how.field() + row + "On", how.field() + row + "Attended"));
        }
    }

    /** What a component reads: its expressions, its templates and its custom properties, but not what it is itself. */
    private static void read(Object part, Set<String> words) {
        if (part instanceof String text && (text.startsWith("=") || text.contains("{{"))) {
            words(text, words);
        } else if (part instanceof List<?> list) {
            list.forEach(one -> read(one, words));
        } else if (part instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name.equals("properties") && value instanceof Map<?, ?> properties) {
                    properties.values().forEach(property -> words(String.valueOf(property), words));
                } else if (!name.equals("components")) {
                    read(value, words);
                }
            });
        }
    }

    private static void words(String text, Set<String> words) {
        WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    }
}
