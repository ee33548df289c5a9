package org.peerexchange.matching.process;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Open the pairs",
        does =
                "Opens a case for each pair that staff chose. A pair one side of which has left the pool since is passed over. Call the process of a pair for each of them.",
        topic = Step.Topic.CASES,
        in = {
            @Step.In(
                    name = "document",
                    is = "the form in which staff chose, in its field pairs",
                    kind = Step.Kind.FORM,
                    example = "confirm-pairs"),
            @Step.In(
                    name = "sides",
                    is =
                            "the table that gives a pair further sides, such as who travels, and says which of the two each of them is",
                    kind = Step.Kind.TABLE,
                    optional = true,
                    example = "pair-sides")
        },
        out =
                @Step.Out(
                        name = "pairs",
                        is = "the numbers of the new cases, for a call activity that runs once for each"),
        troubles =
                @Step.Trouble(when = "Staff chose a pair that is not possible, or more pairs than somebody has places"),
        example = "Open the pairs")
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
