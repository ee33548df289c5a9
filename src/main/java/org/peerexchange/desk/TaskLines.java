package org.peerexchange.desk;

import java.util.stream.Collectors;
import org.peerexchange.people.Groups;
import org.peerexchange.programme.Programme;
import org.springframework.stereotype.Component;

/** Says what is open and who has to do it. */
@Component
class TaskLines {

    private final Groups groups;

    TaskLines(Groups groups) {
        this.groups = groups;
    }

    TaskLine of(OpenTask task, Programme programme, Reader reader, Moments moments) {
        return new TaskLine(
                task.name(),
                reader.mayOpen(task, programme) ? "/camunda/app/tasklist/default/#/?task=" + task.id() : null,
                waitingFor(task),
                moments.due(task.due()),
                moments.isOver(task.due()));
    }

    private String waitingFor(OpenTask task) {
        if (task.side() != null) {
            return "the " + task.side();
        }
        String theirs = task.groups().stream().map(groups::nameOf).sorted().collect(Collectors.joining(" or "));
        if (task.assignee() == null) {
            return theirs.isEmpty() ? "nobody: no group may do it" : theirs;
        }
        return theirs.isEmpty() ? task.assignee() : "%s (%s)".formatted(task.assignee(), theirs);
    }
}
