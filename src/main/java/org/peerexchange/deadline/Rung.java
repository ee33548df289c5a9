package org.peerexchange.deadline;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * A rung of a reminder ladder.
 *
 * @param offset when, from the due date; negative is before
 * @param action what happens
 * @param text name of the mail text; empty when nothing is sent
 */
public record Rung(Period offset, Action action, String text) {

    /** What a rung does, the weightier the later. */
    public enum Action {
        REMIND("remind"),
        TELL_STAFF("tell-staff"),
        GIVE_UP("give-up");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /** The word tables and models use. */
        public String word() {
            return word;
        }

        static Action of(String word) {
            for (Action action : values()) {
                if (action.word.equals(word)) {
                    return action;
                }
            }
            throw new IllegalArgumentException(
                    "\"%s\" is no action of a reminder ladder: use remind, tell-staff or give-up.".formatted(word));
        }
    }

    Instant at(Instant due, ZoneId zone) {
        return due.atZone(zone).plus(offset).toInstant();
    }
}
