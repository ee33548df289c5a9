package org.peerexchange.submission;

/**
 * Who sent or signed something.
 *
 * @param kind {@code person} or {@code staff}
 * @param id id of the person, or the staff member's user id
 * @param side the side they act for; {@code hub} for staff
 */
public record Author(String kind, String id, String side) {

    public static final String HUB = "hub";

    public static Author person(String id, String side) {
        return new Author("person", id, side);
    }

    public static Author staff(String userId) {
        return new Author("staff", userId, HUB);
    }
}
