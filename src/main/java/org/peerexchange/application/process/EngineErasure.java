package org.peerexchange.application.process;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.peerexchange.application.ErasureLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Requests to erase data as process instances, in a case of whoever asks. */
@Component
class EngineErasure implements ErasureLifecycle {

    private static final String PROCESS = "erasure-request";

    private final RuntimeService runtime;

    EngineErasure(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void erasureAsked(String caseNumber, String side, String staffGroup) {
        runtime.startProcessInstanceByKey(PROCESS, caseNumber, Map.of("side", side, "staffGroup", staffGroup));
    }

    @Override
    public boolean isOpen(Collection<String> caseNumbers) {
        return caseNumbers.stream()
                .anyMatch(number -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(PROCESS)
                                .processInstanceBusinessKey(number)
                                .count()
                        > 0);
    }
}
