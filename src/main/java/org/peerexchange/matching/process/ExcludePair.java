package org.peerexchange.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.springframework.stereotype.Component;

/** Keeps the pair from being proposed again and gives both sides their places back. */
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
