package org.peerexchange.mail.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.mail.Outbox;
import org.springframework.stereotype.Component;

/** In: {@code mailId}. */
@Component("giveUpMail")
class GiveUpMail implements JavaDelegate {

    private final Outbox outbox;

    GiveUpMail(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution step) {
        outbox.giveUp(UUID.fromString((String) step.getVariable("mailId")));
    }
}
