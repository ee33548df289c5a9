package org.peerexchange.submission;

import java.util.Locale;

/**
 * Who sent or signed something.
 *
 * @param kind {@code person} or {@code staff}
 * @param id id of the person, or the staff member's user id
 * @param side the side they act for; {@code hub} for staff
 */
public record Author(String kind, String id, String side, Locale language) {

    public static final String HUB = "hub";

    public static Author person(String id, String side) {
        return new Author("person", id, side, Locale.ENGLISH);
    }

    /** The same, who is told in this language what is wrong with an answer. */
    public Author reading(Locale language) {
        return new Author(kind, id, side, language);
    }

    public static Author staff(String userId) {
        return new Author("staff", userId, HUB, Locale.ENGLISH);
    }
}
