package org.peerexchange.submission;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A place in a form where files are asked for: a text component with the custom property {@code upload}.
 *
 * @param name the name the files are kept under
 * @param label what people read: the property {@code label}, else the first line of the text
 * @param min how many files are needed; 0 if the property {@code min} is missing
 * @param max how many files are taken; 1, or {@code min} if that is more, if the property {@code max} is missing
 * @param kinds the endings that are taken, in lower case and without a dot, of {@link #TAKEN}; empty means that the form sets no
 *     limit
 */
public record Upload(String name, String label, int min, int max, Set<String> kinds) {

    /** The endings of files that are taken at all. */
    public static final Set<String> TAKEN = Set.of("jpg", "jpeg", "png", "pdf");

    private static final String ANY_IMAGE = "image";

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

    private static Set<String> kinds(String name, String accept) {
        Set<String> kinds = new LinkedHashSet<>();
        for (String kind : accept == null ? new String[0] : accept.split("[,;\\s]+")) {
            String ending = kind.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
            if (ending.equals(ANY_IMAGE)) {
                kinds.addAll(List.of("jpg", "jpeg", "png"));
            } else if (TAKEN.contains(ending)) {
                kinds.add(ending);
            } else if (!ending.isEmpty()) {
                throw new IllegalArgumentException(
                        "The upload \"%s\" accepts \"%s\"; files can be of these kinds: image, jpg, jpeg, png, pdf."
                                .formatted(name, ending));
            }
        }
        return Collections.unmodifiableSet(kinds);
    }
}
