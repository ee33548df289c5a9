package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.springframework.stereotype.Component;

/**
 * The sides of a case, for what a model does once for each of them: {@code ${sides.of(execution, 'in-network')}}. It is asked
 * anew each time, so whoever has left since is not among them.
 */
@Component("sides")
public class Sides {

    private final Cases cases;
    private final Parties parties;

    Sides(Cases cases, Parties parties) {
        this.cases = cases;
        this.parties = parties;
    }

    /**
     * Those sides of the execution's case whose application is in one of some states.
     *
     * @param states separated by commas
     */
    public List<String> of(DelegateExecution execution, String states) {
        List<String> wanted = List.of(states.split(",\\s*"));
        return parties.findByCaseNumberOrderBySide(execution.getProcessBusinessKey()).stream()
                .filter(party -> party.application() != null
                        && wanted.contains(cases.of(party.application()).state()))
                .map(Party::side)
                .toList();
    }
}
