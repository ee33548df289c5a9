package org.peerexchange.submission.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.ProgrammeFacts;
import org.peerexchange.submission.Answers;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.FormData;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Fills forms with what they show, computed when they are opened and never kept as process variables. */
@Component
class ShowingForms {

    private final ProcessEngine engine;
    private final DeployedForms forms;
    private final OpenedKinds kinds;
    private final Facts facts;
    private final ProgrammeFacts programmeFacts;

    ShowingForms(
            @Lazy ProcessEngine engine,
            DeployedForms forms,
            OpenedKinds kinds,
            @Lazy Facts facts,
            @Lazy ProgrammeFacts programmeFacts) {
        this.engine = engine;
        this.forms = forms;
        this.kinds = kinds;
        this.facts = facts;
        this.programmeFacts = programmeFacts;
    }

    void addTaskData(String taskId, VariableMap variables) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    TaskEntity task = context.getTaskManager().findTaskById(taskId);
                    forms.ofTask(task)
                            .ifPresent(form -> add(
                                    form.form(), facts.of(task.getExecution().getProcessBusinessKey()), variables));
                    return null;
                });
    }

    void addStartData(String processDefinitionId, VariableMap variables) {
        forms.ofStart(processDefinitionId)
                .ifPresent(form -> add(
                        form.form(),
                        programmeFacts.of(kinds.of(processDefinitionId).programme()),
                        variables));
    }

    private static void add(Form form, Map<String, Object> known, VariableMap variables) {
        FormData.of(form, known).forEach((name, value) -> {
            if (value instanceof Map<?, ?> || value instanceof List<?>) {
                variables.putValueTyped(
                        name, SpinValues.jsonValue(Answers.toJson(value)).create());
            } else if (value instanceof java.time.temporal.Temporal) {
                variables.putValue(name, value.toString());
            } else {
                variables.putValue(name, value);
            }
        });
    }
}
