package org.peerexchange.submission.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.deadline.Deadlines;
import org.peerexchange.programme.Parties;
import org.springframework.stereotype.Component;

/**
 * First step of {@code ask-participant}: who is asked, by when, and in which version of the form.
 *
 * <p>In: {@code who} (side), {@code deadline} (name), {@code form} (id). Out: {@code person} (id), {@code dueDate},
 * {@code formVersion} (of this moment: a later deployment does not change what is open), {@code lookedAt}, {@code answered}
 * (false).
 */
@Component("prepareRequest")
class PrepareRequest implements JavaDelegate {

    private final Parties parties;
    private final Deadlines deadlines;
    private final DeployedForms forms;
    private final Clock clock;

    PrepareRequest(Parties parties, Deadlines deadlines, DeployedForms forms, Clock clock) {
        this.parties = parties;
        this.deadlines = deadlines;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Instant due = deadlines.of(number, (String) execution.getVariable("deadline"));
        String who = (String) execution.getVariable("who");
        execution.setVariable("person", parties.of(number, who).personId());
        execution.setVariable("dueDate", Date.from(due));
        execution.setVariable(
                "formVersion",
                String.valueOf(
                        forms.latest((String) execution.getVariable("form")).version()));
        execution.setVariable("lookedAt", Date.from(clock.instant()));
        execution.setVariable("answered", false);
    }
}
