package org.peerexchange.programme.process;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.FactCatalogue;
import org.peerexchange.programme.FactNames;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeSides;
import org.peerexchange.programme.WordsToTranslate;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Looks at a programme's folder without starting anything: {@code --check=<folder>} for one programme or a directory of several,
 * {@code --check} for those that are part of the application. Every room's checks are asked, as at the start. {@code
 * --words=pl,uk} writes what is to be translated into these languages beside the programme's files, in {@code languages/}.
 */
public final class CheckProgrammes {

    private static final String ARGUMENT = "--check";
    private static final String WORDS = "--words=";

    private CheckProgrammes() {}

    /** Whether the arguments ask for a check instead of a start. */
    public static boolean isAsked(String... arguments) {
        return Arrays.stream(arguments).anyMatch(one -> one.equals(ARGUMENT) || one.startsWith(ARGUMENT + "="));
    }

    /**
     * Checks and says what it has found.
     *
     * @return 0 when everything is right, 1 when something is wrong
     */
    public static int run(PrintStream out, String... arguments) {
        String folder = value(ARGUMENT + "=", arguments);
        try (AnnotationConfigApplicationContext checks = checks()) {
            CheckModelsFirst first = first(checks);
            WritingWords words = new WritingWords(checks.getBean(WordsToTranslate.class), value(WORDS, arguments), out);
            return folder.isBlank() ? builtIn(first, words, out) : folders(first, words, Path.of(folder), out);
        } catch (CannotStart unreadable) {
            out.println(unreadable.getMessage());
            return 1;
        }
    }

    private static String value(String argument, String... arguments) {
        return Arrays.stream(arguments)
                .filter(one -> one.startsWith(argument))
                .map(one -> one.substring(argument.length()))
                .findFirst()
                .orElse("");
    }

    /** What is wrong with these files: every sentence of every room. */
    public static List<String> wrong(ModelFiles files) {
        try (AnnotationConfigApplicationContext checks = checks()) {
            return first(checks).wrong(files);
        }
    }

    private static int builtIn(CheckModelsFirst first, WritingWords words, PrintStream out) {
        words.ofBuiltIn(first.builtIn(), Path.of("processes"));
        first.doubtful(first.builtIn()).forEach(out::println);
        return say("What is part of the application", first.builtIn(), first.wrong(first.builtIn()), out);
    }

    private static int folders(CheckModelsFirst first, WritingWords words, Path directory, PrintStream out) {
        if (!Files.isDirectory(directory)) {
            out.println("%s is no folder.".formatted(directory));
            return 1;
        }
        int status = 0;
        ModelFiles others = first.builtIn();
        for (Path folder : ProgrammeFolders.in(directory)) {
            String key = ProgrammeFolders.key(folder);
            ProgrammeFolders.Content content = ProgrammeFolders.read(key, folder);
            List<String> wrong = new ArrayList<>(content.wrong());
            if (content.models() != null) {
                wrong.addAll(first.wrong(others.and(content.models())));
                first.doubtful(content.models()).forEach(out::println);
                words.of(first.builtIn().and(content.models()), key, folder);
            }
            if (wrong.isEmpty()) {
                others = others.and(content.models());
            }
            status = Math.max(status, say(key, content.models(), wrong, out));
        }
        return status;
    }

    private static int say(String what, ModelFiles models, List<String> wrong, PrintStream out) {
        wrong.forEach(out::println);
        if (wrong.isEmpty()) {
            out.println("%s is fine: %d processes, %d tables, %d forms, %d texts."
                    .formatted(
                            what,
                            models.processes().size(),
                            models.tables().size(),
                            models.forms().size(),
                            models.texts().size()));
        } else {
            out.println("%s is not: %s to mend."
                    .formatted(what, wrong.size() == 1 ? "one thing" : wrong.size() + " things"));
        }
        return wrong.isEmpty() ? 0 : 1;
    }

    static CheckModelsFirst first(AnnotationConfigApplicationContext checks) {
        return new CheckModelsFirst(
                checks.getBeanProvider(ModelCheck.class).stream().toList());
    }

    @ComponentScan(
            basePackages = "org.peerexchange",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {
                                ModelCheck.class,
                                CatalogueReader.class,
                                FactNames.class,
                                FactCatalogue.class,
                                ProgrammeSides.class
                            }))
    private static class Checks {}

    /** The checks with what they need, and nothing else of the application. */
    static AnnotationConfigApplicationContext checks() {
        AnnotationConfigApplicationContext checks = new AnnotationConfigApplicationContext();
        checks.register(Checks.class);
        checks.refresh();
        return checks;
    }
}
