package org.peerexchange.submission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * Files and categories on Wikimedia Commons that a text names, one in a line: custom property {@code commons}. It is checked whether
 * they are named as Commons names them, by the rules of MediaWiki for titles; whether they are there nobody asks. What is pasted as
 * an address of Commons is kept as the name that it leads to.
 */
public final class Commons {

    /** What can be asked for. */
    private enum Asked {
        FILE("File:"),
        CATEGORY("Category:"),
        /** Any other page, too. */
        ADDRESS("https://");

        private final String begins;

        Asked(String begins) {
            this.begins = begins;
        }
    }

    private static final String SITE = "https://commons.wikimedia.org/wiki/";

    /** MediaWiki keeps a title in 255 bytes, and Commons leaves room for what it puts before the names of old versions of files. */
    private static final int LONGEST_FILE = 240;

    private static final int LONGEST_CATEGORY = 255;

    private static final int SHOWN = 80;

    private static final Set<String> EXTENSIONS = Set.of(
            "djvu", "flac", "gif", "jpeg", "jpg", "mid", "mp3", "mpeg", "mpg", "oga", "ogg", "ogv", "opus", "pdf",
            "png", "stl", "svg", "tif", "tiff", "wav", "webm", "webp", "xcf");

    private static final Pattern PAGE = Pattern.compile(
            "(?i)(?:https?:)?(?://)?commons\\.(?:m\\.)?wikimedia\\.org/wiki/([^?#]+)(?:\\?[^#]*)?(?:#(.*))?");
    private static final Pattern BY_TITLE = Pattern.compile(
            "(?i)(?:https?:)?(?://)?commons\\.(?:m\\.)?wikimedia\\.org/w/index\\.php\\?(?:[^#]*&)?title=([^&#]+).*");
    private static final Pattern FILE_ITSELF = Pattern.compile(
            "(?i)https?://upload\\.wikimedia\\.org/wikipedia/commons/(?:thumb/)?[0-9a-f]/[0-9a-f]{2}/([^/?#]+).*");
    private static final Pattern SHOWN_ABOVE_A_PAGE = Pattern.compile("(?i)/media/(File:.+)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s/?#]+\\.[^\\s/?#]+(?:[/?#]\\S*)?");
    private static final Pattern NAME = Pattern.compile("(?iu)(file|image|category)\\s*:\\s*(.*)");

    private static final Pattern NEVER =
            Pattern.compile("[#<>\\[\\]|{}\\p{Cc}\\uFFFD]|~{3,}|%[0-9A-Fa-f]{2}|&[\\p{L}0-9#]+;");
    private static final Pattern NEVER_IN_FILES = Pattern.compile("[:/\\\\]");

    private Commons() {}

    /** Whether the field asks for names on Commons. */
    static boolean isAskedBy(Component field) {
        return field.property("commons") != null;
    }

