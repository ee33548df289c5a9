package org.peerexchange.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.web.SecurityFilterChain;

class WikimediaDoorTests {

    private final WebApplicationContextRunner application =
            new WebApplicationContextRunner().withUserConfiguration(WikimediaDoor.class, WikimediaRefusedPage.class);

    @ParameterizedTest
    @ValueSource(strings = {"peerexchange.wikimedia.client-id=", "peerexchange.wikimedia.client-secret=secret"})
    void there_is_none_where_no_client_is_set(String setting) {
        application.withPropertyValues(setting).run(started -> assertThat(started)
                .doesNotHaveBean(SecurityFilterChain.class)
                .doesNotHaveBean(WikimediaRefusedPage.class));
    }

    @Test
    void a_client_without_its_secret_is_refused_in_a_sentence_that_says_what_to_set() {
        settings("client-id=peer-exchange").run(started -> assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(started.getBean(Wikimedia.class)::mustBeUsable)
                .withMessageContaining("PEEREXCHANGE_WIKIMEDIA_CLIENT_SECRET"));
    }

    @Test
    void people_sign_in_at_Meta_Wiki_unless_said_otherwise() {
        settings("client-id=peer-exchange").run(started -> {
            Wikimedia settings = started.getBean(Wikimedia.class);
            assertThat(settings.authorizationUri()).isEqualTo("https://meta.wikimedia.org/w/rest.php/oauth2/authorize");
            assertThat(settings.tokenUri()).isEqualTo("https://meta.wikimedia.org/w/rest.php/oauth2/access_token");
            assertThat(settings.profileUri())
                    .isEqualTo("https://meta.wikimedia.org/w/rest.php/oauth2/resource/profile");
        });
    }

    private static WebApplicationContextRunner settings(String setting) {
        return new WebApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues("peerexchange.wikimedia." + setting);
    }

    @EnableConfigurationProperties(Wikimedia.class)
    static class Settings {}
}
