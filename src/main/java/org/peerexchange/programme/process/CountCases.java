package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

/** The cycle stays locked until it waits, so that a case that changes meanwhile is either counted or heard. */
@Step(
        name = "Count cases",
        does =
                "Counts the cases of a kind in the cycle that are in one of some states. The step after it must be a gateway or a wait, without a job in between: then a case that changes meanwhile is either counted or heard.",
        topic = Step.Topic.CASES,
        in = {
            @Step.In(name = "kind", is = "which cases", kind = Step.Kind.CASE_KIND, example = "pair"),
            @Step.In(
                    name = "states",
                    is = "the states that count",
                    kind = Step.Kind.STATES,
                    example = "planning, booking, visiting")
        },
        out = @Step.Out(name = "count", is = "how many there are, a whole number"),
        example = "Count the exchanges that go on")
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
