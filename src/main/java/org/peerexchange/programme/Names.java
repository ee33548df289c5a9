package org.peerexchange.programme;

/** How ids of models and forms become names of facts. */
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
}
