package org.peerexchange.programme.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.Programmes;

/** The folders of programme officers: one for each programme, alone or together in a directory. */
final class ProgrammeFolders {

    private static final String KEY = "[a-z][a-z0-9-]*";

    private ProgrammeFolders() {}

    /**
     * The folders in a directory, by name; the directory itself when it is that of a programme.
     *
     * @throws CannotStart when there is no such directory
     */
    static List<Path> in(Path directory) {
        if (Files.exists(directory.resolve(ProgrammeFiles.YAML))) {
            return List.of(directory);
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new CannotStart(
                    "The directory of programmes (peerexchange.programmes) is \"%s\", which cannot be read; name one that holds a folder for each programme."
                            .formatted(directory),
                    missing);
        }
    }

    /** The key of the programme in a folder: its name. */
    static String key(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** What a folder holds: its models, or why they cannot be read. */
    record Content(ProgrammeFiles files, ModelFiles models, List<String> wrong) {}

    /** Whatever is in the folder, it never ends in an exception: another programme must not suffer from it. */
    static Content read(String key, Path folder) {
        ProgrammeFiles files = new ProgrammeFiles(List.of());
        try {
            files = ProgrammeFiles.folder(folder);
            List<String> named = otherwiseNamed(key, files);
            if (!named.isEmpty()) {
                return new Content(files, null, named);
            }
            ModelFiles models = new ModelReader(files).read();
            return new Content(files, models, wrong(key, models));
        } catch (CannotStart unreadable) {
            return new Content(files, null, List.of(unreadable.getMessage().split("\n")));
        } catch (RuntimeException unreadable) {
            return new Content(files, null, List.of("%s cannot be read: %s".formatted(key, unreadable.getMessage())));
        }
    }

    private static List<String> wrong(String key, ModelFiles models) {
        List<String> wrong = new ArrayList<>();
        if (!key.matches(KEY) || key.equals(ProgrammeFiles.SHARED)) {
            wrong.add(
                    "%s: a programme's folder is named by small letters, digits and hyphens, and not \"shared\"; give it another name."
                            .formatted(key));
        }
        if (models.programmes().isEmpty()) {
            wrong.add("%s/%s: the file is missing; it says how the programme is called and which words it uses."
                    .formatted(key, ProgrammeFiles.YAML));
        }
        return wrong;
    }

    /**
     * What is wrong when the folder is not called as the programme: files belong to the programme that their folder names, so
     * everything else that could be said would be about a programme that there is not.
     */
    private static List<String> otherwiseNamed(String key, ProgrammeFiles files) {
        List<String> wrong = new ArrayList<>();
        for (ProgrammeFile file : files.ending(ProgrammeFiles.YAML)) {
            String named = Programmes.read(file.text(), file.name()).key();
            if (!named.equals(key)) {
                wrong.add(
                        "%s, line %d: the programme's key is \"%s\", but its folder is called \"%s\"; call the folder \"%s\", or write \"key: %s\". The other files are looked at when both are the same."
                                .formatted(file.name(), line(file.text()), named, key, named, key));
            }
        }
        return wrong;
    }

    /** The line that says the key, from 1. */
    private static long line(String yaml) {
        return 1 + yaml.lines().takeWhile(line -> !line.startsWith("key:")).count();
    }
}
