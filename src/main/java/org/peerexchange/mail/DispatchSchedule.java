package org.peerexchange.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Sends every second, on a thread of its own: a mail server that keeps us waiting holds up nothing but mail. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "peerexchange.mail.dispatcher.enabled", matchIfMissing = true)
class DispatchSchedule {

    private final Dispatcher dispatcher;

    DispatchSchedule(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Bean(defaultCandidate = false)
    static ThreadPoolTaskScheduler mailScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("mail-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(25);
        return scheduler;
    }

    @Scheduled(fixedDelay = 1000, scheduler = "mailScheduler")
    void dispatch() {
        dispatcher.dispatch();
    }
}
