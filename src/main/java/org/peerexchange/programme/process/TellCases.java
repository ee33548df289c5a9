package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.springframework.stereotype.Component;

/**
 * Sends a message to each of a cycle's cases of a kind that are in one of some states.
 *
 * <p>In: {@code message}, {@code kind}, {@code states} (codes separated by commas).
 */
@Component("tellCases")
class TellCases implements JavaDelegate {

    private final Cases cases;

    TellCases(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String cycle = cases.of(execution.getProcessBusinessKey()).cycle();
        List<String> states = Telling.codes(execution, "states");
        for (Case told : cases.findByCycleAndKindAndStateInOrderByNumber(
                cycle, (String) execution.getVariable("kind"), states)) {
            Telling.message(execution, told.number()).correlateAll();
        }
    }
}
