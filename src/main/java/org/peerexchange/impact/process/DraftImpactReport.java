package org.peerexchange.impact.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.impact.Publishing;
import org.springframework.stereotype.Component;

/** Drafts the impact report of a cycle from its figures; forms read it as {@code impactDraft}. */
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
