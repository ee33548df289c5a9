package org.peerexchange.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.PeerExchange;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Tag(PeerExchangeTest.APPLICATION)
class InstallationTests {

    @ParameterizedTest
    @ValueSource(strings = {"exchange.example.org", "ftp://example.org", "https://", "https://ex ample.org"})
    void anAddressThatIsNoneIsRefused(String baseUrl) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(installation(baseUrl)::address)
                .withMessageContaining(baseUrl)
                .withMessageContaining("PEEREXCHANGE_BASE_URL");
    }

    @Test
    void aSlashAtTheEndOfTheAddressDoesNotMatter() {
        assertThat(installation("https://exchange.example.org/").address()).hasToString("https://exchange.example.org");
    }

    @Test
    void aSlashAtTheEndOfTheAddressIsNotDoubledInPersonalLinks() {
        PersonalLinks links = new PersonalLinks(
                mock(EntityManager.class),
                Clock.systemUTC(),
                installation("https://exchange.example.org/"),
                mock(WikimediaAccounts.class));
        assertThat(links.mint("ana", "EX-1", PersonalLink.OFFER, "withdraw"))
                .startsWith("https://exchange.example.org/p/");
    }

    @Test
    void withoutABaseUrlOneSentenceSaysWhatToSet(CapturedOutput output) {
        assertThatThrownBy(() -> start("--peerexchange.base-url=", "--peerexchange.admin.user=admin"))
                .hasRootCauseInstanceOf(CannotStart.class);
        assertThat(output).contains("Set PEEREXCHANGE_BASE_URL to the address").doesNotContain("\tat org.peerexchange");
    }

    /** The webapp's filters remember the last application of a JVM, also one that never started; the next would ask it. */
    @AfterEach
    void forgetTheRefusedApplication() {
        new LazyInitRegistration().setApplicationContext(null);
    }

    private static void start(String... arguments) {
        SpringApplication application = new SpringApplication(PeerExchange.class, TestDatabase.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0", "spring.mail.host", "localhost", "camunda.bpm.job-execution.enabled", "false"));
        application.run(arguments).close();
    }

    private static Installation installation(String baseUrl) {
        return new Installation(baseUrl, new Installation.Admin("", ""));
    }
}
