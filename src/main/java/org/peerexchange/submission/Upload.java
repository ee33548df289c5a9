package org.peerexchange.submission;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A place in a form where files are asked for: a text component with the custom property {@code upload}.
 *
 * @param name the name the files are kept under
 * @param label what people read: the property {@code label}, else the first line of the text
 * @param min how many files are needed; 0 if the property {@code min} is missing
 * @param max how many files are taken; 1, or {@code min} if that is more, if the property {@code max} is missing
 * @param kinds the kinds of files that are taken: the property {@code accept}, else every kind
 */
public record Upload(String name, String label, int min, int max, Set<FileKind> kinds) {

    static Upload of(Component component) {
        String name = component.property("upload");
        int min = count(component, "min", 0);
        int max = count(component, "max", Math.max(1, min));
        if (max < min) {
            throw new IllegalArgumentException(
                    "The upload \"%s\" asks for at least %d files but takes at most %d.".formatted(name, min, max));
        }
        return new Upload(name, label(component, name), min, max, kinds(name, component.property("accept")));
    }

    private static int count(Component component, String property, int otherwise) {
        String value = component.property(property);
        if (value == null) {
            return otherwise;
        }
        if (!value.strip().matches("\\d{1,3}")) {
            throw new IllegalArgumentException("The upload \"%s\" has \"%s\" as %s, which is not a number of files."
                    .formatted(component.property("upload"), value, property));
        }
        return Integer.parseInt(value.strip());
    }

    private static String label(Component component, String name) {
        if (component.property("label") != null) {
            return component.property("label");
        }
        String text = component.text("text");
        return text == null
                ? name
                : text.lines()
                        .map(line -> line.replaceFirst("^[#\\s]+", "").strip())
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse(name);
    }

    private static Set<FileKind> kinds(String name, String accept) {
        Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        for (String part : accept == null ? new String[0] : accept.split("[,;\\s]+")) {
            String word = part.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
            Set<FileKind> named = FileKind.named(word);
            if (named.isEmpty() && !word.isEmpty()) {
                throw new IllegalArgumentException("The upload \"%s\" accepts \"%s\"; files can be of these kinds: %s."
                        .formatted(name, word, FileKind.everyName()));
            }
            kinds.addAll(named);
        }
        return Collections.unmodifiableSet(kinds.isEmpty() ? EnumSet.allOf(FileKind.class) : kinds);
    }
}
