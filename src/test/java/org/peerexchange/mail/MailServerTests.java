package org.peerexchange.mail;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerexchange.people.CannotStart;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Nothing starts that could not send a mail. */
class MailServerTests {

    private static Stream<StaticListableBeanFactory> settingsWithoutAMailServer() {
        StaticListableBeanFactory nothingSet = new StaticListableBeanFactory();
        StaticListableBeanFactory noHost = new StaticListableBeanFactory();
        noHost.addBean("mailSender", new JavaMailSenderImpl());
        return Stream.of(nothingSet, noHost);
    }

    @ParameterizedTest
    @MethodSource("settingsWithoutAMailServer")
    void withoutAMailServerOneSentenceSaysWhatToSet(StaticListableBeanFactory settings) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Dispatcher(
                        null, null, null, null, settings.getBeanProvider(JavaMailSender.class), null, null, null, null))
                .withMessageStartingWith("Set SPRING_MAIL_HOST to the mail server");
    }
}
