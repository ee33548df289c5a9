package org.peerexchange.submission.process;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service: every submission is checked, and forms show facts that are not process variables. */
class FormFormService extends FormServiceImpl {

    private final AcceptingAnswers accepting;
    private final StartingByForm starting;
    private final ShowingForms showing;

    FormFormService(AcceptingAnswers accepting, StartingByForm starting, ShowingForms showing) {
        this.accepting = accepting;
        this.starting = starting;
        this.showing = showing;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        accepting.complete(taskId, properties, accepting.staff(), decisions -> {
            super.submitTaskForm(taskId, decisions);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return accepting.complete(
                taskId,
                properties,
                accepting.staff(),
                decisions -> super.submitTaskFormWithVariablesInReturn(taskId, decisions, deserializeValues));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, (String) null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return starting.start(
                processDefinitionId,
                properties,
                accepting.staff(),
                (number, decisions) ->
                        super.submitStartForm(processDefinitionId, number == null ? businessKey : number, decisions));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        VariableMap variables = super.getTaskFormVariables(taskId, names, deserialize);
        showing.addTaskData(taskId, variables);
        return variables;
    }

    @Override
    public VariableMap getStartFormVariables(
            String processDefinitionId, Collection<String> names, boolean deserialize) {
        VariableMap variables = super.getStartFormVariables(processDefinitionId, names, deserialize);
        showing.addStartData(processDefinitionId, variables);
        return variables;
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        return showing.ofStart(processDefinitionId, super.getDeployedStartForm(processDefinitionId));
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return showing.ofTask(super.getDeployedTaskForm(taskId));
    }
}
