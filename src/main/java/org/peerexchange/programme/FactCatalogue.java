package org.peerexchange.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The facts that texts and tables of a programme can name, generated from its forms, tables, sides and words, and from what each
 * room knows of every programme. A name that is in it can still be unknown about one case; a name that is not in it always is.
 */
@Component
public class FactCatalogue {

    private static final String ANYTHING = ".*";

    /** More names than these say less than none. */
    private static final int TOO_MANY = 30;

    private final List<FactNames> rooms;

    FactCatalogue(List<FactNames> rooms) {
        this.rooms = rooms;
    }

    /**
     * What can be known in a programme.
     *
     * @param programme its key; of what all share, each programme's facts can be named
     */
    public Known in(ModelFiles files, String programme) {
        Set<String> paths = new TreeSet<>();
        for (Programme one : files.programmesOf(programme)) {
            rooms.forEach(room -> paths.addAll(room.of(files, one)));
        }
        return new Known(paths);
    }

    /** Names of facts as dotted paths. */
    public record Known(Set<String> paths) {

        /** Whether there can be such a fact, or some below it. */
        public boolean has(String path) {
            return paths.contains(path)
                    || paths.stream().anyMatch(known -> known.startsWith(path + ".") || isAnythingBelow(known, path));
        }

        private static boolean isAnythingBelow(String known, String path) {
            return known.endsWith(ANYTHING) && path.startsWith(known.substring(0, known.length() - 1));
        }

        /** Why a path leads nowhere, with what was probably meant; empty when it can lead to something. */
        public Optional<String> wrong(String path) {
            if (has(path)) {
                return Optional.empty();
            }
            String right = "";
            for (String name : path.split("\\.", -1)) {
                if (!has(right + name)) {
                    return Optional.of("no fact is called \"%s\"%s".formatted(path, instead(right, name, path)));
                }
                right += name + ".";
            }
            return Optional.of("no fact is called \"%s\".".formatted(path));
        }

        private String instead(String right, String name, String path) {
            Set<String> there = paths.stream()
                    .filter(known -> known.startsWith(right))
                    .map(known -> known.substring(right.length()).split("\\.")[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            Optional<String> near = NearWords.nearest(Names.camelCase(name), there);
            if (near.isPresent()) {
                String whole = right + near.get() + path.substring((right + name).length());
                return "; did you mean \"%s\"?".formatted(has(whole) ? whole : right + near.get());
            }
            return right.isEmpty() || there.size() > TOO_MANY
                    ? "."
                    : "; %s has %s.".formatted(right.substring(0, right.length() - 1), String.join(", ", there));
        }
    }
}
