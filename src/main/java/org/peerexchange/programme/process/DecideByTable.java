package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.DecidingByTable;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Decide by table",
        does =
                "Asks a decision table about the case. The table reads facts by name and has the outputs outcome and reason; every rule that fires is kept with the case, with its reason.",
        on = Step.Element.BUSINESS_RULE_TASK,
        topic = Step.Topic.DECIDE,
        in = @Step.In(name = "table", is = "the table", kind = Step.Kind.TABLE, example = "mentee-eligibility"),
        out =
                @Step.Out(
                        name = "outcome",
                        is =
                                "the outcome of the last rule that fired: put the weightier rules further down. It is facts-missing while a fact that the table reads is not known, so let a gateway ask for that too"),
        troubles = @Step.Trouble(when = "No rule of the table fits the case"),
        example = "Check whether the applicant is eligible")
@Component("decideByTable")
class DecideByTable implements JavaDelegate {

    private final DecidingByTable deciding;

    DecideByTable(DecidingByTable deciding) {
        this.deciding = deciding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String outcome = deciding.decide(execution.getProcessBusinessKey(), (String) execution.getVariable("table"));
        execution.getProcessInstance().setVariable("outcome", outcome);
    }
}
