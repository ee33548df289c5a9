package org.peerexchange.mail.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.peerexchange.mail.StaffDirectory;
import org.springframework.stereotype.Component;

@Component
class EngineStaffDirectory implements StaffDirectory {

    private final IdentityService identities;

    EngineStaffDirectory(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public List<String> addressesOf(String group) {
        return identities.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getEmail)
                .filter(address -> address != null && !address.isBlank())
                .sorted()
                .toList();
    }
}
