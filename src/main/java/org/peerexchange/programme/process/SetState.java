package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.OpeningCases;
import org.springframework.stereotype.Component;

/**
 * In: {@code state} (a code from programme.yaml). A cycle that waits for its cases hears of it through the message
 * {@code caseChanged}.
 */
@Component("setState")
class SetState implements JavaDelegate {

    private static final String CASE_CHANGED = "caseChanged";

    private final OpeningCases cases;

    SetState(OpeningCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Case changed = cases.enter(execution.getProcessBusinessKey(), (String) execution.getVariable("state"));
        if (!changed.cycle().equals(changed.number())) {
            execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation(CASE_CHANGED)
                    .processInstanceBusinessKey(changed.cycle())
                    .correlateAll();
        }
    }
}
