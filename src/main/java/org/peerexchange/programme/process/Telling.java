package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;

/** What the steps that tell cases something, or count them, have in common. */
final class Telling {

    private Telling() {}

    /** The step's {@code message}, to whatever waits for it in a case. */
    static MessageCorrelationBuilder message(DelegateExecution execution, String caseNumber) {
        return execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation((String) execution.getVariable("message"))
                .processInstanceBusinessKey(caseNumber);
    }

    /** The codes in one of the step's inputs, separated by commas. */
    static List<String> codes(DelegateExecution execution, String input) {
        return List.of(((String) execution.getVariable(input)).split(",\\s*"));
    }
}
