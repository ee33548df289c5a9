package org.peerexchange.desk;

import java.util.List;

/** A case as a line of a list, with what is open in it. */
record CaseLine(String number, String title, String state, String since, boolean closed, List<TaskLine> tasks) {

    public boolean overdue() {
        return tasks.stream().anyMatch(TaskLine::overdue);
    }
}
