package org.peerexchange.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Check how many places are left",
        does =
                "Counts how many pairs an application can still be in. The step after it must be a gateway or a wait, without a job in between.",
        topic = Step.Topic.CASES,
        in =
                @Step.In(
                        name = "capacity",
                        is = "the answer that says how many pairs somebody can be in; one if it is not asked",
                        kind = Step.Kind.FIELD,
                        example = "exchangesOffered"),
        out = {
            @Step.Out(name = "placesLeft", is = "places that no agreed pair has taken, a whole number"),
            @Step.Out(name = "pairCount", is = "agreed pairs, a whole number")
        },
        example = "Check whether a place is left")
@Component("checkCapacity")
class CheckCapacity implements JavaDelegate {

    private final Matching matching;

    CheckCapacity(Matching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var capacity = matching.capacity(execution.getProcessBusinessKey(), (String) execution.getVariable("capacity"));
        execution.getProcessInstance().setVariable("placesLeft", capacity.left());
        execution.getProcessInstance().setVariable("pairCount", capacity.pairs());
    }
}
