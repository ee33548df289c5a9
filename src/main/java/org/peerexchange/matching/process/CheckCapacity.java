package org.peerexchange.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.springframework.stereotype.Component;

/**
 * In: {@code capacity} (answer of the application that says how many pairs it can be in). Out: {@code placesLeft} (not taken by
 * an agreed pair), {@code pairCount} (agreed pairs).
 */
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
