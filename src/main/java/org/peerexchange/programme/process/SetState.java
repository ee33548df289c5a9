package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

/** A cycle that waits for its cases hears of a change through the message {@code caseChanged}. */
@Step(
        name = "Set the state",
        does =
                "Puts the case into a state: the word that staff and participants read of it. A state that closes ends the case.",
        topic = Step.Topic.STATE,
        in =
                @Step.In(
                        name = "state",
                        is = "the state the case is in from here",
                        kind = Step.Kind.STATE,
                        example = "in-review"),
        troubles = {
            @Step.Trouble(when = "The programme does not know the state"),
            @Step.Trouble(when = "The case has already ended in another state")
        },
        example = "Enter the review")
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
