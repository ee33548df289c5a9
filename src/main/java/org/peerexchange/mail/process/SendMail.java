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
import org.springframework.stereotype.Component;

/**
 * In: {@code to} (a side, {@code both}, {@code everyone}, {@code side:<side> of <kind> in <states>}, {@code staff:<group>}), {@code text}; if the text names them,
 * {@code task} (what is asked), {@code who} (the side that is asked), {@code deadline} (a date), {@code link} ({@code <purpose>:<target>}).
 */
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
                    words.programmeOf(caseNumber), caseNumber, key(step, to), text, to, link(step), given(step)));
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
        var link = (String) step.getVariableLocal("link");
        if (link == null) {
            return null;
        }
        var colon = link.indexOf(':');
        return new MailRequest.Link(link.substring(0, colon), link.substring(colon + 1));
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
