package org.peerexchange.mail;

import java.util.UUID;
import org.peerexchange.people.AddressChanges;
import org.peerexchange.people.Installation;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.springframework.stereotype.Component;

/** Personal links for participants; for staff the address of their task. */
@Component
class MintingLinks implements LinkMint {

    private final PersonalLinks links;
    private final AddressChanges changes;
    private final Installation installation;

    MintingLinks(PersonalLinks links, AddressChanges changes, Installation installation) {
        this.links = links;
        this.changes = changes;
        this.installation = installation;
    }

    @Override
    public String mint(Recipient reader, String caseNumber, MailRequest.Link link) {
        if (reader.isPerson()) {
            return links.mint(reader.id(), caseNumber, link.purpose(), link.target());
        }
        if (link.purpose().equals(PersonalLink.ADDRESS)) {
            String person =
                    changes.find(UUID.fromString(link.target())).orElseThrow().personId();
            return links.mint(person, caseNumber, link.purpose(), link.target());
        }
        return installation.address() + "/camunda/app/tasklist/default/#/?task=" + link.target();
    }
}
