package org.peerexchange.submission.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Step;
import org.peerexchange.submission.Submitting;
import org.springframework.stereotype.Component;

@Step(
        name = "Check the signatures",
        does =
                "Looks whether all who must sign a document have signed its current version. A new version voids what was signed before.",
        topic = Step.Topic.DECIDE,
        in = {
            @Step.In(
                    name = "document",
                    is = "the form it was written in",
                    kind = Step.Kind.FORM,
                    example = "activity-plan"),
            @Step.In(
                    name = "sides",
                    is = "who must sign: sides of the case, or hub for staff",
                    kind = Step.Kind.SIDES,
                    example = "mentee, mentor")
        },
        out = {
            @Step.Out(name = "signed", is = "true when all of them have signed it"),
            @Step.Out(name = "missingSide", is = "the first side that has not, or null")
        },
        example = "Check whether both have signed the plan")
@Component("checkSignatures")
class CheckSignatures implements JavaDelegate {

    private final Submitting submitting;

    CheckSignatures(@org.springframework.context.annotation.Lazy Submitting submitting) {
        this.submitting = submitting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> missing = submitting.missingSignatures(
                execution.getProcessBusinessKey(),
                (String) execution.getVariable("document"),
                List.of(((String) execution.getVariable("sides")).split(",\\s*")));
        execution.getProcessInstance().setVariable("signed", missing.isEmpty());
        execution.getProcessInstance().setVariable("missingSide", missing.isEmpty() ? null : missing.get(0));
    }
}
