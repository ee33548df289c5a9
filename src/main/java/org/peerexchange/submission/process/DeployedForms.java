package org.peerexchange.submission.process;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.peerexchange.submission.DeployedForm;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.SentForms;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The forms in the engine: each task keeps the version it was opened with. */
@Component
class DeployedForms implements SentForms {

    private final ProcessEngine engine;
    private final Map<String, DeployedForm> byDefinition = new ConcurrentHashMap<>();
    private final Map<String, DeployedForm> byVersion = new ConcurrentHashMap<>();

    DeployedForms(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** The form a task shows; empty for a task without one. */
    Optional<DeployedForm> ofTask(TaskEntity task) {
        return run(context -> {
            task.initializeFormKey();
            CamundaFormRef ref = task.getCamundaFormRef();
            return ref == null
                    ? Optional.empty()
                    : Optional.of(find(ref, task.getProcessDefinition().getDeploymentId()));
        });
    }

    /** The form a process is started with; empty for a process without one. */
    Optional<DeployedForm> ofStart(String processDefinitionId) {
        return run(context -> {
            ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(processDefinitionId);
            Expression key = definition.getStartFormDefinition() == null
                    ? null
                    : definition.getStartFormDefinition().getCamundaFormDefinitionKey();
            if (key == null) {
                return Optional.empty();
            }
            CamundaFormDefinition form = context.getCamundaFormDefinitionManager()
                    .findDefinitionByDeploymentAndKey(definition.getDeploymentId(), key.getExpressionText());
            return Optional.of(load(form));
        });
    }

    /**
     * The latest version of a form.
     *
     * @throws IllegalArgumentException when there is no such form
     */
    DeployedForm latest(String formId) {
        return run(context -> {
            CamundaFormDefinition found =
                    context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(formId);
            if (found == null) {
                throw new IllegalArgumentException("There is no form \"%s\".".formatted(formId));
            }
            return load(found);
        });
    }

    @Override
    public DeployedForm sentIn(String document, int version) {
        DeployedForm known = byVersion.computeIfAbsent(document + " " + version, key -> {
            CamundaFormDefinition sentIn = run(context -> context.getCamundaFormDefinitionManager()
                    .findDefinitionByKeyVersionAndTenantId(document, version, null));
            return sentIn == null ? null : load(sentIn);
        });
        return known == null ? latest(document) : known;
    }

    private DeployedForm find(CamundaFormRef ref, String deploymentId) {
        return load(run(new GetCamundaFormDefinitionCmd(ref, deploymentId)));
    }

    private DeployedForm load(CamundaFormDefinition definition) {
        return byDefinition.computeIfAbsent(
                definition.getId(),
                id -> run(context -> {
                    byte[] bytes = context.getResourceManager()
                            .findResourceByDeploymentIdAndResourceName(
                                    definition.getDeploymentId(), definition.getResourceName())
                            .getBytes();
                    String json = new String(bytes, StandardCharsets.UTF_8);
                    return new DeployedForm(Form.parse(json), definition.getVersion(), json);
                }));
    }

    private <T> T run(Command<T> command) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command);
    }
}
