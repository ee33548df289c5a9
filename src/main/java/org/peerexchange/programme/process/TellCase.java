package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Tell the same case",
        does = "Sends a message to whatever else of the same case waits for it; nothing happens when nobody does.",
        topic = Step.Topic.CASES,
        in = @Step.In(name = "message", is = "the message", kind = Step.Kind.MESSAGE, example = "planWithdrawn"),
        example = "Tell the exchange that the plan is withdrawn")
@Component("tellCase")
class TellCase implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        Telling.message(execution, execution.getProcessBusinessKey()).correlateAll();
    }
}
