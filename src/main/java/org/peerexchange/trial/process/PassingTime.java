package org.peerexchange.trial.process;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;

/** Lets time pass on the calling thread, every timer at its own moment, while the job executor is held back. */
public class PassingTime {

    private static final int MOST_JOBS = 5000;

    /** Each look for jobs that are due costs as much as one of them. */
    private static final int AT_ONCE = 20;

    private final ManagementService jobs;
    private final Supplier<Instant> now;
    private final Consumer<Instant> clock;
    private final Runnable afterwards;

    /**
     * @param clock sets the engine's clock
     * @param afterwards what is to happen at each moment once all its jobs are done
     */
    public PassingTime(ManagementService jobs, Supplier<Instant> now, Consumer<Instant> clock, Runnable afterwards) {
        this.jobs = jobs;
        this.now = now;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    /** Stops at every timer on the way. */
    public void until(Instant end) {
        runJobs();
        for (Job next = nextTimer(); next != null && !due(next).isAfter(end); next = nextTimer()) {
            if (due(next).isAfter(now.get())) {
                clock.accept(due(next));
            }
            jobs.executeJob(next.getId());
            runJobs();
        }
        if (end.isAfter(now.get())) {
            clock.accept(end);
        }
        runJobs();
    }

    /** Does everything that waits for the job executor only, timers that are due included. */
    public void runJobs() {
        for (int done = 0; done < MOST_JOBS; ) {
            List<Job> due = jobs.createJobQuery()
                    .executable()
                    .withRetriesLeft()
                    .active()
                    .listPage(0, AT_ONCE);
            if (due.isEmpty()) {
                afterwards.run();
                return;
            }
            due.forEach(this::run);
            done += due.size();
        }
        throw new IllegalStateException("The jobs never end: "
                + jobs.createJobQuery().executable().list().stream()
                        .map(Job::getProcessDefinitionKey)
                        .toList());
    }

    private void run(Job due) {
        try {
            jobs.executeJob(due.getId());
        } catch (NullValueException wrong) {
            boolean endedByAnother = jobs.createJobQuery().jobId(due.getId()).count() == 0;
            if (!endedByAnother) {
                throw wrong;
            }
        }
    }

    private Job nextTimer() {
        return Timers.next(jobs.createJobQuery()).orElse(null);
    }

    private static Instant due(Job timer) {
        return timer.getDuedate().toInstant();
    }
}
