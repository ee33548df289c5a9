package org.peerexchange.mail.process;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.Outbox;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Send a mail once more",
        does = "Gives a mail that could not be delivered all its attempts anew.",
        topic = Step.Topic.MAIL,
        in = {
            @Step.In(name = "mailId", is = "the mail", kind = Step.Kind.VARIABLE, example = "mailId"),
            @Step.In(
                    name = "action",
                    is = "corrected: to the address in the form mail-trouble",
                    kind = Step.Kind.CHOICE,
                    options = {"again", "corrected"},
                    example = "corrected")
        },
        example = "Send it again",
        internal = true)
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
