package org.peerexchange.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Agree the pair",
        does = "Both sides have said yes: the pair takes its places, if both still wait for a partner.",
        topic = Step.Topic.CASES,
        out = @Step.Out(name = "agreed", is = "false when one side no longer waits for a partner"),
        example = "Agree the pair")
@Component("agreePair")
class AgreePair implements JavaDelegate {

    private final Matching matching;

    AgreePair(Matching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.getProcessInstance().setVariable("agreed", matching.agree(execution.getProcessBusinessKey()));
    }
}
