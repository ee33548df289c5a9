package org.peerexchange.impact;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of people's words what is private: mail addresses, and the full names of those who took part. */
final class Privacy {

    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}");

    private final List<Pattern> names;

    /** @param names the real names of those who took part */
    Privacy(Collection<String> names) {
        this.names = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    String keep(String words) {
        String kept = ADDRESS.matcher(words).replaceAll("(address removed)");
        for (Pattern name : names) {
            kept = name.matcher(kept).replaceAll("(name removed)");
        }
        return kept;
    }
}
