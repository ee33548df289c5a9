package org.peerexchange.application.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.peerexchange.application.ApplicationLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Applications and requests as process instances whose business key is the case number. */
@Component
class EngineApplications implements ApplicationLifecycle {

    private final RuntimeService runtime;

    EngineApplications(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void applied(String caseNumber, String process, Map<String, Object> decisions) {
        runtime.startProcessInstanceByKey(process, caseNumber, decisions);
    }

    @Override
    public void askedForHelp(String caseNumber, String message, Map<String, Object> decisions) {
        runtime.startProcessInstanceByMessage(message, caseNumber, decisions);
    }
}
