package org.peerexchange.people.process;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.peerexchange.people.Installation;
import org.peerexchange.people.StaffMember;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts of staff, which the engine keeps. */
@Component
public class StaffAccounts {

    private static final String NOBODYS = "nobody's";

    private final IdentityService identity;
    private final PasswordEncoder passwords;

    StaffAccounts(IdentityService identity, PasswordEncoder passwords) {
        this.identity = identity;
        this.passwords = passwords;
    }

    public Optional<StaffMember> withPassword(String id, String password) {
        User user = identity.createUserQuery().userId(id).singleResult();
        if (user == null) {
            // It takes as long as for an account that exists: the time must not tell who has one.
            passwords.encode(NOBODYS);
            return Optional.empty();
        }
        if (!identity.checkPassword(user.getId(), password)) {
            return Optional.empty();
        }
        return Optional.of(new StaffMember(
                user.getId(),
                Stream.of(user.getFirstName(), user.getLastName())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" ")),
                groupsOf(user.getId())));
    }

    /** The groups an account belongs to now. */
    public Set<String> groupsOf(String id) {
        return identity.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    public boolean hasAdministrator() {
        return identity.createUserQuery()
                        .memberOfGroup(Installation.ADMINISTRATORS)
                        .count()
                > 0;
    }

    public boolean exists(String id) {
        return identity.createUserQuery().userId(id).count() > 0;
    }

    /** Creates the account, or gives an existing one this password; and puts it into the group. */
    public void keep(String id, String firstName, String lastName, String password, String group) {
        User user = identity.createUserQuery().userId(id).singleResult();
        if (user == null) {
            user = identity.newUser(id);
            user.setFirstName(firstName);
            user.setLastName(lastName);
        }
        user.setPassword(password);
        identity.saveUser(user);
        if (identity.createGroupQuery().groupMember(id).groupId(group).count() == 0) {
            identity.createMembership(id, group);
        }
    }
}
