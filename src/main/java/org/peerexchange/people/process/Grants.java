package org.peerexchange.people.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** Gives groups what they need, and takes away only what an earlier version gave them too much. */
public class Grants {

    public static final String ANY = Authorization.ANY;

    private final AuthorizationService authorizations;

    public Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    public void give(String group, Resource resource, String resourceId, Permission... permissions) {
        Authorization grant =
                find(group, resource, resourceId).stream().findFirst().orElse(null);
        boolean change = grant == null;
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        }
        for (Permission permission : permissions) {
            if (!grant.isPermissionGranted(permission)) {
                grant.addPermission(permission);
                change = true;
            }
        }
        if (change) {
            authorizations.saveAuthorization(grant);
        }
    }

    public void take(String group, Resource resource, String resourceId, Permission... permissions) {
        for (Authorization grant : find(group, resource, resourceId)) {
            if (Stream.of(permissions).anyMatch(grant::isPermissionGranted)) {
                Stream.of(permissions).forEach(grant::removePermission);
                authorizations.saveAuthorization(grant);
            }
        }
    }

    private List<Authorization> find(String group, Resource resource, String resourceId) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .list();
    }
}
