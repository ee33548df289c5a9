package org.peerexchange.deadline.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** In: {@code ladder} (kind), {@code lookedAt}. Out: {@code nextRung} (a date, or null when the ladder has ended). */
@Component("findNextRung")
class FindNextRung implements JavaDelegate {

    private final OpenRequest request;

    FindNextRung(OpenRequest request) {
        this.request = request;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "nextRung",
                request.ladder(execution)
                        .nextAfter(request.lookedAt(execution), request.due(execution), request.zone(execution))
                        .map(Date::from)
                        .orElse(null));
    }
}
