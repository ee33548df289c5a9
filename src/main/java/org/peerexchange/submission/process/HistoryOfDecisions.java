package org.peerexchange.submission.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.springframework.stereotype.Component;

/**
 * The engine's history knows what happened and what was decided: the variables of processes, each with its last value. What a single
 * step was given stands in its model, and every answer is kept as a submission; a copy of either for each step and each change
 * was a third of all rows.
 */
@Component
class HistoryOfDecisions extends AbstractProcessEnginePlugin implements HistoryLevel {

    /** As {@code camunda.bpm.history-level} names it. */
    private static final String NAME = "decisions";

    /** Kept in the database, where an engine with another level is refused; the engine's own are below 10. */
    private static final int ID = 85;

    private static final Set<HistoryEventType> OF_VARIABLES = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE);

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(this));
    }

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    /** @param entity null when the engine asks beforehand whether such an event can come at all */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        if (event == HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL) {
            return false;
        }
        return !OF_VARIABLES.contains(event)
                || !(entity instanceof VariableInstanceEntity variable)
                || isOfProcess(variable);
    }

    private static boolean isOfProcess(VariableInstanceEntity variable) {
        return variable.getExecutionId() != null && variable.getExecutionId().equals(variable.getProcessInstanceId());
    }
}
