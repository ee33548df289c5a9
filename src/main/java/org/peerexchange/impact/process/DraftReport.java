package org.peerexchange.impact.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.impact.Drafting;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Draft a report from a text",
        does =
                "Writes a draft of the cycle's report from a text of the programme, which names what is counted (facts.counted, facts.listed, facts.anonymous). What people wrote is in it without names and addresses. A form shows the draft as impactDraft, for staff to edit.",
        topic = Step.Topic.REPORT,
        in = {
            @Step.In(
                    name = "text",
                    is = "the text: its first line is the summary, the rest the report as wikitext",
                    kind = Step.Kind.TEXT,
                    example = "pair-agreed"),
            @Step.In(
                    name = "agreed",
                    is = "the states in which a pair counts as one that came about",
                    kind = Step.Kind.STATES,
                    example = "completed, cancelled")
        },
        troubles = @Step.Trouble(when = "There is no such text"),
        example = "Draft the report")
@Component("draftReport")
class DraftReport implements JavaDelegate {

    private final Drafting drafting;

    DraftReport(Drafting drafting) {
        this.drafting = drafting;
    }

    @Override
    public void execute(DelegateExecution step) {
        drafting.draft(
                step.getProcessBusinessKey(),
                (String) step.getVariableLocal("text"),
                List.of(((String) step.getVariableLocal("agreed")).split(",\\s*")));
    }
}
