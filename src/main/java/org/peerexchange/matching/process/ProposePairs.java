package org.peerexchange.matching.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.matching.Matching;
import org.peerexchange.matching.MatchingSetup;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Propose pairs",
        does =
                "Matches those who wait for a partner and keeps the best pairs as a proposal, with reasons, for staff to confirm in a form. It leaves out pairs that a condition rules out, and adds up points for the others.",
        topic = Step.Topic.CASES,
        in = {
            @Step.In(
                    name = "pool",
                    is = "the state of applications that wait for a partner",
                    kind = Step.Kind.STATE,
                    example = "in-pool"),
            @Step.In(
                    name = "seekers",
                    is = "the form of those who seek a partner",
                    kind = Step.Kind.FORM,
                    example = "mentee-application"),
            @Step.In(
                    name = "givers",
                    is = "the form of those who offer themselves",
                    kind = Step.Kind.FORM,
                    example = "mentor-application"),
            @Step.In(
                    name = "capacity",
                    is = "the answer that says how many pairs somebody can be in; one if it is not asked",
                    kind = Step.Kind.FIELD,
                    example = "exchangesOffered"),
            @Step.In(
                    name = "partner",
                    is = "the answers that may name a partner agreed on beforehand",
                    kind = Step.Kind.FIELDS,
                    example = "partner, partnerName"),
            @Step.In(
                    name = "conditions",
                    is = "the table of what rules a pair out, each row with a reason",
                    kind = Step.Kind.TABLE,
                    example = "matching-conditions"),
            @Step.In(
                    name = "points",
                    is = "the table of what speaks for a pair, each row with points and a reason",
                    kind = Step.Kind.TABLE,
                    example = "matching-points")
        },
        out = @Step.Out(name = "proposed", is = "how many pairs are proposed, a whole number"),
        example = "Propose pairs")
@Component("proposePairs")
class ProposePairs implements JavaDelegate {

    private final Matching matching;

    ProposePairs(Matching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int proposed = matching.propose(
                execution.getProcessBusinessKey(),
                new MatchingSetup(
                        said(execution, "pool"),
                        said(execution, "seekers"),
                        said(execution, "givers"),
                        said(execution, "capacity"),
                        List.of(said(execution, "partner").split(",\\s*")),
                        said(execution, "conditions"),
                        said(execution, "points")));
        execution.getProcessInstance().setVariable("proposed", proposed);
    }

    private static String said(DelegateExecution execution, String input) {
        return (String) execution.getVariable(input);
    }
}
