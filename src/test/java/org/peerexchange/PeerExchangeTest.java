package org.peerexchange;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * A test against the whole application on a real PostgreSQL of its own, with a mail server and Wikimedia's sign-in in this JVM.
 * Nothing happens by itself: jobs and dispatchers run only when the test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "peerexchange.mail.dispatcher.enabled=false",
            "spring.mail.host=localhost",
            "peerexchange.base-url=http://localhost",
            "peerexchange.programmes=src/test/programmes/installed,src/test/programmes/small-grants",
            "peerexchange.admin.user=admin",
            "peerexchange.admin.password=admin-in-tests",
            "peerexchange.wikimedia.client-id=" + WikimediaServer.CLIENT,
            "peerexchange.wikimedia.client-secret=" + WikimediaServer.SECRET
        })
@Import({TestDatabase.class, TestMailServer.class, WikimediaServer.Setup.class, PeerExchangeTest.Stages.class})
@ExtendWith(FreshStart.class)
@Tag(PeerExchangeTest.APPLICATION)
public @interface PeerExchangeTest {

    /** Tests that need the application or a database of their own: "mvn verify" runs them, "mvn test" does not. */
    String APPLICATION = "application";

    /** What sets the stage for any of these tests is in each of them: with the same beans they share one application. */
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(TestComponent.class),
            excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
    class Stages {}
}
