package org.peerexchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

class DispatchScheduleTests {

    @Configuration
    @EnableScheduling
    static class Scheduling {}

    private final Dispatcher dispatcher = mock();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
            .withUserConfiguration(Scheduling.class, DispatchSchedule.class)
            .withBean(Dispatcher.class, () -> dispatcher);

    @Test
    void mailIsSentOnAThreadOfItsOwnBesideEverybodyElses() {
        var thread = new CompletableFuture<String>();
        doAnswer(call -> thread.complete(Thread.currentThread().getName()))
                .when(dispatcher)
                .dispatch();
        application.run(context -> {
            assertThat(thread).succeedsWithin(Duration.ofSeconds(20)).asString().startsWith("mail-");
            assertThat(context).hasBean("taskScheduler");
        });
    }

    @Test
    void nothingIsSentWhileTheDispatcherIsOff() {
        application
                .withPropertyValues("peerexchange.mail.dispatcher.enabled=false")
                .run(context -> verify(dispatcher, after(1500).never()).dispatch());
        verify(dispatcher, never()).dispatch();
    }
}
