package org.peerexchange.trial.process;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("rehearsal")
class RehearsalSetup {

    @Bean
    static TakenFlows takenFlows() {
        return new TakenFlows();
    }

    @Bean
    RehearsalEngine rehearsalEngine(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            ManagementService jobs,
            TakenFlows taken) {
        return new RehearsalEngine(repository, runtime, tasks, forms, identity, jobs, taken.all());
    }
}
