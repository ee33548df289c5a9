package org.peerexchange.submission.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.submission.Submitting;
import org.springframework.stereotype.Component;

/**
 * In: {@code document} (form id), {@code sides} (separated by commas). Out: {@code signed} (whether all of them signed the
 * current version), {@code missingSide} (the first that has not, or null).
 */
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
