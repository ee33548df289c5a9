package org.peerexchange.issuing.process;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.issuing.Format;
import org.peerexchange.issuing.Issuing;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Issue a document",
        does =
                "Writes a document, such as a certificate, from a text of the programme for each of those it is for, and keeps it with the case: they find it on their pages, staff on the desk. A mail leads to it when it is told document.",
        topic = Step.Topic.MAIL,
        in = {
            @Step.In(
                    name = "to",
                    is = "for whom: a side of the case, or both (every side)",
                    kind = Step.Kind.RECIPIENT,
                    example = "both"),
            @Step.In(
                    name = "text",
                    is =
                            "the text: its first line is the title, a paragraph that begins with # is written large, words between two ** are bold, and one that begins with Signature: stands below a line to sign on",
                    kind = Step.Kind.TEXT,
                    example = "exchange-completed"),
            @Step.In(
                    name = "format",
                    is = "pdf: a page to print; wikitext: to be put on a page of a wiki",
                    kind = Step.Kind.CHOICE,
                    options = {"pdf", "wikitext"},
                    example = "pdf")
        },
        troubles = {
            @Step.Trouble(when = "There is no such text"),
            @Step.Trouble(when = "The case has nobody on that side")
        },
        example = "Issue the certificate")
@Component("issueDocument")
class IssueDocument implements JavaDelegate {

    private final Issuing issuing;

    IssueDocument(Issuing issuing) {
        this.issuing = issuing;
    }

    @Override
    public void execute(DelegateExecution step) {
        issuing.issue(
                step.getProcessBusinessKey(),
                (String) step.getVariableLocal("to"),
                (String) step.getVariableLocal("text"),
                Format.valueOf(((String) step.getVariableLocal("format")).toUpperCase(Locale.ROOT)));
    }
}
