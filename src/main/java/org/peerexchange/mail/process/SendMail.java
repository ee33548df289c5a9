package org.peerexchange.mail.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.MailRequest;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.mail.Recipients;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Send a mail",
        does =
                "Writes a mail from a text of the programme, to each person in their own language and time zone. A mail that cannot be delivered becomes a task of the programme's staff; the case goes on meanwhile.",
        on = Step.Element.SEND_TASK,
        topic = Step.Topic.MAIL,
        in = {
            @Step.In(
                    name = "to",
                    is =
                            "who gets it: a side of the case, both (every side), everyone (in the cycle), staff (those who run the programme), staff:<group>, or side:<side> of <kind of case> in <states> for that side of all such cases of the cycle, at the end also of the last cycle",
                    kind = Step.Kind.RECIPIENT,
                    example = "both"),
            @Step.In(name = "text", is = "the text", kind = Step.Kind.TEXT, example = "pair-agreed"),
            @Step.In(
                    name = "task",
                    is = "what is asked, as a sentence, if the text names it as task",
                    kind = Step.Kind.SENTENCE,
                    optional = true,
                    example = "Send the receipts"),
            @Step.In(
                    name = "who",
                    is = "the side that is asked, if the text names it as who",
                    kind = Step.Kind.SIDE,
                    optional = true,
                    example = "host"),
            @Step.In(
                    name = "deadline",
                    is = "by when, if the text names it as deadline",
                    kind = Step.Kind.DATE,
                    optional = true,
                    example = "${dates.of(execution, 'booking')}"),
            @Step.In(
                    name = "document",
                    is = "the text of a document issued before: the button of the mail leads to it",
                    kind = Step.Kind.TEXT,
                    optional = true,
                    example = "exchange-completed"),
            @Step.In(
                    name = "invitation",
                    is =
                            "the occasion that it invites to: people get an entry for their calendars, or a newer one if something changed",
                    kind = Step.Kind.OCCASION,
                    optional = true,
                    example = "call"),
            @Step.In(
                    name = "cancels",
                    is =
                            "the occasion that does not take place: whoever was invited to it has it taken from their calendars",
                    kind = Step.Kind.OCCASION,
                    optional = true,
                    example = "visit"),
            @Step.In(
                    name = "link",
                    is = "what the button of the mail leads to: its purpose, a colon, its target",
                    kind = Step.Kind.REFERENCE,
                    optional = true,
                    example = "ask:${execution.processInstanceId}",
                    internal = true)
        },
        troubles = {
            @Step.Trouble(when = "There is no such text, or it names something that the step does not give"),
            @Step.Trouble(when = "The case has nobody on that side"),
            @Step.Trouble(when = "The day or the time of what it invites to is not known yet"),
            @Step.Trouble(
                    when = "The mail server refuses the mail, or has not taken it after many attempts",
                    then =
                            "Staff of the programme get a task in Tasklist, Put a mail right, with the reason and the address.")
        },
        example = "Tell both that they are partners")
@Component("sendMail")
class SendMail implements JavaDelegate {

    private final Outbox outbox;
    private final Recipients recipients;
    private final CaseWords words;

    SendMail(Outbox outbox, Recipients recipients, CaseWords words) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution step) {
        var caseNumber = step.getProcessBusinessKey();
        var text = (String) step.getVariableLocal("text");
        for (Recipient to : recipients.of(caseNumber, (String) step.getVariableLocal("to"))) {
            outbox.add(new MailRequest(
                    words.programmeOf(caseNumber),
                    caseNumber,
                    key(step, to),
                    text,
                    to,
                    link(step),
                    given(step),
                    occasion(step)));
        }
    }

    /**
     * The same for every attempt at one pass through the task, another one for the next pass. A task that begins with a job
     * of its own has that job's id: the job stays the same while it is retried. Otherwise the pass is what the engine calls
     * the activity instance; a retry gets a new one, but then the first attempt's row was rolled back with it.
     */
    private static String key(DelegateExecution step, Recipient to) {
        var job = Context.getCommandContext().getCurrentJob();
        var own = job != null && step.getCurrentActivityId().equals(job.getActivityId());
        return "%s:%s:%s".formatted(step.getCurrentActivityId(), own ? job.getId() : step.getActivityInstanceId(), to);
    }

    private static MailRequest.Link link(DelegateExecution step) {
        if (step.getVariableLocal("document") instanceof String text) {
            return new MailRequest.Link(PersonalLink.DOCUMENT, text);
        }
        var link = (String) step.getVariableLocal("link");
        if (link == null) {
            return null;
        }
        var colon = link.indexOf(':');
        return new MailRequest.Link(link.substring(0, colon), link.substring(colon + 1));
    }

    private static MailRequest.Occasion occasion(DelegateExecution step) {
        if (step.getVariableLocal("cancels") instanceof String cancelled) {
            return new MailRequest.Occasion(cancelled, true);
        }
        return step.getVariableLocal("invitation") instanceof String occasion
                ? new MailRequest.Occasion(occasion, false)
                : null;
    }

    private static Map<String, String> given(DelegateExecution step) {
        var given = new HashMap<String, String>();
        if (step.getVariableLocal("task") instanceof String task) {
            given.put("task", task);
        }
        if (step.getVariableLocal("who") instanceof String who) {
            given.put("who", who);
        }
        if (step.getVariableLocal("deadline") instanceof Date deadline) {
            given.put("deadline", deadline.toInstant().toString());
        }
        return given;
    }
}
