package org.peerexchange.people.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.peerexchange.people.Groups;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The groups that work with the programmes and what they may do in Tasklist and Cockpit. Who may do a task is not said
 * here: its model names the group, and the engine gives that group the task. What a group may start and look into depends on its
 * programme.
 */
@Component
class StaffGroups {

    private final Groups groups;
    private final IdentityService identity;
    private final Grants grants;

    StaffGroups(Groups groups, IdentityService identity, AuthorizationService authorizations) {
        this.groups = groups;
        this.identity = identity;
        this.grants = new Grants(authorizations);
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void arrange() {
        groups.groups().forEach((id, group) -> {
            createGroup(id, group.name());
            letWorkInTasklist(id);
            if (group.hub()) {
                letRunProgrammes(id);
                letLookAround(id);
            }
        });
    }

    private void createGroup(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void letWorkInTasklist(String group) {
        grants.give(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grants.give(group, Resources.PROCESS_DEFINITION, Grants.ANY, Permissions.READ);
        grants.give(group, Resources.FILTER, Grants.ANY, Permissions.CREATE);
    }

    private void letRunProgrammes(String group) {
        grants.give(group, Resources.PROCESS_INSTANCE, Grants.ANY, Permissions.CREATE);
    }

    private void letLookAround(String group) {
        grants.give(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grants.give(group, Resources.USER, Grants.ANY, Permissions.READ);
        grants.give(group, Resources.GROUP, Grants.ANY, Permissions.READ);
        grants.give(group, Resources.DEPLOYMENT, Grants.ANY, Permissions.READ);
        grants.give(group, Resources.DECISION_DEFINITION, Grants.ANY, Permissions.READ);
        // Groups once looked into every programme; now each looks into its own.
        grants.take(group, Resources.DECISION_DEFINITION, Grants.ANY, Permissions.READ_HISTORY);
        grants.take(
                group,
                Resources.PROCESS_DEFINITION,
                Grants.ANY,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
    }
}
