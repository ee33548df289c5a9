package org.peerexchange.impact.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.impact.Drafting;
import org.peerexchange.impact.Recipe;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Draft a report from a text",
        does =
                "Writes a draft of the cycle's report from a text of the programme, which names what is counted (facts.counted, facts.listed, facts.anonymous), and what a table tells (facts.told, facts.total, facts.different, and told of each case in facts.listed). What people wrote is in it without names and addresses. A form shows the draft as impactDraft, for staff to edit.",
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
                    example = "completed, cancelled"),
            @Step.In(
                    name = "table",
                    is = DraftReport.TABLE,
                    kind = Step.Kind.TABLE,
                    optional = true,
                    example = "exchange-report"),
            @Step.In(
                    name = "deadline",
                    is = "a deadline of each case: the table reads its day as deadline, empty while it is not known",
                    kind = Step.Kind.DEADLINE,
                    optional = true,
                    example = "mentor-report")
        },
        troubles = @Step.Trouble(when = "There is no such text"),
        example = "Draft the report",
        forStaff = true)
@Component("draftReport")
class DraftReport implements JavaDelegate {

    static final String TABLE =
            "the table that says what the report tells of cases, by the outputs name, value and as. It is asked about each case (agreed says whether its state is one of those above), and at last about the cycle, which can also name counted, total and different. total adds up the numbers of a name and counts each yes; of words it counts the different ones, and different lists them, each with words and count. As is left empty for words, or it is name (public, stays whole), lines, links, pictures (files on Commons), user or money";

    private final Drafting drafting;

    DraftReport(Drafting drafting) {
        this.drafting = drafting;
    }

    @Override
    public void execute(DelegateExecution step) {
        drafting.draft(
                step.getProcessBusinessKey(),
                new Recipe(
                        (String) step.getVariableLocal("text"),
                        List.of(((String) step.getVariableLocal("agreed")).split(",\\s*")),
                        (String) step.getVariableLocal("table"),
                        (String) step.getVariableLocal("deadline")));
    }
}
