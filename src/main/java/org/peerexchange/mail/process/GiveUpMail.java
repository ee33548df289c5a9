package org.peerexchange.mail.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.mail.Outbox;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Give a mail up",
        does = "Leaves a mail undelivered for good.",
        topic = Step.Topic.MAIL,
        in = @Step.In(name = "mailId", is = "the mail", kind = Step.Kind.VARIABLE, example = "mailId"),
        example = "Give it up",
        internal = true)
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
