package org.peerexchange.matching.process;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.springframework.stereotype.Component;

/**
 * In: {@code document} (form in which staff chose pairs), {@code sides} (table that gives a pair its further sides). Out:
 * {@code pairs} (case numbers, to be called one by one).
 */
@Component("openPairs")
class OpenPairs implements JavaDelegate {

    private final Matching matching;

    OpenPairs(Matching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var opened =
                matching.open(execution.getProcessBusinessKey(), (String) execution.getVariable("document"), (String)
                        execution.getVariable("sides"));
        execution.getProcessInstance().setVariable("pairs", new ArrayList<>(opened));
    }
}
