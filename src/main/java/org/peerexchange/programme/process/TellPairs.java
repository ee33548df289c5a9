package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Tell the pairs of an application",
        does = "Sends a message to each pair in one of some states that this application is a side of.",
        topic = Step.Topic.CASES,
        in = {
            @Step.In(name = "message", is = "the message", kind = Step.Kind.MESSAGE, example = "sideWithdrew"),
            @Step.In(
                    name = "sides",
                    is = "the sides as which it takes part",
                    kind = Step.Kind.SIDES,
                    example = "mentee, mentor"),
            @Step.In(
                    name = "states",
                    is = "the states of pairs that are told",
                    kind = Step.Kind.STATES,
                    example = "proposed, planning")
        },
        out =
                @Step.Out(
                        name = "side",
                        is = "in the pair that hears the message: which of its sides the application is",
                        heard = true),
        example = "Tell the pairs that a side has withdrawn")
@Component("tellPairs")
class TellPairs implements JavaDelegate {

    private final Cases cases;
    private final Parties parties;

    TellPairs(Cases cases, Parties parties) {
        this.cases = cases;
        this.parties = parties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> sides = Telling.codes(execution, "sides");
        List<String> states = Telling.codes(execution, "states");
        for (Party party : parties.findByApplicationOrderByCaseNumber(execution.getProcessBusinessKey())) {
            if (sides.contains(party.side())
                    && states.contains(cases.of(party.caseNumber()).state())) {
                Telling.message(execution, party.caseNumber())
                        .setVariable("side", party.side())
                        .correlateAll();
            }
        }
    }
}
