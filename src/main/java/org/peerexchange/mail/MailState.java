package org.peerexchange.mail;

public enum MailState {
    WAITING("waiting to be sent"),
    SENT("sent"),
    FAILED("could not be delivered; staff have a task"),
    GIVEN_UP("given up by staff"),
    NOT_WANTED("not sent: they have unsubscribed from mails like it");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    String stored() {
        return name().toLowerCase();
    }

    static MailState parse(String stored) {
        return valueOf(stored.toUpperCase());
    }
}
