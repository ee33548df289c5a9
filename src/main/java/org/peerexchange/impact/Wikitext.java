package org.peerexchange.impact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes wikitext in which people's words are words and nothing else: no link, template, table, tag or signature. */
public final class Wikitext {

    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    private static final Pattern COMMONS_PAGE =
            Pattern.compile("https://commons\\.(?:m\\.)?wikimedia\\.org/wiki/((?:Category|File):[^?#\\s]+)");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
    private static final Pattern NO_TITLE = Pattern.compile("[\\[\\]{}|<>#~\\p{Cntrl}\\p{Cf}]|''|&|__");

    private Wikitext() {}

    /** People's words as one line. */
    public static String words(String said) {
        String line =
                UNSEEN.matcher(LINE_ENDS.matcher(said.strip()).replaceAll(" ")).replaceAll("");
        StringBuilder safe = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (isMarkup(line, at)) {
                safe.append("&#").append((int) letter).append(';');
            } else {
                safe.append(letter);
            }
        }
        return safe.toString();
    }

    /** Wikitext that is safe as it stands, and no words any more. */
    record Safe(String wikitext) {

        @Override
        public String toString() {
            return wikitext;
        }
    }

    /** Facts with something done to every text in them, however deep; what is none stays as it is. */
    @SuppressWarnings("unchecked") // of a map a map is made
    public static Map<String, Object> everywhere(Map<String, Object> facts, UnaryOperator<String> done) {
        return (Map<String, Object>) in(facts, done);
    }

    private static Object in(Object facts, UnaryOperator<String> done) {
        if (facts instanceof Map<?, ?> map) {
            Map<Object, Object> changed = new LinkedHashMap<>();
            map.forEach((name, value) -> changed.put(name, in(value, done)));
            return changed;
        }
        if (facts instanceof Collection<?> several) {
            List<Object> changed = new ArrayList<>();
            several.forEach(one -> changed.add(in(one, done)));
            return changed;
        }
        return facts instanceof String said ? done.apply(said) : facts;
    }

    private static boolean isMarkup(String line, int at) {
        char letter = line.charAt(at);
        boolean edge = at == 0 || at == line.length() - 1;
        return switch (letter) {
            case '<', '>', '|', '{', '}', '[', ']', '~', '=' -> true;
            // One that stands for itself may stay.
            case '&' -> ENTITY.matcher(line).region(at, line.length()).lookingAt();
            // A single apostrophe is one; beside another, or beside markup of ours, it would begin italics.
            case '\'' -> edge || line.charAt(at - 1) == '\'' || line.charAt(at + 1) == '\'';
            case '_', '!', '-' -> at == 0 || repeats(line, at);
            // A web address in somebody's words is text: the report does not send its readers there.
            case ':' -> at == 0 || beginsAddress(line, at);
            case '*', '#', ';' -> at == 0;
            default -> false;
        };
    }

    /** {@code https:}, {@code mailto:} and the like, but not 10:30. */
    private static boolean beginsAddress(String line, int at) {
        return Character.isLetter(line.charAt(at - 1))
                && at + 1 < line.length()
                && !Character.isWhitespace(line.charAt(at + 1));
    }

    private static boolean repeats(String line, int at) {
        char letter = line.charAt(at);
        return line.charAt(at - 1) == letter || at + 1 < line.length() && line.charAt(at + 1) == letter;
    }

    /** A link to somebody's user page, or their name alone if it can be no page title. */
    static String user(String typed) {
        String name = typed.replaceFirst("(?i)^\\s*user:\\s*", "");
        return NO_TITLE.matcher(name).find() || name.contains("/") || name.contains(":")
                ? words(name)
                : "[[User:%1$s|%1$s]]".formatted(name.strip());
    }

    /** The title of the Commons category or file an address leads to. */
    static Optional<String> commonsTitle(String address) {
        Matcher page = COMMONS_PAGE.matcher(address);
        if (!page.matches()) {
            return Optional.empty();
        }
        try {
            String title = URLDecoder.decode(page.group(1).replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replace('_', ' ')
                    .strip();
            return NO_TITLE.matcher(title).find() ? Optional.empty() : Optional.of(title);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** A link to an address, to Commons as a link inside the wikis; what is no address stays words. */
    static String link(String address) {
        Optional<String> commons = commonsTitle(address);
        if (commons.isPresent()) {
            return "[[:commons:%1$s|%1$s]]".formatted(commons.get());
        }
        if (!WEB_ADDRESS.matcher(address).matches()) {
            return words(address);
        }
        String safe = UNSEEN.matcher(address)
                .replaceAll("")
                .replace("[", "%5B")
                .replace("]", "%5D")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("|", "%7C")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\"", "%22")
                .replace("'", "%27")
                .replace("~", "%7E");
        return "[%s]".formatted(safe);
    }
}
