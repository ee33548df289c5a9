package org.peerexchange.submission.process;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service, with every completion checked. */
class FormTaskService extends TaskServiceImpl {

    private final AcceptingAnswers accepting;

    FormTaskService(AcceptingAnswers accepting) {
        this.accepting = accepting;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        accepting.complete(taskId, variables, accepting.staff(), decisions -> {
            super.complete(taskId, decisions);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return accepting.complete(
                taskId,
                variables,
                accepting.staff(),
                decisions -> super.completeWithVariablesInReturn(taskId, decisions, deserializeValues));
    }
}
