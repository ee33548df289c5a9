package org.peerexchange.desk.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.peerexchange.desk.OpenTask;
import org.peerexchange.desk.Waiting;
import org.peerexchange.desk.WorkInProgress;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.ModelFiles;
import org.springframework.stereotype.Component;

/** Reads open tasks in a few queries for any number of cases. What of it somebody sees is the desk's to say. */
@Component
class EngineWork implements WorkInProgress {

    private static final String SHARED = "processes/shared/";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final ManagementService management;

    EngineWork(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            IdentityService identity,
            ManagementService management) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.identity = identity;
        this.management = management;
    }

    @Override
    public Optional<String> movesDays(String programme) {
        return repository.createProcessDefinitionQuery().latestVersion().startableInTasklist().list().stream()
                .filter(process -> movesDays(repository.getBpmnModelInstance(process.getId()), programme))
                .map(ProcessDefinition::getName)
                .findFirst();
    }

    private static boolean movesDays(BpmnModelInstance model, String programme) {
        Map<String, String> said = new HashMap<>();
        model.getModelElementsByType(CamundaProperty.class)
                .forEach(property -> said.put(property.getCamundaName(), property.getCamundaValue()));
        return programme.equals(said.get("programme"))
                && Case.CYCLE.equals(said.get("about"))
                && model.getModelElementsByType(ServiceTask.class).stream()
                        .anyMatch(step -> "${moveTimers}".equals(step.getCamundaDelegateExpression()));
    }

    @Override
    public List<OpenTask> tasks(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return List.of();
        }
        List<Task> open = of(caseNumbers).orderByDueDate().asc().list();
        if (open.isEmpty()) {
            return List.of();
        }
        String[] instances =
                open.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        Map<String, String> cases =
                runtime.createProcessInstanceQuery().processInstanceIds(Set.of(instances)).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        Map<String, String> sides = sides(instances);
        Map<String, Set<String>> groups = groups(caseNumbers);
        return open.stream()
                .map(task -> new OpenTask(
                        task.getId(),
                        cases.get(task.getProcessInstanceId()),
                        task.getName(),
                        sides.get(task.getProcessInstanceId()),
                        groups.getOrDefault(task.getId(), Set.of()),
                        task.getAssignee(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }

    private TaskQuery of(Collection<String> caseNumbers) {
        return tasks.createTaskQuery().processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new));
    }

    /** The side that each request of a participant is for; only {@code ask-participant} has the variable {@code who}. */
    private Map<String, String> sides(String[] instances) {
        Map<String, String> sides = new HashMap<>();
        for (VariableInstance who : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances)
                .variableName("who")
                .list()) {
            sides.put(who.getProcessInstanceId(), (String) who.getValue());
        }
        return sides;
    }

    private Map<String, Set<String>> groups(Collection<String> caseNumbers) {
        Map<String, Set<String>> groups = new HashMap<>();
        identity.createGroupQuery().list().forEach(group -> of(caseNumbers)
                .taskCandidateGroup(group.getId())
                .includeAssignedTasks()
                .list()
                .forEach(task -> groups.computeIfAbsent(task.getId(), id -> new HashSet<>())
                        .add(group.getId())));
        return groups;
    }

    @Override
    public List<Running> processes(String caseNumber) {
        return instances(caseNumber)
                .map(instance ->
                        Map.entry(instance.getId(), repository.getProcessDefinition(instance.getProcessDefinitionId())))
                .filter(instance -> !instance.getValue().getResourceName().startsWith(SHARED))
                .map(instance ->
                        new Running(instance.getKey(), instance.getValue().getName()))
                .toList();
    }

    private Stream<ProcessInstance> instances(String caseNumber) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .filter(instance -> !ModelFiles.ASKS.equals(repository
                        .getProcessDefinition(instance.getProcessDefinitionId())
                        .getKey()));
    }

    @Override
    public List<Waiting> waiting(String caseNumber) {
        return instances(caseNumber)
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .map(timer -> new Waiting(timer.getDuedate().toInstant(), event(timer)))
                .sorted(Comparator.comparing(Waiting::until))
                .toList();
    }

    private String event(Job timer) {
        String id = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        FlowElement event =
                repository.getBpmnModelInstance(timer.getProcessDefinitionId()).getModelElementById(id);
        return event.getName();
    }
}
