package org.peerexchange.trial.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.task.Task;
import org.peerexchange.programme.ModelFiles;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the sample does in the engine: staff work as in Tasklist, with the rights of their own groups. */
@Component
@Profile("trial")
public class SampleEngine {

    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final IdentityService identity;
    private final ManagementService jobs;
    private final ProcessEngineConfigurationImpl engine;

    SampleEngine(
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            IdentityService identity,
            ManagementService jobs,
            ProcessEngineConfiguration engine) {
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.identity = identity;
        this.jobs = jobs;
        this.engine = (ProcessEngineConfigurationImpl) engine;
    }

    /** While this runs, jobs are done by nobody else: each belongs to its own day. */
    public void withoutJobExecutor(Runnable play) {
        JobExecutor executor = engine.getJobExecutor();
        boolean active = executor.isActive();
        if (active) {
            executor.shutdown();
        }
        play.run();
        if (active) {
            executor.start();
        }
    }

    public PassingTime time(Supplier<Instant> now, Consumer<Instant> clock, Runnable afterwards) {
        return new PassingTime(jobs, now, clock, afterwards);
    }

    /** A member of staff starts a process and leaves its form as it is shown. */
    public void starts(String staff, String process) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        as(staff, () -> forms.submitStartForm(definition, forms.getStartFormVariables(definition)));
    }

    /** A member of staff takes a task and completes it; what is not answered stays as the form shows it. */
    public void completes(String staff, String caseNumber, String task, Map<String, Object> answers) {
        String id = task(caseNumber, task);
        as(staff, () -> {
            tasks.claim(id, staff);
            Map<String, Object> shown = new HashMap<>(forms.getTaskFormVariables(id));
            shown.putAll(answers);
            tasks.complete(id, shown);
        });
    }

    public void claims(String staff, String caseNumber, String task) {
        String id = task(caseNumber, task);
        as(staff, () -> tasks.claim(id, staff));
    }

    /** Ids of the requests to participants that are open in a case. */
    public List<String> requests(String caseNumber) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(ModelFiles.ASKS)
                .list()
                .stream()
                .map(Task::getProcessInstanceId)
                .toList();
    }

    private String task(String caseNumber, String task) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(task)
                .list();
        if (open.size() != 1) {
            throw new IllegalStateException("%s has %d open tasks %s.".formatted(caseNumber, open.size(), task));
        }
        return open.get(0).getId();
    }

    private void as(String staff, Runnable work) {
        Acting.as(identity, staff, () -> {
            work.run();
            return null;
        });
    }
}
