package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.DrawnNames;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.Tables;

/**
 * The sentences of a programme's files that participants and the public read, in English: those of {@code programme.yaml}, of the
 * forms that they are given, of the tables that speak to them, and the names of what models ask of them and of what is drawn in the
 * pictures they see. What only staff read is left out. They are found by putting everything into another language and listening to
 * what is asked for.
 */
final class ParticipantWords {

    private static final String TASK = "task";
    private static final String FORM = "form";
    /** What several people meet in is called by the model, with a number if there are several. */
    private static final String OPENS_CIRCLES = "openCircles";

    private static final String TITLE = "title";
    private static final String REASON = "reason";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern CHOSEN = Pattern.compile("[?:]\\s*'([^']+)'");
    private static final Pattern TOLD_REASONS = Pattern.compile("decisions\\.(\\w+)\\.reasons");

    private final ModelFiles files;
    private final String folder;
    private final Map<String, String> found = new LinkedHashMap<>();
    private final List<String> lost = new ArrayList<>();

    private ParticipantWords(ModelFiles files, String folder) {
        this.files = files;
        this.folder = folder;
    }

    /**
     * What was found in one folder.
     *
     * @param sentences the file where each stands first, by sentence, in the order of the files
     * @param lost what cannot be translated, a sentence each
     */
    record Found(Map<String, String> sentences, List<String> lost) {}

    /** @param folder key of the programme, or {@link ProgrammeFiles#SHARED} for what all share */
    static Found in(ModelFiles files, String folder) {
        ParticipantWords words = new ParticipantWords(files, folder);
        words.find();
        return new Found(words.found, words.lost);
    }

    private void find() {
        files.programmes().forEach((file, programme) -> {
            if (isHere(programme.key())) {
                programme.in(listening(file));
                called(programme).forEach(words -> note(words, file));
            }
        });
        files.processes().stream()
                .filter(process -> isHere(process.programme()))
                .forEach(process -> {
                    asked(process);
                    DrawnNames.in(files, process).forEach(name -> note(name, process.file()));
                });
        Set<String> given = forms();
        files.forms().stream()
                .filter(file -> isHere(file.programme()) && given.contains(file.id()))
                .filter(file -> ReadForms.readable(file).isPresent())
                .forEach(file -> FormTranslation.of(file.text(), listening(file.name())));
        Map<String, String> tables = tables(given);
        files.tables().stream()
                .filter(table -> isHere(table.programme()) && tables.containsKey(table.id()))
                .forEach(table -> said(table, tables.get(table.id())));
    }

    /** What cases are called when they are opened, and by their role those who have sent something. */
    private static Stream<String> called(Programme programme) {
        return Stream.of(
                        Stream.of(programme.name() + " {0}"),
                        programme.applications().values().stream()
                                .map(kind -> "{0} as " + kind.label().toLowerCase(Locale.ROOT)),
                        programme.help() == null ? Stream.<String>empty() : Stream.of("Help: {0}", "Help"),
                        programme.applications().keySet().stream().map(role -> "the " + role))
                .flatMap(words -> words);
    }

    private boolean isHere(String programme) {
        return programme.equals(folder);
    }

    /** Takes note of every sentence that is asked for. */
    private Translation listening(String file) {
        return new Translation() {
            @Override
            public Locale language() {
                return Locale.ENGLISH;
            }

            @Override
            public String of(String sentence) {
                note(sentence, file);
                return sentence;
            }
        };
    }

    private void note(String sentence, String file) {
        if (sentence != null && !sentence.isBlank() && FormTranslation.hasWords(sentence)) {
            found.putIfAbsent(sentence, file);
        }
    }

    /** What is asked, as the process says it that asks or one that calls it. */
    private void asked(ModelFiles.Process process) {
        Set<String> names = names(TASK);
        process.words().stream()
                .filter(word -> names.contains(word.name()))
                .flatMap(word -> literal(word.value()))
                .forEach(sentence -> note(sentence, process.file()));
        process.nodes().stream()
                .filter(node -> ModelFiles.Process.step(node).equals(OPENS_CIRCLES))
                .map(node -> node.inputs().getOrDefault(TITLE, ""))
                .forEach(title -> {
                    note(title, process.file());
                    note(title + " {0}", process.file());
                });
    }

