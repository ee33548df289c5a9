package org.peerexchange.trial.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;

/** Does something in the engine as a member of staff would, with the rights of their own groups. */
final class Acting {

    private Acting() {}

    static <T> T as(IdentityService identity, String staff, Supplier<T> work) {
        identity.setAuthentication(
                staff,
                identity.createGroupQuery().groupMember(staff).list().stream()
                        .map(Group::getId)
                        .toList());
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
