package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** In: {@code process} (id of the process that the case goes on with, on its own from here). */
@Component("startProcess")
class StartProcess implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        (String) execution.getVariable("process"), execution.getProcessBusinessKey());
    }
}
