package org.peerexchange.impact.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.impact.Publishing;
import org.springframework.stereotype.Component;

/** In: {@code document} (id of the form whose approved version is published). */
@Component("publishReport")
class PublishReport implements JavaDelegate {

    private final Publishing publishing;

    PublishReport(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publishing.publish(execution.getProcessBusinessKey(), (String) execution.getVariable("document"));
    }
}
