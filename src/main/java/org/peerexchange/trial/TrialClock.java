package org.peerexchange.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerexchange.mail.Outbox;
import org.peerexchange.trial.process.EngineTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves time forward, never back, and stops at every timer on the way so that each acts on its own day. */
@Component
@Profile("trial")
class TrialClock {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration SETTLED_AFTER = Duration.ofMillis(300);
    private static final Duration JUST_AFTER = Duration.ofSeconds(1);

    private final EngineTime time;
    private final Outbox outbox;
    private final MovedClock moved;

    TrialClock(EngineTime time, Outbox outbox, @Value("${peerexchange.trial.data}") Path data) {
        this.time = time;
        this.outbox = outbox;
        this.moved = new MovedClock(data);
    }

    Instant now() {
        return time.now();
    }

    /** When something happens next by itself, or is to be done. */
    Optional<Instant> nextDate() {
        return Stream.of(time.nextTimer(), time.nextDue().map(EngineTime.Due::at))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** It stops at due dates too, just after them: whoever only watches timers sees what has become overdue on the way. */
    synchronized Move toNextDate() {
        Optional<EngineTime.Due> due = time.nextDue();
        return nextDate()
                .map(date -> moveTo(date.plus(JUST_AFTER))
                        .at(due.filter(task -> task.at().equals(date))
                                .map(EngineTime.Due::task)
                                .orElse("")))
                .orElse(new Move(now(), 0, true, ""));
    }

    synchronized Move forward(Duration step) {
        return moveTo(now().plus(step));
    }

    private Move moveTo(Instant target) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        int stops = 0;
        boolean settled = waitUntilSettled(deadline);
        // The lock of a job or a mail that is still in work would seem to have expired on the new date, and it would be
        // done twice.
        while (settled) {
            Optional<Instant> timer = time.nextTimer().filter(due -> due.isBefore(target));
            setTo(timer.map(due -> due.plus(JUST_AFTER))
                    .filter(instant -> instant.isBefore(target))
                    .orElse(target));
            settled = waitUntilSettled(deadline);
            if (timer.isPresent()) {
                stops++;
            }
            if (!now().isBefore(target)) {
                break;
            }
        }
        return new Move(now(), stops, settled, "");
    }

    /** Moves the hands without waiting for anything: for whoever does by itself what becomes due. */
    synchronized void setTo(Instant instant) {
        Duration ahead = Duration.between(Instant.now(), instant);
        moved.keep(ahead);
        EngineTime.move(ahead);
    }

    /** A timer's job makes further jobs (mails, the next step): quiet for a moment means that the last has run. */
    private boolean waitUntilSettled(long deadline) {
        long quietSince = System.nanoTime();
        time.lookForDueJobs();
        while (System.nanoTime() < deadline) {
            if (!time.hasNothingToDo() || outbox.hasDue()) {
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > SETTLED_AFTER.toNanos()) {
                return true;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /**
     * Where the clock stands now, at how many timers it stopped, and whether everything due has been done.
     *
     * @param due the task whose due date it was moved to, or empty
     */
    record Move(Instant now, int timers, boolean settled, String due) {

        private Move at(String task) {
            return new Move(now, timers, settled, task);
        }
    }
}
