package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.springframework.stereotype.Component;

/**
 * Sends a message to each pair in one of some states that this application is a side of. The message brings {@code side}: which
 * one.
 *
 * <p>In: {@code message}, {@code sides} and {@code states} (codes separated by commas).
 */
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
