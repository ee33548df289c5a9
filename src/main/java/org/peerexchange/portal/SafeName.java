package org.peerexchange.portal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names under which files can be unpacked on any computer, whatever people have called them. */
final class SafeName {

    private static final int LONGEST = 100;

    private SafeName() {}

    /** One part below the other; no part leads elsewhere. */
    static String path(String... parts) {
        return Arrays.stream(parts).map(SafeName::of).collect(Collectors.joining("/"));
    }

    /** Letters and digits of any script, dots, hyphens and underscores; what stands first is no dot. */
    private static String of(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "_").replaceAll("\\.{2,}", ".");
        safe = safe.replaceFirst("^\\.+", "_").replaceFirst("\\.+$", "_");
        if (safe.length() <= LONGEST) {
            return safe;
        }
        int dot = safe.lastIndexOf('.');
        String ending = dot > 0 && safe.length() - dot <= 10 ? safe.substring(dot) : "";
        return safe.substring(0, LONGEST - ending.length()) + ending;
    }
}
