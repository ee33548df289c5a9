package org.peerexchange.trial.process;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The engine's time, movable, and what waits for it. */
@Component
@Profile("trial")
public class EngineTime {

    private final ManagementService management;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;

    EngineTime(ManagementService management, TaskService tasks, ProcessEngineConfiguration engine) {
        this.management = management;
        this.tasks = tasks;
        this.engine = (ProcessEngineConfigurationImpl) engine;
    }

    public static void move(Duration fromRealTime) {
        ClockUtil.offset(fromRealTime.toMillis());
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    public Optional<Instant> nextTimer() {
        return Timers.next(management.createJobQuery().duedateHigherThan(Date.from(now())))
                .map(Job::getDuedate)
                .map(Date::toInstant);
    }

    /** The task that is due next: staff have to do it before the timers behind it act without them. */
    public Optional<Due> nextDue() {
        return tasks
                .createTaskQuery()
                .active()
                .dueAfter(Date.from(now()))
                .orderByDueDate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(task -> new Due(task.getDueDate().toInstant(), task.getName()));
    }

    public record Due(Instant at, String task) {}

    public boolean hasNothingToDo() {
        return management.createJobQuery().executable().active().count() == 0;
    }

    /** The engine looks for due jobs at ever longer intervals; a moved clock is news to it. */
    public void lookForDueJobs() {
        engine.getJobExecutor().jobWasAdded();
    }
}
