package org.peerexchange.mail;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A recipient at the moment of sending. More than one address only for a group of the staff. */
public record Addressee(String name, List<String> addresses, Locale language, ZoneId zone) {

    Addressee reading(Locale text) {
        return new Addressee(name, addresses, text, zone);
    }

    /** For people who must recognise the address but need not learn it: {@code Ana (a…@example.org)}. */
    String label() {
        return addresses.isEmpty() ? name : name + " (" + masked() + ")";
    }

    private String masked() {
        return String.join(", ", addresses.stream().map(Addressee::mask).toList());
    }

    static String mask(String address) {
        var at = address.lastIndexOf('@');
        return at < 1 ? "…" : address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(at);
    }
}
