package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Tell the application of a side",
        does =
                "Sends a message to the application that a side of this case came from; nothing happens when it does not wait for it.",
        topic = Step.Topic.CASES,
        in = {
            @Step.In(name = "side", is = "the side", kind = Step.Kind.SIDE, example = "mentee"),
            @Step.In(name = "message", is = "the message", kind = Step.Kind.MESSAGE, example = "backToPool")
        },
        troubles = @Step.Trouble(when = "The case has nobody on that side"),
        example = "Put the mentee back into the pool")
@Component("tellSide")
class TellSide implements JavaDelegate {

    private final Parties parties;

    TellSide(Parties parties) {
        this.parties = parties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String application = parties.of(execution.getProcessBusinessKey(), (String) execution.getVariable("side"))
                .application();
        Telling.message(execution, application).correlateAll();
    }
}
