package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Cases;
import org.springframework.stereotype.Component;

/**
 * Counts a cycle's cases of a kind that are in one of some states. The cycle stays locked until it waits, so that a case that
 * changes meanwhile is either counted or heard.
 *
 * <p>In: {@code kind}, {@code states} (codes separated by commas). Out: {@code count}.
 */
@Component("countCases")
class CountCases implements JavaDelegate {

    private final Cases cases;

    CountCases(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String cycle = cases.of(execution.getProcessBusinessKey()).cycle();
        cases.lock(cycle);
        List<String> states = Telling.codes(execution, "states");
        int count = cases.findByCycleAndKindAndStateInOrderByNumber(
                        cycle, (String) execution.getVariable("kind"), states)
                .size();
        execution.getProcessInstance().setVariable("count", count);
    }
}
