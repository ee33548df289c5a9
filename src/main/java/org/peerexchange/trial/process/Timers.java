package org.peerexchange.trial.process;

import java.util.Optional;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;

/** What waits for a moment to come. */
final class Timers {

    private Timers() {}

    /** The first of these jobs that is a timer and still fires. */
    static Optional<Job> next(JobQuery among) {
        return among.timers().active().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1).stream()
                .findFirst();
    }
}
