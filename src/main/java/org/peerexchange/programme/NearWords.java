package org.peerexchange.programme;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant by a word that there is not. */
public final class NearWords {

    private NearWords() {}

    /** The one that is nearest to a word, if few letters tell them apart. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(one -> apart(word, one) <= Math.max(1, Math.min(3, Math.min(word.length(), one.length()) / 3)))
                .min(Comparator.comparingInt((String one) -> apart(word, one)).thenComparing(one -> one));
    }

    /** How many letters must be added, left out or replaced; capitals and small letters are the same. */
    private static int apart(String some, String other) {
        String one = some.toLowerCase(Locale.ROOT);
        String two = other.toLowerCase(Locale.ROOT);
        int[] above = new int[two.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[above.length];
            here[0] = row;
            for (int column = 1; column < here.length; column++) {
                int same = above[column - 1] + (one.charAt(row - 1) == two.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(same, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[above.length - 1];
    }
}
