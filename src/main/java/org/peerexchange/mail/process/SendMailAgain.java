package org.peerexchange.mail.process;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.Outbox;
import org.springframework.stereotype.Component;

/** In: {@code mailId}, {@code action} ({@code corrected}: the address is in the form {@code mail-trouble}). */
@Component("sendMailAgain")
class SendMailAgain implements JavaDelegate {

    private final Outbox outbox;
    private final CaseWords words;

    SendMailAgain(Outbox outbox, CaseWords words) {
        this.outbox = outbox;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution step) {
        String address = null;
        if ("corrected".equals(step.getVariable("action"))) {
            var answers = (Map<?, ?>) words.facts(step.getProcessBusinessKey()).get("mailTrouble");
            address = (String) answers.get("correctedAddress");
        }
        outbox.sendAgain(UUID.fromString((String) step.getVariable("mailId")), address);
    }
}
