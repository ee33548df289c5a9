package org.peerexchange.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Give the pair up",
        does =
                "The pair did not come about or has come apart: both sides have their places again, and it is not proposed again.",
        topic = Step.Topic.CASES,
        example = "Give both sides their places back")
@Component("excludePair")
class ExcludePair implements JavaDelegate {

    private final Matching matching;

    ExcludePair(Matching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        matching.exclude(execution.getProcessBusinessKey());
    }
}
