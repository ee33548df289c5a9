package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sends a message to whatever else of the same case waits for it; nothing happens when nobody does.
 *
 * <p>In: {@code message}.
 */
@Component("tellCase")
class TellCase implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        Telling.message(execution, execution.getProcessBusinessKey()).correlateAll();
    }
}
