package org.peerexchange.submission.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.deadline.Deadlines;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.Step;
import org.peerexchange.submission.DeployedForm;
import org.peerexchange.submission.Submitting;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Step(
        name = "Find the due date and the form",
        does =
                "Reckons by when something is asked, and in which version of the form; the files of what was sent before lie ready.",
        topic = Step.Topic.ASK,
        in = {
            @Step.In(name = "deadline", is = "by when", kind = Step.Kind.DEADLINE, example = "plan-draft"),
            @Step.In(name = "form", is = "what is filled in", kind = Step.Kind.FORM, example = "activity-plan")
        },
        out = {
            @Step.Out(
                    name = "staffGroups",
                    is = "the programme's own staff, who see the request in Tasklist; nobody else's do"),
            @Step.Out(name = "dueDate", is = "by when"),
            @Step.Out(
                    name = "formVersion",
                    is = "the version of this moment: a later one does not change what is open"),
            @Step.Out(name = "lookedAt", is = "now"),
            @Step.Out(name = "answered", is = "false")
        },
        example = "Find the due date and the form",
        internal = true)
@Component("prepareRequest")
class PrepareRequest implements JavaDelegate {

    private final Deadlines deadlines;
    private final DeployedForms forms;
    private final Submitting submitting;
    private final Cases cases;
    private final Programmes programmes;
    private final Clock clock;

    PrepareRequest(
            Deadlines deadlines,
            DeployedForms forms,
            @Lazy Submitting submitting,
            Cases cases,
            Programmes programmes,
            Clock clock) {
        this.cases = cases;
        this.programmes = programmes;
        this.deadlines = deadlines;
        this.forms = forms;
        this.submitting = submitting;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Instant due = deadlines.of(number, (String) execution.getVariable("deadline"));
        DeployedForm form = forms.latest((String) execution.getVariable("form"));
        execution.setVariable(
                "staffGroups",
                String.join(",", programmes.of(cases.of(number).programme()).ownGroups()));
        execution.setVariable("dueDate", Date.from(due));
        execution.setVariable("formVersion", String.valueOf(form.version()));
        execution.setVariable("lookedAt", Date.from(clock.instant()));
        execution.setVariable("answered", false);
        submitting.carryFilesOver(number, form.form(), execution.getProcessInstanceId());
    }
}
