package org.peerexchange.matching.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Circles;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Open circles",
        does =
                "Brings those who applied by a form together in groups, opens a case for each group and starts a process for it. Ask each by a call activity that runs once for each of ${sides.of(execution, 'the states')}: the sides of the case whose application is in one of these states.",
        topic = Step.Topic.CASES,
        in = {
            @Step.In(
                    name = "form",
                    is = "the form they applied by",
                    kind = Step.Kind.FORM,
                    example = "mentor-application"),
            @Step.In(
                    name = "states",
                    is = "the states their applications are in",
                    kind = Step.Kind.STATES,
                    example = "matched"),
            @Step.In(
                    name = "size",
                    is = "how many are in a group, one more or less where it does not come out even",
                    kind = Step.Kind.CHOICE,
                    example = "4"),
            @Step.In(
                    name = "least",
                    is = "with fewer than this there is no group",
                    kind = Step.Kind.CHOICE,
                    example = "2"),
            @Step.In(name = "kind", is = "the kind of the new cases", kind = Step.Kind.CASE_KIND, example = "pair"),
            @Step.In(
                    name = "title",
                    is = "what the cases are called, before a number if there are several",
                    kind = Step.Kind.SENTENCE,
                    example = "Buddy circle"),
            @Step.In(
                    name = "process",
                    is = "what each group goes through",
                    kind = Step.Kind.PROCESS,
                    example = "exchange")
        },
        example = "Bring them together in circles")
@Component("openCircles")
class OpenCircles implements JavaDelegate {

    private final Circles circles;

    OpenCircles(Circles circles) {
        this.circles = circles;
    }

    @Override
    public void execute(DelegateExecution step) {
        List<String> opened = circles.open(
                step.getProcessBusinessKey(),
                (String) step.getVariableLocal("kind"),
                (String) step.getVariableLocal("title"),
                (String) step.getVariableLocal("form"),
                List.of(((String) step.getVariableLocal("states")).split(",\\s*")),
                Integer.parseInt((String) step.getVariableLocal("size")),
                Integer.parseInt((String) step.getVariableLocal("least")));
        opened.forEach(number -> step.getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey((String) step.getVariableLocal("process"), number));
    }
}
