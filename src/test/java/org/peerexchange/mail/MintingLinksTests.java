package org.peerexchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peerexchange.people.Installation;

class MintingLinksTests {

    @Test
    void aSlashAtTheEndOfTheAddressIsNotDoubledInALinkToATask() {
        Installation installation = new Installation("https://exchange.example.org/", new Installation.Admin("", ""));

        String link = new MintingLinks(null, null, installation)
                .mint(Recipient.staff("exchange-staff"), "EX-1", new MailRequest.Link("task", "4711"));

        assertThat(link).isEqualTo("https://exchange.example.org/camunda/app/tasklist/default/#/?task=4711");
    }
}
