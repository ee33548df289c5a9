package org.peerexchange.submission.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.peerexchange.programme.process.ParseListeners;
import org.springframework.stereotype.Component;

/**
 * Puts the checked services into the engine, behind them a listener on every task with a form that lets nothing pass which went
 * around them, and closes the ways beside the form.
 */
@Component
class FormsPlugin extends AbstractProcessEnginePlugin {

    private final AcceptingAnswers accepting;
    private final StartingByForm starting;
    private final ShowingForms showing;
    private final AcceptedForms accepted;

    FormsPlugin(AcceptingAnswers accepting, StartingByForm starting, ShowingForms showing, AcceptedForms accepted) {
        this.accepting = accepting;
        this.starting = starting;
        this.showing = showing;
        this.accepted = accepted;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTaskService(new FormTaskService(accepting));
        configuration.setFormService(new FormFormService(accepting, starting, showing));
        ParseListeners.add(configuration, new Guard());
        configuration.setCustomPreCommandInterceptorsTxRequired(
                with(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> with(List<CommandInterceptor> others) {
        List<CommandInterceptor> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
        all.add(new FormsOnly());
        return all;
    }

    private class Guard extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            if (definition.getCamundaFormDefinitionKey() != null) {
                definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> {
                    if (!accepted.contains(task.getId())) {
                        throw new IllegalStateException(
                                "Task %s has a form and can only be completed through it.".formatted(task.getId()));
                    }
                });
            }
        }

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") != null) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
                    if (!accepted.contains(execution.getProcessDefinitionId())) {
                        throw new IllegalStateException(
                                "%s is started with its form only.".formatted(execution.getProcessDefinitionId()));
                    }
                });
            }
        }
    }
}
