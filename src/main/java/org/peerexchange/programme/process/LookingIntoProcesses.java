package org.peerexchange.programme.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.peerexchange.people.process.Grants;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets each programme's own staff, and nobody else's, look into its running and ended processes in Cockpit, and into what its
 * tables decided. What all programmes share has cases of all of them, so only administrators look into that.
 */
@Component
class LookingIntoProcesses {

    private final Programmes programmes;
    private final RepositoryService repository;
    private final Grants grants;

    LookingIntoProcesses(Programmes programmes, RepositoryService repository, AuthorizationService authorizations) {
        this.programmes = programmes;
        this.repository = repository;
        this.grants = new Grants(authorizations);
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void arrange() {
        for (Programme programme : programmes.all()) {
            repository.createProcessDefinitionQuery().latestVersion().list().stream()
                    .filter(process -> isOf(programme, process))
                    .forEach(process -> programme.ownGroups().forEach(group -> letLookInto(group, process.getKey())));
            repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                    .filter(table -> isOf(programme, table))
                    .forEach(table -> programme
                            .ownGroups()
                            .forEach(group -> grants.give(
                                    group,
                                    Resources.DECISION_DEFINITION,
                                    table.getKey(),
                                    Permissions.READ,
                                    Permissions.READ_HISTORY)));
        }
    }

    /** Whether it is in the programme's folder, which stands below that of the built-in ones or beside it. */
    private static boolean isOf(Programme programme, ResourceDefinition deployed) {
        return ("/" + deployed.getResourceName()).matches(".*/" + programme.key() + "/[^/]+");
    }

    private void letLookInto(String group, String process) {
        grants.give(
                group,
                Resources.PROCESS_DEFINITION,
                process,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
    }
}
