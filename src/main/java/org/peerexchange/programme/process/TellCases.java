package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Tell cases of the cycle",
        does =
                "Sends a message to each case of a kind in the cycle that is in one of some states; those that do not wait for it do not notice.",
        topic = Step.Topic.CASES,
        in = {
            @Step.In(name = "message", is = "the message", kind = Step.Kind.MESSAGE, example = "cycleOver"),
            @Step.In(
                    name = "kind",
                    is = "which cases; cycle is the cycle itself",
                    kind = Step.Kind.CASE_KIND,
                    example = "application"),
            @Step.In(
                    name = "states",
                    is = "the states that are told",
                    kind = Step.Kind.STATES,
                    example = "in-pool, unmatched")
        },
        example = "Tell the applicants that the cycle ends")
@Component("tellCases")
class TellCases implements JavaDelegate {

    private final Cases cases;

    TellCases(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Case cycle = cases.of(cases.of(execution.getProcessBusinessKey()).cycle());
        told(cycle, (String) execution.getVariable("kind"), Telling.codes(execution, "states"))
                .forEach(told -> Telling.message(execution, told.number()).correlateAll());
    }

    private List<Case> told(Case cycle, String kind, List<String> states) {
        if (kind.equals(Case.CYCLE)) {
            return states.contains(cycle.state()) ? List.of(cycle) : List.of();
        }
        return cases.findByCycleAndKindAndStateInOrderByNumber(cycle.number(), kind, states);
    }
}
