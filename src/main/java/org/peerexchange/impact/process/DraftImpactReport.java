package org.peerexchange.impact.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.impact.Counting;
import org.peerexchange.impact.Publishing;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Draft the impact report",
        does =
                "Writes a draft of the cycle's report from its figures, without anything personal. A form shows it as impactDraft, for staff to edit.",
        topic = Step.Topic.REPORT,
        in = {
            @Step.In(
                    name = "agreed",
                    is = "the states in which a pair counts as one both sides agreed to",
                    kind = Step.Kind.STATES,
                    example = "planning, completed, cancelled"),
            @Step.In(
                    name = "completed",
                    is = "the states in which it counts as completed",
                    kind = Step.Kind.STATES,
                    example = "completed"),
            @Step.In(
                    name = "cancelled",
                    is = "the states in which it counts as cancelled",
                    kind = Step.Kind.STATES,
                    example = "cancelled"),
            @Step.In(
                    name = "reportsDue",
                    is = "the deadline of both sides' reports",
                    kind = Step.Kind.DEADLINE,
                    example = "mentor-report")
        },
        example = "Draft the impact report")
@Component("draftImpactReport")
class DraftImpactReport implements JavaDelegate {

    private final Publishing publishing;

    DraftImpactReport(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publishing.draft(
                execution.getProcessBusinessKey(),
                new Counting(
                        states(execution.getVariableLocal("agreed")),
                        states(execution.getVariableLocal("completed")),
                        states(execution.getVariableLocal("cancelled")),
                        (String) execution.getVariableLocal("reportsDue")));
    }

    private static List<String> states(Object told) {
        return List.of(((String) told).split(",\\s*"));
    }
}
