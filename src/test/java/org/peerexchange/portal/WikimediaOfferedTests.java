package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peerexchange.people.WikimediaSession;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class WikimediaOfferedTests {

    @Test
    void pages_offer_nothing_where_no_client_is_set() {
        new WebApplicationContextRunner()
                .withUserConfiguration(WikimediaSession.class, WikimediaOffered.class, WikimediaPages.class)
                .withPropertyValues("peerexchange.wikimedia.client-id=")
                .run(started -> {
                    assertThat(started).hasNotFailed().doesNotHaveBean(WikimediaPages.class);
                    assertThat(started.getBean(WikimediaOffered.class).seen()).isNull();
                });
    }
}
