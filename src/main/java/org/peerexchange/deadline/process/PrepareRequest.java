package org.peerexchange.deadline.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.deadline.Deadlines;
import org.peerexchange.programme.Parties;
import org.springframework.stereotype.Component;

/**
 * First step of {@code ask-participant}: who is asked and by when.
 *
 * <p>In: {@code who} (side), {@code deadline} (name). Out: {@code person} (id), {@code dueDate}, {@code lookedAt}.
 */
@Component("prepareRequest")
class PrepareRequest implements JavaDelegate {

    private final Parties parties;
    private final Deadlines deadlines;
    private final Clock clock;

    PrepareRequest(Parties parties, Deadlines deadlines, Clock clock) {
        this.parties = parties;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Instant due = deadlines.of(number, (String) execution.getVariable("deadline"));
        execution.setVariable(
                "person", parties.of(number, (String) execution.getVariable("who")).personId());
        execution.setVariable("dueDate", Date.from(due));
        execution.setVariable("lookedAt", Date.from(clock.instant()));
    }
}
