package org.peerexchange.mail.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.Mail;
import org.peerexchange.mail.MailTrouble;
import org.springframework.stereotype.Component;

/** Makes a staff task of a mail that cannot be delivered, and an incident too when it is the system that is not well. */
@Component
class StartMailTrouble implements MailTrouble {

    private final RuntimeService runtime;
    private final CaseWords words;

    StartMailTrouble(RuntimeService runtime, CaseWords words) {
        this.runtime = runtime;
        this.words = words;
    }

    @Override
    public void undeliverable(Mail mail, boolean addressRefused) {
        var started = runtime.startProcessInstanceByKey(
                "mail-trouble",
                mail.caseNumber(),
                Map.of(
                        "mailId", mail.id().toString(),
                        "mailNumber", mail.number(),
                        "reason", addressRefused ? "address" : "server",
                        "staffGroup", words.staffGroupOf(mail.programme())));
        if (!addressRefused) {
            var waiting = runtime.createExecutionQuery()
                    .processInstanceId(started.getId())
                    .activityId("userTask_putMailRight")
                    .singleResult();
            runtime.createIncident(
                    "mail",
                    waiting.getId(),
                    mail.id().toString(),
                    "The mail \"%s\" of %s could not be sent: %s"
                            .formatted(mail.text(), mail.caseNumber(), mail.lastError()));
        }
    }
}
