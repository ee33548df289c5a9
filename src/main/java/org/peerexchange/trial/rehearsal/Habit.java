package org.peerexchange.trial.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** How somebody keeps to dates: the part of the given time after which they answer, or never. */
record Habit(double from, double to) {

    static final Habit NEVER = new Habit(-1, -1);

    static final Habit STAFF = new Habit(0.1, 0.9);

    /** Most people answer in good time, some at the end, few too late, and hardly anybody never. */
    static Habit of(Random chance) {
        int kind = chance.nextInt(100);
        if (kind < 60) {
            return new Habit(0.05, 0.7);
        }
        if (kind < 88) {
            return new Habit(0.7, 1);
        }
        return kind < 98 ? new Habit(1, 1.6) : NEVER;
    }

    Instant when(Instant now, Instant due, Random chance) {
        double part = from + (to - from) * chance.nextDouble();
        return now.plus(Duration.ofMinutes(
                Math.max(1, (long) (Duration.between(now, due).toMinutes() * part))));
    }
}
