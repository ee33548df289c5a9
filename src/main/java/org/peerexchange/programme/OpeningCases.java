package org.peerexchange.programme;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases and moves them through their programme's states. */
@Component
@Transactional
public class OpeningCases {

    private final Programmes programmes;
    private final Cases cases;
    private final CaseStates states;
    private final EntityManager entities;
    private final Clock clock;

    OpeningCases(Programmes programmes, Cases cases, CaseStates states, EntityManager entities, Clock clock) {
        this.programmes = programmes;
        this.cases = cases;
        this.states = states;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Opens a cycle, such as {@code CY-2027}.
     *
     * @param run what numbers it, such as {@code 2027}, or {@code 2027-1} where a year has several
     * @throws IllegalArgumentException when the programme already has that cycle
     */
    public Case cycle(String programme, String run, String title) {
        String number = programmes.of(programme).numbers().get(Case.CYCLE) + "-" + run;
        if (cases.findById(number).isPresent()) {
            throw new IllegalArgumentException("There is already a cycle %s.".formatted(number));
        }
        return open(new Case(number, programme, Case.CYCLE, null, title, begins(programme), clock.instant()));
    }

    /**
     * Opens a case in a cycle with the next number of its kind, such as {@code EX-2027-014}.
     *
     * @param kind application, pair or request
     */
    public Case inCycle(Case cycle, String kind, String title) {
        String series = programmes.of(cycle.programme()).numbers().get(kind)
                + cycle.number().substring(cycle.number().indexOf('-'));
        Number last = (Number) entities.createNativeQuery(
                        """
                        insert into app.case_series values (:series, 1)
                        on conflict (series) do update set last = case_series.last + 1 returning last""")
                .setParameter("series", series)
                .getSingleResult();
        String number = "%s-%03d".formatted(series, last.intValue());
        return open(new Case(
                number, cycle.programme(), kind, cycle.number(), title, begins(cycle.programme()), clock.instant()));
    }

    private String begins(String programme) {
        return programmes.of(programme).words().begins();
    }

    private Case open(Case opened) {
        cases.save(opened);
        entities.flush();
        states.save(new CaseState(opened.number(), opened.state(), clock.instant()));
        return opened;
    }

    /**
     * Moves a case to a state that its programme knows; its cycle is locked meanwhile, so that whoever counts cases waits.
     *
     * @throws IllegalArgumentException when the programme does not know the state
     * @throws IllegalStateException when the case has ended in another state
     */
    public Case enter(String number, String state) {
        Case found = cases.of(number);
        cases.lock(found.cycle());
        boolean closes = programmes.of(found.programme()).state(state).closed();
        if (found.enter(state, closes, clock.instant())) {
            states.save(new CaseState(number, state, clock.instant()));
        }
        return cases.save(found);
    }
}
