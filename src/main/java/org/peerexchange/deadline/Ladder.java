package org.peerexchange.deadline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A reminder ladder of one kind: its rungs are reckoned from the due date whenever they are needed. */
public record Ladder(List<Rung> rungs) {

    /** When the next rung after this moment is, or empty when the ladder has no further one. */
    public Optional<Instant> nextAfter(Instant moment, Instant due, ZoneId zone) {
        return rungs.stream()
                .map(rung -> rung.at(due, zone))
                .filter(at -> at.isAfter(moment))
                .min(Comparator.naturalOrder());
    }

    /**
     * The one rung to act on now: of those that became due since the last look, the weightiest, and of equal ones the
     * latest. So a pause of weeks is followed by one current reminder, and a message to staff is never lost in it.
     *
     * @param since the last look, exclusive
     * @param now inclusive
     */
    public Optional<Rung> dueBetween(Instant since, Instant now, Instant due, ZoneId zone) {
        return rungs.stream()
                .filter(rung -> rung.at(due, zone).isAfter(since))
                .filter(rung -> !rung.at(due, zone).isAfter(now))
                .max(Comparator.comparing(Rung::action).thenComparing(rung -> rung.at(due, zone)));
    }
}
