package org.peerexchange.portal;

import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Programme;

/** Somebody has come by a personal link that works: who, about which case of which programme. */
record Visit(String token, PersonalLink link, Person person, String name, Case subject, Programme programme) {

    public String path() {
        return "/p/" + token;
    }
}
