package org.peerexchange.desk;

import java.util.Set;
import org.peerexchange.people.Installation;
import org.peerexchange.programme.Programme;

/** Whoever looks at the desk, with the groups they belong to now. */
record Reader(String name, Set<String> groups) {

    Programme.Sight sight(Programme programme) {
        return groups.contains(Installation.ADMINISTRATORS) ? Programme.Sight.EVERYTHING : programme.sight(groups);
    }

    /** Whether Tasklist shows them this task. */
    boolean mayOpen(OpenTask task, Programme programme) {
        return name.equals(task.assignee())
                || task.groups().stream().anyMatch(groups::contains)
                || task.side() != null && sight(programme).everything()
                || groups.contains(Installation.ADMINISTRATORS);
    }
}
