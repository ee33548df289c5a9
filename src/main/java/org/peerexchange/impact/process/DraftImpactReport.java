package org.peerexchange.impact.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.impact.Publishing;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Draft the impact report",
        does =
                "Writes a draft of the cycle's report from its figures, without anything personal. A form shows it as impactDraft, for staff to edit.",
        topic = Step.Topic.REPORT,
        example = "Draft the impact report")
@Component("draftImpactReport")
class DraftImpactReport implements JavaDelegate {

    private final Publishing publishing;

    DraftImpactReport(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publishing.draft(execution.getProcessBusinessKey());
    }
}
