package org.peerexchange.mail;

import org.peerexchange.people.PersonalLinks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Personal links for participants; for staff the address of their task. */
@Component
class MintingLinks implements LinkMint {

    private final PersonalLinks links;
    private final String baseUrl;

    MintingLinks(PersonalLinks links, @Value("${peerexchange.base-url}") String baseUrl) {
        this.links = links;
        this.baseUrl = baseUrl;
    }

    @Override
    public String mint(Recipient reader, String caseNumber, MailRequest.Link link) {
        if (reader.isPerson()) {
            return links.mint(reader.id(), caseNumber, link.purpose(), link.target());
        }
        return baseUrl + "/camunda/app/tasklist/default/#/?task=" + link.target();
    }
}