    /**
     * What a field may be answered with.
     *
     * @throws IllegalArgumentException with a plain sentence when it says what nobody knows, or is no text
     */
    private static Set<Asked> asked(Component field) {
        if (!field.kind().isText()) {
            throw new IllegalArgumentException(
                    "The field \"%s\" has the property \"commons\", but is no text.".formatted(field.key()));
        }
        Set<Asked> asked = EnumSet.noneOf(Asked.class);
        for (String word : field.property("commons").split(",")) {
            asked.add(Arrays.stream(Asked.values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The field \"%s\" asks for \"%s\" on Wikimedia Commons; it can be file, category and, for other pages, address."
                                    .formatted(field.key(), word.strip()))));
        }
        return asked;
    }

    /** Refuses a field that asks for something that there is not. */
    static void understand(Component field) {
        if (isAskedBy(field)) {
            asked(field);
        }
    }

    /** Names as Commons writes them, one in a line, or the first problem. */
    static Reading read(Component field, String text) {
        Set<Asked> asked = asked(field);
        List<String> names = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                Reading name = name(line, asked);
                if (name.problem() != null) {
                    return name;
                }
                names.add((String) name.value());
            }
        }
        return Reading.of(names.stream().distinct().collect(Collectors.joining("\n")));
    }

    /** An answer that the field takes. */
    static String example(Component field) {
        Set<Asked> asked = asked(field);
        return asked.contains(Asked.CATEGORY)
                ? "Category:Example"
                : asked.contains(Asked.FILE) ? "File:Example.jpg" : "https://meta.wikimedia.org/wiki/Example";
    }

    private static Reading name(String line, Set<Asked> asked) {
        String title = pasted(line).orElse(line);
        boolean address = ADDRESS.matcher(title).matches();
        if (address && asked.contains(Asked.ADDRESS)) {
            return Reading.of(title);
        }
        Matcher named = NAME.matcher(inText(title));
        if (named.matches()) {
            Asked kind = named.group(1).equalsIgnoreCase("category") ? Asked.CATEGORY : Asked.FILE;
            return asked.contains(kind) ? name(line, kind, named.group(2)) : unlikeAny(line, asked);
        }
        return !address && asked.contains(Asked.FILE) && isFile(title)
                ? name(line, Asked.FILE, title)
                : unlikeAny(line, asked);
    }

    /** The title of the page or file on Commons that somebody has copied the address of. */
    private static Optional<String> pasted(String line) {
        Matcher page = PAGE.matcher(line);
        if (page.matches()) {
            Matcher above = SHOWN_ABOVE_A_PAGE.matcher(page.group(2) == null ? "" : page.group(2));
            return decoded(above.matches() ? above.group(1) : page.group(1))
                    // Other pages there, such as galleries, are addresses like any other.
                    .filter(title -> NAME.matcher(title).matches());
        }
        Matcher title = BY_TITLE.matcher(line);
        if (title.matches()) {
            return decoded(title.group(1)).filter(found -> NAME.matcher(found).matches());
        }
        Matcher file = FILE_ITSELF.matcher(line);
        return file.matches() ? decoded(file.group(1)).map(name -> Asked.FILE.begins + name) : Optional.empty();
    }

    private static Optional<String> decoded(String inAddress) {
        try {
            return Optional.of(URLDecoder.decode(inAddress.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** As it is written in wikitext: with brackets around it, or with a colon or the letter of Commons before it. */
    private static String inText(String title) {
        return title.replaceFirst("^\\[\\[(.*)]]$", "$1").replaceFirst("(?i)^:?(?:c:|commons:)?", "");
    }

    private static boolean isFile(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static Reading unlikeAny(String line, Set<Asked> asked) {
        return Reading.problem(
                "commons.unlike",
                shown(line),
                asked.stream().map(one -> one.begins).collect(Collectors.joining(", ")));
    }

    private static Reading name(String line, Asked kind, String written) {
        String name = written.replaceAll("[_\\s\\p{Z}]+", " ").strip();
        if (name.isEmpty()) {
            return Reading.problem("commons.empty", shown(line), kind.begins);
        }
        Matcher never = NEVER.matcher(name);
        Matcher neverInFiles = NEVER_IN_FILES.matcher(name);
        if (never.find()) {
            return Reading.problem("commons.characters", shown(line), never.group());
        }
        if (kind == Asked.FILE && neverInFiles.find()) {
            return Reading.problem("commons.characters", shown(line), neverInFiles.group());
        }
        if (isPath(name)) {
            return Reading.problem("commons.characters", shown(line), ".");
        }
        if (kind == Asked.FILE && !isFile(name)) {
            return Reading.problem("commons.extension", shown(line));
        }
        String begins = name.substring(0, name.offsetByCodePoints(0, 1));
        String title =
                Character.toString(Character.toTitleCase(begins.codePointAt(0))) + name.substring(begins.length());
        int longest = kind == Asked.FILE ? LONGEST_FILE : LONGEST_CATEGORY;
        int bytes = title.getBytes(StandardCharsets.UTF_8).length;
        return bytes > longest
                ? Reading.problem("commons.long", shown(line), longest, bytes)
                : Reading.of(kind.begins + title);
    }

    /** In an address it would lead somewhere else. */
    private static boolean isPath(String name) {
        return name.matches("\\.{1,2}") || name.matches("(?:.*/)?\\.{1,2}/.*|.*/\\.{1,2}");
    }

    private static String shown(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** Where a line of such an answer leads: an address; empty when it is none, as in answers from before it was asked for. */
    public static Optional<String> address(String line) {
        if (ADDRESS.matcher(line).matches()) {
            return Optional.of(line);
        }
        return NAME.matcher(line).matches()
                ? Optional.of(SITE + UriUtils.encodePathSegment(line.strip().replace(' ', '_'), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
