package org.peerexchange.people.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.peerexchange.people.Installation;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the administrator named in the environment as long as there is none, before the first request can come in.
 * Later the account belongs to its owner: a changed password is not set back.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private final Installation installation;
    private final StaffAccounts accounts;
    private final IdentityService identity;
    private final Grants grants;

    FirstAdministrator(
            Installation installation,
            StaffAccounts accounts,
            IdentityService identity,
            AuthorizationService authorizations) {
        this.installation = installation;
        this.accounts = accounts;
        this.identity = identity;
        this.grants = new Grants(authorizations);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.hasAdministrator()) {
            return;
        }
        Installation.Admin admin = installation.admin();
        admin.mustBeUsable();
        createGroup();
        accounts.keep(admin.user(), admin.user(), "", admin.password(), Installation.ADMINISTRATORS);
    }

    private void createGroup() {
        if (identity.createGroupQuery().groupId(Installation.ADMINISTRATORS).count() == 0) {
            Group group = identity.newGroup(Installation.ADMINISTRATORS);
            group.setName("Administrators");
            group.setType("SYSTEM");
            identity.saveGroup(group);
        }
        for (Resource resource : Resources.values()) {
            grants.give(Installation.ADMINISTRATORS, resource, Grants.ANY, Permissions.ALL);
        }
    }
}
