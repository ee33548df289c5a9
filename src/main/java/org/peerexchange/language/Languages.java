package org.peerexchange.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages in which there are pages: English, and each that there is a {@code messages/pages_<language>.properties} for. */
@Component
public class Languages {

    private static final Pattern FILE = Pattern.compile("pages_([a-zA-Z_]+)\\.properties");

    private final List<Locale> all;

    Languages() {
        List<Locale> found = new ArrayList<>(List.of(Locale.ENGLISH));
        TreeMap<String, Locale> others = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/pages_*.properties")) {
                Matcher name = FILE.matcher(Objects.requireNonNullElse(file.getFilename(), ""));
                if (name.matches()) {
                    String tag = name.group(1).replace('_', '-');
                    others.put(tag, Locale.forLanguageTag(tag));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.addAll(others.values());
        all = List.copyOf(found);
    }

    /** English first. */
    public List<Locale> all() {
        return all;
    }

    /** The language with this tag, or the one it is a kind of, such as {@code pl} for {@code pl-PL}; empty for any other. */
    public Optional<Locale> find(String tag) {
        Locale wanted = Locale.forLanguageTag(tag);
        return all.stream()
                .filter(language -> language.equals(wanted))
                .findFirst()
                .or(() -> all.stream()
                        .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                        .findFirst());
    }

    /** The first of these that there are pages in; English when there is none. */
    Locale best(Iterable<Locale> wanted) {
        for (Locale language : wanted) {
            Optional<Locale> found = find(language.toLanguageTag());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Locale.ENGLISH;
    }

    /** What a language calls itself, such as {@code polski}. */
    public static String nativeName(Locale language) {
        return language.getDisplayName(language);
    }
}
