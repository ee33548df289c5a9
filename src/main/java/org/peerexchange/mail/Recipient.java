package org.peerexchange.mail;

/** Who a mail goes to: a person, or everybody in a group of the staff. Never an address: that is looked up when sending. */
public record Recipient(Kind kind, String id) {

    public enum Kind {
        PERSON,
        STAFF
    }

    public static Recipient person(String id) {
        return new Recipient(Kind.PERSON, id);
    }

    public static Recipient staff(String group) {
        return new Recipient(Kind.STAFF, group);
    }

    static Recipient parse(String stored) {
        var colon = stored.indexOf(':');
        return new Recipient(Kind.valueOf(stored.substring(0, colon).toUpperCase()), stored.substring(colon + 1));
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    /** As stored and as part of a key: {@code person:17}, {@code staff:finance}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase() + ":" + id;
    }
}
