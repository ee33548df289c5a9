package org.peerexchange.impact.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.impact.Publishing;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Publish the report",
        does =
                "Publishes the current version of a document of the case as a public page, and as wikitext. One version is published once.",
        topic = Step.Topic.REPORT,
        in = {
            @Step.In(
                    name = "document",
                    is =
                            "the form the report was written in, with the fields reportSummary and report; staff must have approved it by a form that signs it",
                    kind = Step.Kind.FORM,
                    example = "edit-impact-report"),
            @Step.In(
                    name = "title",
                    is = "what the page is called, before the title of the case; Report unless said otherwise",
                    kind = Step.Kind.SENTENCE,
                    optional = true,
                    example = "Impact report")
        },
        troubles = @Step.Trouble(when = "The hub has not approved the current version"),
        example = "Publish the report")
@Component("publishReport")
class PublishReport implements JavaDelegate {

    private final Publishing publishing;

    PublishReport(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String title = (String) execution.getVariableLocal("title");
        publishing.publish(
                execution.getProcessBusinessKey(),
                (String) execution.getVariableLocal("document"),
                title == null ? "Report" : title);
    }
}
