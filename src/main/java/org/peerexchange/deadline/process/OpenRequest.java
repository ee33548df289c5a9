package org.peerexchange.deadline.process;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.peerexchange.deadline.Ladder;
import org.peerexchange.deadline.ReminderLadders;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;

/** The request that an instance of {@code ask-participant} holds open: its ladder, and its due date as it stands now. */
@Component
class OpenRequest {

    private final ReminderLadders ladders;
    private final Cases cases;
    private final Programmes programmes;

    OpenRequest(ReminderLadders ladders, Cases cases, Programmes programmes) {
        this.ladders = ladders;
        this.cases = cases;
        this.programmes = programmes;
    }

    Ladder ladder(DelegateExecution execution) {
        return ladders.of(programme(execution).key(), (String) execution.getVariable("ladder"));
    }

    ZoneId zone(DelegateExecution execution) {
        return programme(execution).zone();
    }

    /** The task's own due date, since staff may have moved it; the request's if they took it away. */
    Instant due(DelegateExecution execution) {
        Task task = execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .singleResult();
        Date due =
                task == null || task.getDueDate() == null ? (Date) execution.getVariable("dueDate") : task.getDueDate();
        return due.toInstant();
    }

    Instant lookedAt(DelegateExecution execution) {
        return ((Date) execution.getVariable("lookedAt")).toInstant();
    }

    private Programme programme(DelegateExecution execution) {
        Case subject = cases.of(execution.getProcessBusinessKey());
        return programmes.of(subject.programme());
    }
}
