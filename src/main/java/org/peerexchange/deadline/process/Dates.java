package org.peerexchange.deadline.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.peerexchange.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** What timers and due dates in models read: {@code ${dates.of(execution, 'name-of-deadline')}}. */
@Component("dates")
public class Dates {

    private final Deadlines deadlines;

    Dates(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * When a deadline of the execution's case ends.
     *
     * @throws IllegalArgumentException see {@link Deadlines#of}
     */
    public Date of(DelegateExecution execution, String name) {
        return Date.from(deadlines.of(execution.getProcessBusinessKey(), name));
    }
}
