package org.peerexchange.matching.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.peerexchange.matching.MatchingSetup;
import org.springframework.stereotype.Component;

/**
 * In: {@code pool} (state), {@code seekers} and {@code givers} (forms they applied with), {@code capacity} (an answer),
 * {@code partner} (answers, separated by commas), {@code conditions} and {@code points} (tables). Out: {@code proposed} (how
 * many pairs).
 */
@Component("proposePairs")
class ProposePairs implements JavaDelegate {

    private final Matching matching;

    ProposePairs(Matching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int proposed = matching.propose(
                execution.getProcessBusinessKey(),
                new MatchingSetup(
                        said(execution, "pool"),
                        said(execution, "seekers"),
                        said(execution, "givers"),
                        said(execution, "capacity"),
                        List.of(said(execution, "partner").split(",\\s*")),
                        said(execution, "conditions"),
                        said(execution, "points")));
        execution.getProcessInstance().setVariable("proposed", proposed);
    }

    private static String said(DelegateExecution execution, String input) {
        return (String) execution.getVariable(input);
    }
}
