package org.peerexchange.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.springframework.stereotype.Component;

/** Out: {@code agreed} (false when one side no longer waits for a match). */
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
