package org.peerexchange;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The mail server of a test: inject {@link GreenMail} and read what arrived. */
@TestConfiguration(proxyBeanMethods = false)
public class TestMailServer {

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        return new GreenMail(ServerSetup.SMTP.dynamicPort())
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    @Bean
    DynamicPropertyRegistrar mailProperties(GreenMail greenMail) {
        return properties -> {
            properties.add("spring.mail.host", () -> "localhost");
            properties.add("spring.mail.port", () -> greenMail.getSmtp().getPort());
        };
    }
}
