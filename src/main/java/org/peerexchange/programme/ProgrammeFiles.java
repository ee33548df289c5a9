package org.peerexchange.programme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.peerexchange.people.CannotStart;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Where the files of programmes come from: the built-in ones from {@code processes/} and {@code forms/}, others from a folder
 * each. Whoever reads a programme, its texts or its models, or gives them to the engine, asks here and knows no path.
 */
public final class ProgrammeFiles {

    /** The folder of what every programme uses. */
    public static final String SHARED = "shared";

    /** A programme's description of itself. */
    public static final String YAML = "programme.yaml";

    /** Where a programme's dictionaries lie, each called as its language. */
    public static final String LANGUAGES = "languages/";

    private static final Pattern DICTIONARY = Pattern.compile(".*/" + LANGUAGES + "([a-zA-Z-]+)\\.yaml");

    private static final Pattern BUILT_IN =
            Pattern.compile(".*?((?:processes|forms)/([^/]+)/(?:(?:texts|languages)/)?[^/]+)");
    private static final List<String> PATTERNS = List.of(
            "processes/*/*.bpmn",
            "processes/*/*.dmn",
            "processes/*/" + YAML,
            "processes/*/texts/*.txt",
            "processes/*/" + LANGUAGES + "*.yaml",
            "forms/*/*.form");
    private static final Pattern IN_A_FOLDER = Pattern.compile(
            "[^/]+\\.(?:bpmn|dmn)|programme\\.yaml|texts/[^/]+\\.txt|languages/[^/]+\\.yaml|forms/[^/]+\\.form");

    private final List<ProgrammeFile> files;

    /** @param files in any order */
    public ProgrammeFiles(Collection<ProgrammeFile> files) {
        this.files =
                files.stream().sorted(Comparator.comparing(ProgrammeFile::name)).toList();
    }

    /** The programmes that are part of the application. */
    public static ProgrammeFiles builtIn() {
        return in("classpath*:");
    }

    /** Files that lie as those of the application do, below an address such as {@code file:/tmp/programmes/}. */
    public static ProgrammeFiles in(String root) {
        List<ProgrammeFile> files = new ArrayList<>();
        try {
            for (String pattern : PATTERNS) {
                for (Resource found : new PathMatchingResourcePatternResolver().getResources(root + pattern)) {
                    Matcher place = BUILT_IN.matcher(found.getURL().toString());
                    if (place.matches()) {
                        files.add(new ProgrammeFile(place.group(2), place.group(1), found));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new CannotStart("%s cannot be read: %s".formatted(root, unreadable.getMessage()), unreadable);
        }
        return new ProgrammeFiles(files);
    }

    /** The files of one programme in a folder of its own, whose name is its key. Whatever else lies there is left alone. */
    public static ProgrammeFiles folder(Path folder) {
        String key = folder.toAbsolutePath().normalize().getFileName().toString();
        try (Stream<Path> within = Files.walk(folder, 2)) {
            return new ProgrammeFiles(within.filter(Files::isRegularFile)
                    .map(file -> new Found(
                            folder.relativize(file).toString().replace('\\', '/'), new FileSystemResource(file)))
                    .filter(file -> IN_A_FOLDER.matcher(file.name()).matches())
                    .map(file -> new ProgrammeFile(key, key + "/" + file.name(), file.content()))
                    .toList());
        } catch (IOException unreadable) {
            throw new CannotStart("%s cannot be read: %s".formatted(folder, unreadable.getMessage()), unreadable);
        }
    }

    private record Found(String name, Resource content) {}

    /** Every file, ordered by its name. */
    public List<ProgrammeFile> all() {
        return files;
    }

    /** The files whose names end so. */
    public List<ProgrammeFile> ending(String ending) {
        return files.stream().filter(file -> file.name().endsWith(ending)).toList();
    }

    /** The dictionaries. */
    public List<ProgrammeFile> dictionaries() {
        return files.stream().filter(file -> language(file).isPresent()).toList();
    }

    /** The language that a dictionary is in; empty for any other file. */
    public static Optional<Locale> language(ProgrammeFile file) {
        Matcher name = DICTIONARY.matcher(file.name());
        return name.matches() ? Optional.of(Locale.forLanguageTag(name.group(1))) : Optional.empty();
    }

    /** The files of one programme. @param programme its key, or {@link #SHARED} */
    public ProgrammeFiles of(String programme) {
        return new ProgrammeFiles(files.stream()
                .filter(file -> file.programme().equals(programme))
                .toList());
    }

    /** These files and others. */
    public ProgrammeFiles and(ProgrammeFiles others) {
        return new ProgrammeFiles(
                Stream.concat(files.stream(), others.files.stream()).toList());
    }
}
