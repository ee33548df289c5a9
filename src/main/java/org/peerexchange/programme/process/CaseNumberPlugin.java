package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Repeats the business key of every process instance as its variable {@code caseNumber}: Tasklist's lists and searches show
 * variables, never business keys.
 */
@Component
class CaseNumberPlugin extends AbstractProcessEnginePlugin {

    private static final String VARIABLE = "caseNumber";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ParseListeners.add(configuration, new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity definition) {
                definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
                    if (execution.getProcessBusinessKey() != null) {
                        execution.setVariableLocal(VARIABLE, execution.getProcessBusinessKey());
                    }
                });
            }

            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                // On the task itself too: whoever may not look into process instances sees in their lists only this
                // one.
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> {
                            String number = task.getExecution().getProcessBusinessKey();
                            if (number != null) {
                                task.setVariableLocal(VARIABLE, number);
                            }
                        });
            }
        });
    }
}