    /** The names of inputs that become an input of what asks: a process between may give its own another name. */
    private Set<String> names(String input) {
        Set<String> names = new LinkedHashSet<>(Set.of(input));
        boolean more = true;
        while (more) {
            more = names.addAll(files.processes().stream()
                    .flatMap(process -> process.words().stream())
                    .filter(word -> names.contains(word.name()))
                    .map(word -> VARIABLE.matcher(word.value()))
                    .filter(Matcher::matches)
                    .map(variable -> variable.group(1))
                    .collect(Collectors.toSet()));
        }
        return names;
    }

    private static Stream<String> literal(String setting) {
        return setting.contains("${")
                ? CHOSEN.matcher(setting).results().map(chosen -> chosen.group(1))
                : Stream.of(setting);
    }

    /** The forms that people get who are no staff: on public pages, by offers, when they are asked, or where they start something. */
    private Set<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        files.programmes().values().forEach(programme -> ofProgramme(programme).forEach(forms::add));
        Set<String> names = names(FORM);
        files.processes().forEach(process -> process.nodes().forEach(node -> {
            if (node.is("callActivity")) {
                node.inputs().forEach((name, value) -> {
                    if (names.contains(name)) {
                        forms.addAll(files.words(process.programme(), value));
                    }
                });
            }
            if (node.is("startEvent")) {
                node.settings("property")
                        .filter(property -> property.at("name").equals(FORM))
                        .forEach(property -> forms.add(property.at("value")));
            }
        }));
        return forms;
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

    /** The tables that speak to participants, each with the output that does. */
    private Map<String, String> tables(Set<String> given) {
        Map<String, String> tables = new LinkedHashMap<>();
        files.forms().stream()
                .filter(file -> given.contains(file.id()))
                .flatMap(file -> ReadForms.readable(file).stream())
                .forEach(form -> {
                    tables.put(form.id() + Submitting.CHECKS, "message");
                    form.fields()
                            .forEach(field -> tables.put(
                                    "%s-%s%s".formatted(form.id(), field.key(), Submitting.CHECKS), "message"));
                });
        files.programmes().values().forEach(programme -> {
            programme.applications().values().stream()
                    .map(Programme.ApplicationKind::check)
                    .filter(Objects::nonNull)
                    .forEach(check -> tables.put(check.table(), REASON));
            programme.standing().values().forEach(table -> tables.put(table, REASON));
            tables.put(Tables.ofProgramme(programme.key(), "covered-costs"), REASON);
        });
        files.processes().stream()
                .flatMap(process -> process.words().stream())
                .filter(word -> word.name().equals("points"))
                .forEach(word -> tables.put(word.value(), REASON));
        Set<String> told = toldReasons(given);
        files.tables().stream()
                .map(ModelFiles.Table::id)
                .filter(id -> told.contains(Names.camelCase(id)))
                .forEach(id -> tables.put(id, REASON));
        return tables;
    }

    /** The tables whose reasons mails or forms tell, by their names as facts. */
    private Set<String> toldReasons(Set<String> given) {
        return Stream.concat(files.texts().stream(), files.forms().stream().filter(file -> given.contains(file.id())))
                .map(ProgrammeFile::text)
                .flatMap(text -> TOLD_REASONS.matcher(text).results())
                .map(reasons -> reasons.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void said(ModelFiles.Table table, String output) {
        for (ModelFiles.Row row : table.rows()) {
            // A reason that is for staff only says so.
            if (row.says().getOrDefault("told", "").equals("false")) {
                continue;
            }
            SaidByFeel.Said said = SaidByFeel.by(row.says().getOrDefault(output, ""));
            said.sentences().forEach(sentence -> note(sentence, table.file()));
            said.lost()
                    .forEach(words -> lost.add(
                            "%s, row %d: \"%s\" is said within something computed, where it cannot be translated; say it in a sentence of its own."
                                    .formatted(table.file(), row.number(), words)));
        }
    }

    /** The folders whose sentences are looked for together: a programme's words may stand in the shared dictionary. */
    static Collection<String> folders(ModelFiles files) {
        return Stream.concat(files.programmes().values().stream().map(Programme::key), Stream.of(ProgrammeFiles.SHARED))
                .toList();
    }
}
