package org.peerexchange.desk;

import java.util.stream.Collectors;
import org.peerexchange.people.Installation;
import org.peerexchange.programme.Programme;
import org.springframework.stereotype.Component;

/** Says what is open and who has to do it. */
@Component
class TaskLines {

    private final Installation installation;

    TaskLines(Installation installation) {
        this.installation = installation;
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
        String groups = task.groups().stream()
                .map(group -> installation.groups().containsKey(group)
                        ? installation.groups().get(group).name()
                        : group)
                .sorted()
                .collect(Collectors.joining(" or "));
        if (task.assignee() == null) {
            return groups.isEmpty() ? "nobody: no group may do it" : groups;
        }
        return groups.isEmpty() ? task.assignee() : "%s (%s)".formatted(task.assignee(), groups);
    }
}
