package org.peerexchange.programme;

import java.time.ZoneId;

/** How ids become names: those of models and forms facts, those of time zones words. */
public final class Names {

    private Names() {}

    /** {@code activity-plan} becomes {@code activityPlan}, since FEEL reads a hyphen as minus. */
    public static String camelCase(String id) {
        StringBuilder name = new StringBuilder();
        boolean up = false;
        for (char letter : id.toCharArray()) {
            if (letter == '-') {
                up = true;
            } else {
                name.append(up ? Character.toUpperCase(letter) : letter);
                up = false;
            }
        }
        return name.toString();
    }

    /** {@code Europe/Warsaw} becomes {@code Warsaw time}. */
    public static String ofZone(ZoneId zone) {
        String id = zone.getId();
        return id.contains("/") ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + " time" : id;
    }
}
