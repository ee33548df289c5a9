package org.peerexchange.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.Step;
import org.peerexchange.programme.Tables;
import org.peerexchange.programme.Tag;
import org.springframework.stereotype.Component;

/** Every mail text can be read, and every one that a model or a ladder names is there. */
@Component
public class TextsCheck implements ModelCheck {

    private static final String LADDER = "reminder-ladder";

    private final Catalogue catalogue;

    TextsCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        files.texts().forEach(text -> readable(text, wrong));
        for (ModelFiles.Process process : files.processes()) {
            for (Tag node : process.nodes()) {
                named(node)
                        .flatMap(setting -> files.words(process.programme(), setting).stream())
                        .filter(text -> !exists(files, process.programme(), files.programmesOf(process), text))
                        .forEach(text -> wrong.add("%s, %s: there is no text \"%s\"; write texts/%s.%s.txt."
                                .formatted(
                                        process.file(), node.id(), text, text, language(files, process.programme()))));
            }
        }
        for (ModelFiles.Table table : files.tables()) {
            if (table.id().equals(Tables.ofProgramme(table.programme(), LADDER))) {
                rungs(files, table, wrong);
            }
        }
        return wrong;
    }

    private static void readable(ProgrammeFile text, List<String> wrong) {
        try {
            Text.read(text.name(), text.text());
        } catch (WrongText unreadable) {
            wrong.add(unreadable.getMessage() + (unreadable.getMessage().endsWith("?") ? "" : "."));
        }
    }

    private Stream<String> named(Tag node) {
        return catalogue.step(ModelFiles.Process.step(node)).stream()
                .flatMap(entry -> entry.inputs().stream())
                .filter(input -> input.kind() == Step.Kind.TEXT)
                .map(input -> node.inputs().getOrDefault(input.name(), ""));
    }

    private static void rungs(ModelFiles files, ModelFiles.Table table, List<String> wrong) {
        for (ModelFiles.Row row : table.rows()) {
            String text = row.text("text");
            if (!text.isEmpty() && !exists(files, table.programme(), files.programmesOf(table.programme()), text)) {
                wrong.add("%s, row %d: there is no text \"%s\"; write texts/%s.%s.txt."
                        .formatted(table.file(), row.number(), text, text, language(files, table.programme())));
            }
        }
    }

    /** The language in which each text of a programme is needed; what all share is in English. */
    private static String language(ModelFiles files, String programme) {
        return programme.equals(ProgrammeFiles.SHARED)
                ? Locale.ENGLISH.getLanguage()
                : files.programmesOf(programme).stream()
                        .map(Programme::language)
                        .findFirst()
                        .orElse(Locale.ENGLISH.getLanguage());
    }

    /** What programmes share must find its texts with each of those that use it. */
    private static boolean exists(ModelFiles files, String programme, List<Programme> users, String name) {
        Set<String> owners = files.texts().stream()
                .filter(text -> text.id().equals(name)
                        && text.name().endsWith(".%s.txt".formatted(language(files, text.programme()))))
                .map(ProgrammeFile::programme)
                .collect(Collectors.toSet());
        return owners.contains(ProgrammeFiles.SHARED)
                || owners.contains(programme)
                || programme.equals(ProgrammeFiles.SHARED)
                        && users.stream().allMatch(one -> owners.contains(one.key()));
    }
}
