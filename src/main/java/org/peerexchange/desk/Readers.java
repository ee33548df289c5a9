package org.peerexchange.desk;

import java.security.Principal;
import org.peerexchange.people.process.StaffAccounts;
import org.springframework.stereotype.Component;

/** Finds out what somebody may see when they look, not when they signed in: a group can be left in between. */
@Component
class Readers {

    private final StaffAccounts accounts;

    Readers(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    Reader of(Principal signedIn) {
        return new Reader(signedIn.getName(), accounts.groupsOf(signedIn.getName()));
    }
}
