package org.peerexchange.trial;

/** Somebody who works with the trial installation. The people are invented. */
record TrialAccount(String id, String firstName, String lastName, String group, String does, String password) {

    static final String ADMINISTRATORS = "camunda-admin";

    private static final String NONE = "";

    static TrialAccount of(String id, String firstName, String lastName, String group, String does) {
        return new TrialAccount(id, firstName, lastName, group, does, NONE);
    }

    TrialAccount withPassword(String chosen) {
        return new TrialAccount(id, firstName, lastName, group, does, chosen);
    }

    boolean isAdmin() {
        return group.equals(ADMINISTRATORS);
    }
}
