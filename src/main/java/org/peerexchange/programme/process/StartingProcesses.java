package org.peerexchange.programme.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.peerexchange.people.process.Grants;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets each programme's own staff, and nobody else's, start its processes in Tasklist. */
@Component
class StartingProcesses {

    private final Programmes programmes;
    private final RepositoryService repository;
    private final Grants grants;

    StartingProcesses(Programmes programmes, RepositoryService repository, AuthorizationService authorizations) {
        this.programmes = programmes;
        this.repository = repository;
        this.grants = new Grants(authorizations);
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void arrange() {
        for (ProcessDefinition startable : repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .startableInTasklist()
                .list()) {
            programmes.all().stream()
                    .filter(programme -> programme.key().equals(programmeOf(startable)))
                    .map(Programme::ownGroups)
                    .forEach(groups -> groups.forEach(group -> grants.give(
                            group,
                            Resources.PROCESS_DEFINITION,
                            startable.getKey(),
                            Permissions.READ,
                            ProcessDefinitionPermissions.CREATE_INSTANCE)));
        }
    }

    private String programmeOf(ProcessDefinition definition) {
        return repository
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(CamundaProperty.class)
                .stream()
                .filter(property -> property.getCamundaName().equals("programme"))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse("");
    }
}
