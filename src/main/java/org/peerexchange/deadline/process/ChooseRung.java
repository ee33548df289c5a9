package org.peerexchange.deadline.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.deadline.Rung;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Choose what is due now",
        does = "Finds the one rung of the ladder that is due, however long nobody looked.",
        topic = Step.Topic.ASK,
        in = {
            @Step.In(name = "ladder", is = "the kind of reminders", kind = Step.Kind.LADDER, example = "report"),
            @Step.In(
                    name = "lookedAt",
                    is = "when the ladder was last looked at",
                    kind = Step.Kind.VARIABLE,
                    example = "lookedAt"),
            @Step.In(
                    name = "dueDate",
                    is = "by when the answer is wanted",
                    kind = Step.Kind.VARIABLE,
                    example = "dueDate")
        },
        out = {
            @Step.Out(
                    name = "rung",
                    is = "remind, tell-staff or give-up; none when staff moved the due date meanwhile"),
            @Step.Out(name = "rungText", is = "the text of the reminder"),
            @Step.Out(name = "lookedAt", is = "now")
        },
        example = "Choose what is due now",
        internal = true)
@Component("chooseRung")
class ChooseRung implements JavaDelegate {

    private final OpenRequest request;
    private final Clock clock;

    ChooseRung(OpenRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        Optional<Rung> due = request.ladder(execution)
                .dueBetween(request.lookedAt(execution), now, request.due(execution), request.zone(execution));
        execution.setVariable("rung", due.map(rung -> rung.action().word()).orElse("none"));
        execution.setVariable("rungText", due.map(Rung::text).orElse(""));
        execution.setVariable("lookedAt", Date.from(now));
    }
}
