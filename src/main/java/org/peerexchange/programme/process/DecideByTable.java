package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.DecidingByTable;
import org.springframework.stereotype.Component;

/**
 * In: {@code table} (id of a decision table with the outputs {@code outcome} and {@code reason}). Out: {@code outcome}, which is
 * {@code facts-missing} while a fact the table reads is not known.
 */
@Component("decideByTable")
class DecideByTable implements JavaDelegate {

    private final DecidingByTable deciding;

    DecideByTable(DecidingByTable deciding) {
        this.deciding = deciding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String outcome = deciding.decide(execution.getProcessBusinessKey(), (String) execution.getVariable("table"));
        execution.getProcessInstance().setVariable("outcome", outcome);
    }
}
