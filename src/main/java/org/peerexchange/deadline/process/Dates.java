package org.peerexchange.deadline.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.peerexchange.deadline.Deadlines;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Wait until a date",
        does =
                "Fires on the day and at the hour of a deadline, in the time zone of the programme. The table says which fact or day it counts from, and how far from it. It is written ${dates.of(execution, 'name')}, in a timer as in the due date of a task.",
        on = Step.Element.TIMER_EVENT,
        topic = Step.Topic.WAIT,
        in = @Step.In(name = "name", is = "the deadline", kind = Step.Kind.DEADLINE, example = "applications-close"),
        troubles = {
            @Step.Trouble(when = "The table does not know the deadline"),
            @Step.Trouble(when = "The day it counts from is not known yet")
        },
        example = "Applications close")
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
