package org.peerexchange.deadline.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Find the next rung of the ladder",
        does = "Reckons when the next reminder of an open request is due.",
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
        out = @Step.Out(name = "nextRung", is = "a date, or null when the ladder has ended"),
        example = "Find the next rung",
        internal = true)
@Component("findNextRung")
class FindNextRung implements JavaDelegate {

    private final OpenRequest request;

    FindNextRung(OpenRequest request) {
        this.request = request;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "nextRung",
                request.ladder(execution)
                        .nextAfter(request.lookedAt(execution), request.due(execution), request.zone(execution))
                        .map(Date::from)
                        .orElse(null));
    }
}
