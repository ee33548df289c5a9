package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Parties;
import org.springframework.stereotype.Component;

/**
 * Sends a message to the application that a side of the case came from.
 *
 * <p>In: {@code side}, {@code message}.
 */
@Component("tellSide")
class TellSide implements JavaDelegate {

    private final Parties parties;

    TellSide(Parties parties) {
        this.parties = parties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String application = parties.of(execution.getProcessBusinessKey(), (String) execution.getVariable("side"))
                .application();
        Telling.message(execution, application).correlateAll();
    }
}
