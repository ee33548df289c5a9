package org.peerexchange.desk;

import java.util.Set;
import org.peerexchange.people.Installation;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;

/** Whoever looks at the desk, with the groups they belong to now. */
record Reader(String name, Set<String> groups) {

    Programme.Sight sight(Programme programme) {
        return groups.contains(Installation.ADMINISTRATORS) ? Programme.Sight.EVERYTHING : programme.sight(groups);
    }

    /** What they see of a case's programme: nothing if there is no such programme any more. */
    Programme.Sight sight(Case subject, Programmes programmes) {
        return programmes.find(subject.programme()).map(this::sight).orElse(Programme.Sight.NOTHING);
    }

    /** Whether Tasklist shows them this task. */
    boolean mayOpen(OpenTask task, Programme programme) {
        return name.equals(task.assignee())
                || task.groups().stream().anyMatch(groups::contains)
                || task.side() != null && sight(programme).everything()
                || groups.contains(Installation.ADMINISTRATORS);
    }
}
