package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Start another process",
        does =
                "Starts another process for the same case, on its own from here: the model that starts it does not wait for it.",
        topic = Step.Topic.CASES,
        in = @Step.In(name = "process", is = "the process", kind = Step.Kind.PROCESS, example = "hosting-advance"),
        troubles = @Step.Trouble(when = "There is no such process"),
        example = "Begin the hosting advance")
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
