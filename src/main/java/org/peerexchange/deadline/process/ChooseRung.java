package org.peerexchange.deadline.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.deadline.Rung;
import org.springframework.stereotype.Component;

/**
 * In: {@code ladder}, {@code lookedAt}. Out: {@code rung} ({@code remind}, {@code tell-staff}, {@code give-up}, or
 * {@code none} when staff moved the due date meanwhile), {@code rungText} (mail text), {@code lookedAt} (now).
 */
@Component("chooseRung")
class ChooseRung implements JavaDelegate {

    private final OpenRequest request;
    private final Clock clock;

    ChooseRung(OpenRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        Optional<Rung> due = request.ladder(execution)
                .dueBetween(request.lookedAt(execution), now, request.due(execution), request.zone(execution));
        execution.setVariable("rung", due.map(rung -> rung.action().word()).orElse("none"));
        execution.setVariable("rungText", due.map(Rung::text).orElse(""));
        execution.setVariable("lookedAt", Date.from(now));
    }
}
