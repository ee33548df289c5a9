package org.peerexchange.desk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What goes on in cases. */
public interface WorkInProgress {

    /**
     * A process of a case.
     *
     * @param id the instance, as Cockpit finds it
     */
    record Running(String id, String name) {}

    /** The name of the process by which staff of a programme move the days of its cycle; empty where none does. */
    Optional<String> movesDays(String programme);

    /** The open tasks of these cases, the earliest due first. */
    List<OpenTask> tasks(Collection<String> caseNumbers);

    /** The processes that run for a case, without those that programmes share: their staff do not look into these. */
    List<Running> processes(String caseNumber);

    /** What the case's processes wait for by date, the next first, without reminders of what a participant was asked. */
    List<Waiting> waiting(String caseNumber);
}
