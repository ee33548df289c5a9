package org.peerexchange.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of all programmes, and which of them staff see in Tasklist. */
public final class FormFiles {

    private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"([^\"$]+)\"");

    private FormFiles() {}

    static List<Path> all() {
        return files(Path.of("forms"), ".form");
    }

    /** Those that models give to tasks and starts by name; participants' forms are named where they are asked. */
    static List<Path> ofStaff() {
        Set<String> named = files(Path.of("processes"), ".bpmn").stream()
                .flatMap(file -> FORM_REF.matcher(read(file)).results())
                .map(found -> found.group(1) + ".form")
                .collect(Collectors.toSet());
        return all().stream()
                .filter(file -> named.contains(file.getFileName().toString()))
                .toList();
    }

    /** Those that participants see on the pages behind their links. */
    public static List<Path> ofParticipants() {
        List<Path> staff = ofStaff();
        return all().stream().filter(file -> !staff.contains(file)).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
