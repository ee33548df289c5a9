package org.peerexchange.mail.process;

import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.mail.Outbox;
import org.peerexchange.programme.Step;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
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

    private static final String FORM = "mail-trouble";

    private final Outbox outbox;
    private final Submissions submissions;
    private final HistoryService history;

    SendMailAgain(Outbox outbox, Submissions submissions, HistoryService history) {
        this.outbox = outbox;
        this.submissions = submissions;
        this.history = history;
    }

    @Override
    public void execute(DelegateExecution step) {
        String address = null;
        if ("corrected".equals(step.getVariable("action"))) {
            address = (String) answered(step).answers().get("correctedAddress");
        }
        outbox.sendAgain(UUID.fromString((String) step.getVariable("mailId")), address);
    }

    /** What was answered about this mail, whatever was answered since about other mails of the case. */
    private Submission answered(DelegateExecution step) {
        return submissions.findByTaskId(step.getProcessInstanceId()).orElseGet(() -> repeated(step));
    }

    /** Answers that only repeat what was said before are no version of their own: the one that held then says the same. */
    private Submission repeated(DelegateExecution step) {
        Instant answered = history.createHistoricTaskInstanceQuery()
                .processInstanceId(step.getProcessInstanceId())
                .singleResult()
                .getEndTime()
                .toInstant();
        return submissions.findByCaseNumberOrderBySentAt(step.getProcessBusinessKey()).stream()
                .filter(sent -> sent.document().equals(FORM) && !sent.sentAt().isAfter(answered))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
