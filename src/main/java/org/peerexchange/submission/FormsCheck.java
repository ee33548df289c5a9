package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.ProgrammeFile;
import org.springframework.stereotype.Component;

/** Every form can be read, and every field that a table reads, or puts a sentence at, is in its form. */
@Component
public class FormsCheck implements ModelCheck {

    private static final String CHECKS = "-checks";
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern PATH = Pattern.compile("(?<![.\\w])([a-zA-Z]\\w*)((?:\\.[a-zA-Z]\\w*)+)");

    /** Options that come from cases and communities, not from a list of the programme. */
    private static final Set<String> OFFERED_BY_THE_APPLICATION = Set.of("communities", "openCases", "pairOptions");

    /** Of fewer anonymous answers whoever gave one of them knows nearly who gave the others. */
    private static final int FEWEST_SHOWN = 3;

    /** What every current document says of itself besides its answers. */
    private static final Set<String> ABOUT_A_DOCUMENT = Set.of("version", "sentBy", "order");

    /** Below it stand a document's answers as people read them. */
    private static final String IN_WORDS = "inWords.";

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        Map<String, Form> forms = new LinkedHashMap<>();
        Map<String, String> lieIn = new LinkedHashMap<>();
        for (ProgrammeFile file : files.forms()) {
            try {
                Form form = ReadForms.of(file);
                forms.put(form.id(), form);
                String other = lieIn.putIfAbsent(form.id(), file.name());
                if (other != null) {
                    wrong.add("%s: the form \"%s\" is already in %s; give it a name of its own."
                            .formatted(file.name(), form.id(), other));
                }
                optionsApart(file.name(), form, wrong);
                anonymous(file.name(), form, wrong);
                lists(files, file, form, wrong);
            } catch (IllegalArgumentException unreadable) {
                wrong.add("%s: %s".formatted(file.name(), unreadable.getMessage()));
            }
        }
        files.tables().forEach(table -> new Reading(table, forms, wrong).check());
        return wrong;
    }

    /** What would lead back to whoever answers has no place in an anonymous form. */
    private static void anonymous(String file, Form form, List<String> wrong) {
        if (!form.isAnonymous()) {
            return;
        }
        form.fields().stream()
                .filter(field -> field.decision()
                        || !field.signs().isEmpty()
                        || "true".equals(field.properties().get("personal"))
                        || field.properties().containsKey("prefill"))
                .forEach(field -> wrong.add(
                        "%s, %s: the form is anonymous, so no field of it decides, signs, is personal or is prefilled."
                                .formatted(file, field.key())));
        if (!form.uploads().isEmpty()) {
            wrong.add("%s: the form is anonymous, so it asks for no files.".formatted(file));
        }
        if (!shownTogether(form)) {
            wrong.add(
                    "%s: the form is anonymous, so its \"shownFrom\" is a whole number of at least %d: of fewer answers each could be told apart."
                            .formatted(file, FEWEST_SHOWN));
        }
    }

    private static boolean shownTogether(Form form) {
        try {
            return form.shownFrom() >= FEWEST_SHOWN;
        } catch (NumberFormatException notWhole) {
            return false;
        }
    }

    /** A form finds options and answers among the same data, so under one name it would show neither. */
    private static void optionsApart(String file, Form form, List<String> wrong) {
        FormReader.everyComponent(form.components())
                .map(component -> component.text("valuesKey"))
                .filter(Objects::nonNull)
                .distinct()
                .filter(options -> form.field(options).isPresent())
                .forEach(options ->
                        wrong.add("%s: the options \"%s\" are called as a field of the form is; give them another name."
                                .formatted(file, options)));
    }

    /** A list that nobody keeps would be shown as a question without answers. */
    private static void lists(ModelFiles files, ProgrammeFile file, Form form, List<String> wrong) {
        if (files.programmesOf(file.programme()).isEmpty()) {
            return;
        }
        Set<String> known = files.programmesOf(file.programme()).stream()
                .flatMap(programme -> programme.lists().keySet().stream())
                .collect(Collectors.toSet());
        FormReader.everyComponent(form.components())
                .filter(component -> component.text("valuesKey") != null)
                .filter(component -> !known.contains(component.text("valuesKey"))
                        && !OFFERED_BY_THE_APPLICATION.contains(component.text("valuesKey")))
                .forEach(component -> wrong.add("%s, %s: there is no list \"%s\"; there is %s."
                        .formatted(
                                file.name(),
                                component.key(),
                                component.text("valuesKey"),
                                Stream.concat(known.stream(), OFFERED_BY_THE_APPLICATION.stream())
                                        .sorted()
                                        .collect(Collectors.joining(", ")))));
    }

    private record Reading(ModelFiles.Table table, Map<String, Form> forms, List<String> wrong) {

        void check() {
            Optional<Form> form = checked();
            List<Field> list = form.map(this::list).orElse(List.of());
            if (table.id().endsWith(CHECKS) && form.isEmpty()) {
                wrong.add("%s: there is no form that these checks could be for.".formatted(table.file()));
            }
            table.inputs().forEach(input -> reads("the column \"%s\"".formatted(input), input, form, list));
            for (ModelFiles.Row row : table.rows()) {
                String where = "row %d".formatted(row.number());
                Stream.concat(row.conditions().stream(), row.says().values().stream())
                        .forEach(cell -> reads(where, cell, form, list));
                form.ifPresent(checked -> field(row, checked, list));
            }
        }

        /** The form of {@code <form>-checks}, or of {@code <form>-<list>-checks}. */
        private Optional<Form> checked() {
            if (!table.id().endsWith(CHECKS)) {
                return Optional.empty();
            }
            String name = table.id().substring(0, table.id().length() - CHECKS.length());
            return Stream.concat(
                            Optional.ofNullable(forms.get(name)).stream(),
                            forms.values().stream()
                                    .filter(form -> form.fields().stream().anyMatch(field -> isList(form, field))))
                    .findFirst();
        }

        private boolean isList(Form form, Field field) {
            return !field.fields().isEmpty() && table.id().equals(form.id() + "-" + field.key() + CHECKS);
        }

        private List<Field> list(Form form) {
            return form.fields().stream()
                    .filter(field -> isList(form, field))
                    .flatMap(field -> field.fields().stream())
                    .toList();
        }

        private void reads(String where, String expression, Optional<Form> form, List<Field> list) {
            PATH.matcher(TEXT.matcher(expression).replaceAll("\"\"")).results().forEach(path -> {
                String root = path.group(1);
                if (root.equals("answers") && form.isPresent()) {
                    isThere(
                            where,
                            path.group(),
                            answer(path),
                            form.get().id(),
                            form.get().fields());
                } else if (root.equals("row") && !list.isEmpty()) {
                    isThere(where, path.group(), answer(path), form.get().id(), list);
                } else {
                    forms.values().stream()
                            .filter(document -> Names.camelCase(document.id()).equals(root))
                            .findFirst()
                            .ifPresent(document ->
                                    isThere(where, path.group(), ofDocument(path), document.id(), document.fields()));
                }
            });
        }

        private static String answer(MatchResult path) {
            return path.group(2).substring(1);
        }

        private static String ofDocument(MatchResult path) {
            String answer = answer(path);
            return answer.startsWith(IN_WORDS) ? answer.substring(IN_WORDS.length()) : answer;
        }

        private void isThere(String where, String path, String key, String form, List<Field> fields) {
            boolean found = ABOUT_A_DOCUMENT.contains(key)
                    || fields.stream().anyMatch(field -> key.equals(field.key()) || key.startsWith(field.key() + "."));
            if (!found) {
                wrong.add("%s, %s: it reads %s, but the form %s has no field \"%s\"."
                        .formatted(table.file(), where, path, form, key));
            }
        }

        private void field(ModelFiles.Row row, Form form, List<Field> list) {
            boolean aboutTheWholeForm =
                    list.isEmpty() && "\"\"".equals(row.says().get("field"));
            if (aboutTheWholeForm) {
                return;
            }
            String key = row.text("field");
            Stream<String> keys = list.isEmpty()
                    ? Stream.concat(
                            form.fields().stream().map(Field::key),
                            form.uploads().stream().map(Upload::name))
                    : list.stream().map(Field::key);
            if (keys.noneMatch(key::equals)) {
                wrong.add("%s, row %d: its sentence stands at the field \"%s\", which the form %s does not have."
                        .formatted(table.file(), row.number(), key, form.id()));
            }
        }
    }
}
