package org.peerexchange.mail;

import java.util.UUID;

/**
 * Who a mail goes to: a person, everybody in a group of the staff, or whoever reads mail at an address that somebody wants to
 * have changed, the new one or the one before. Never an address: that is looked up when sending.
 */
public record Recipient(Kind kind, String id) {

    public enum Kind {
        PERSON,
        STAFF,
        NEW_ADDRESS,
        FORMER_ADDRESS
    }

    public static Recipient person(String id) {
        return new Recipient(Kind.PERSON, id);
    }

    public static Recipient staff(String group) {
        return new Recipient(Kind.STAFF, group);
    }

    /** @param change id of the change that has the address */
    public static Recipient newAddress(UUID change) {
        return new Recipient(Kind.NEW_ADDRESS, change.toString());
    }

    /** The same for the address that was known before. */
    public static Recipient formerAddress(UUID change) {
        return new Recipient(Kind.FORMER_ADDRESS, change.toString());
    }

    static Recipient parse(String stored) {
        var colon = stored.indexOf(':');
        return new Recipient(Kind.valueOf(stored.substring(0, colon).toUpperCase()), stored.substring(colon + 1));
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    /** Whether it is somebody of whom nothing but an address is known: nothing about a person is told there. */
    public boolean isAddress() {
        return kind == Kind.NEW_ADDRESS || kind == Kind.FORMER_ADDRESS;
    }

    /** As stored and as part of a key: {@code person:17}, {@code staff:finance}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase() + ":" + id;
    }
}
