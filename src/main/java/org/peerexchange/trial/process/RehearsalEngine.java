package org.peerexchange.trial.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.submission.RefusedAnswers;

/** What a rehearsal sees and does in the engine: its clock, the open tasks, the flows that were taken. */
public class RehearsalEngine {

    private static final String SHARED = "processes/shared/";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final ManagementService jobs;
    private final Set<String> taken;

    /** @param taken the flows taken so far, see {@link TakenFlows} */
    public RehearsalEngine(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            ManagementService jobs,
            Set<String> taken) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.jobs = jobs;
        this.taken = taken;
    }

    /**
     * A task that waits.
     *
     * @param request id of the request if a participant is asked, else null
     * @param side the side that is asked, else empty
     * @param group the first group that staff do it in, else empty
     * @param form id of its form
     */
    public record OpenTask(
            String id,
            String request,
            String caseNumber,
            String key,
            String name,
            String side,
            String group,
            Instant due,
            String form) {

        /** What it is, the same in every rehearsal: ids are not. */
        public String identity() {
            return String.join("|", caseNumber, key, name, side, form);
        }
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Stops the clock at this moment: nothing but the rehearsal moves it. */
    public void itIs(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    public static void leaveTheClockAlone() {
        ClockUtil.reset();
    }

    public PassingTime time(Runnable afterwards) {
        return new PassingTime(jobs, this::now, this::itIs, afterwards);
    }

    public Optional<Instant> nextTimer() {
        return Timers.next(jobs.createJobQuery()).map(job -> job.getDuedate().toInstant());
    }

    /** The open tasks that are not known yet, in an order that does not depend on ids. */
    public List<OpenTask> newTasks(Set<String> known) {
        return tasks.createTaskQuery().active().list().stream()
                .map(Task::getId)
                .filter(known::add)
                .map(this::task)
                .sorted(Comparator.comparing(OpenTask::identity))
                .toList();
    }

    public boolean isOpen(OpenTask task) {
        return tasks.createTaskQuery().taskId(task.id()).count() == 1;
    }

    private OpenTask task(String id) {
        Task task = tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult();
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        boolean asked = task.getProcessDefinitionId().startsWith(ModelFiles.ASKS + ":");
        CamundaFormRef form = task.getCamundaFormRef();
        return new OpenTask(
                task.getId(),
                asked ? task.getProcessInstanceId() : null,
                instance.getBusinessKey(),
                task.getTaskDefinitionKey(),
                task.getName(),
                asked ? (String) runtime.getVariable(task.getProcessInstanceId(), "who") : "",
                asked ? "" : group(task),
                task.getDueDate() == null ? now() : task.getDueDate().toInstant(),
                form == null ? "" : form.getKey());
    }

    private String group(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** Sees to it that a group has as many people as that, since some tasks want other eyes than those that looked first. */
    public void staff(String group, int many) {
        List<String> there = members(group);
        for (int number = there.size() + 1; number <= many; number++) {
            User made = identity.newUser(group + "-" + number);
            made.setFirstName("Rehearsal");
            made.setLastName(group + " " + number);
            made.setPassword(UUID.randomUUID().toString());
            identity.saveUser(made);
            identity.createMembership(made.getId(), group);
        }
    }

    /** The people of a group, in order. */
    public List<String> members(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .sorted()
                .toList();
    }

    /** @throws RefusedAnswers naming each field that is wrong */
    public void completes(String staff, OpenTask task, Map<String, Object> answers) {
        as(staff, () -> {
            tasks.setAssignee(task.id(), staff);
            tasks.complete(task.id(), new LinkedHashMap<>(answers));
            return null;
        });
    }

    /** Staff open a cycle; what they do not answer stays as the form shows it. */
    public void opensCycle(String staff, String programme, Map<String, Object> answers) {
        ProcessDefinition opening = processes(programme).stream()
                .filter(process -> "cycle".equals(properties(process).get("opens")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No process of %s opens a cycle: none has the property \"opens\" with the value \"cycle\"."
                                .formatted(programme)));
        as(staff, () -> {
            Map<String, Object> shown = new LinkedHashMap<>(forms.getStartFormVariables(opening.getId()));
            shown.putAll(answers);
            return forms.submitStartForm(opening.getId(), shown);
        });
    }

    /** Those in its folder, which stands below that of the built-in ones or beside it. */
    private List<ProcessDefinition> processes(String programme) {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(process -> ("/" + process.getResourceName()).contains("/" + programme + "/"))
                .sorted(Comparator.comparing(ProcessDefinition::getKey))
                .toList();
    }

    private Map<String, String> properties(ProcessDefinition process) {
        Map<String, String> properties = new LinkedHashMap<>();
        repository
                .getBpmnModelInstance(process.getId())
                .getModelElementsByType(CamundaProperty.class)
                .forEach(property -> properties.put(property.getCamundaName(), property.getCamundaValue()));
        return properties;
    }

    /** Numbers of the cases that something still runs for. */
    public Set<String> unfinished() {
        Set<String> numbers = new LinkedHashSet<>();
        runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(number -> number != null)
                .sorted()
                .forEach(numbers::add);
        return numbers;
    }

    /** What failed and is not tried again: a sentence each. */
    public List<String> failures() {
        return jobs.createJobQuery().noRetriesLeft().list().stream()
                .map(job -> "%s: %s".formatted(job.getProcessDefinitionKey(), job.getExceptionMessage()))
                .sorted()
                .toList();
    }

    /** The flows of a programme, and of what it shares, that no case took: process, flow in words. */
    public List<String> neverTaken(String programme) {
        List<String> never = new ArrayList<>();
        List<ProcessDefinition> all = new ArrayList<>(processes(programme));
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(process -> process.getResourceName().startsWith(SHARED))
                .sorted(Comparator.comparing(ProcessDefinition::getKey))
                .forEach(all::add);
        for (ProcessDefinition process : all) {
            BpmnModelInstance model = repository.getBpmnModelInstance(process.getId());
            Collection<SequenceFlow> flows = model.getModelElementsByType(SequenceFlow.class);
            List<SequenceFlow> notTaken =
                    flows.stream().filter(flow -> !isTaken(process, flow)).toList();
            if (notTaken.size() == flows.size()) {
                never.add("%s: none of its %d flows".formatted(process.getName(), flows.size()));
            } else {
                notTaken.forEach(flow -> never.add("%s: %s".formatted(process.getName(), inWords(flow))));
            }
        }
        return never;
    }

    /** A case that waits at an event-based gateway takes the flow behind the event that happens, not the one before it. */
    private boolean isTaken(ProcessDefinition process, SequenceFlow flow) {
        return flow.getSource() instanceof EventBasedGateway
                ? flow.getTarget().getOutgoing().stream().anyMatch(behind -> isTaken(process, behind))
                : taken.contains(TakenFlows.name(process.getKey(), flow.getId()));
    }

    private static String inWords(SequenceFlow flow) {
        String words = "from \"%s\" to \"%s\"".formatted(name(flow.getSource()), name(flow.getTarget()));
        return flow.getName() == null ? words : words + " (%s)".formatted(flow.getName());
    }

    private static String name(FlowNode node) {
        return node.getName() == null
                ? node.getId()
                : node.getName().replaceAll("\\s+", " ").strip();
    }

    private <T> T as(String staff, Supplier<T> work) {
        try {
            return Acting.as(identity, staff, work);
        } catch (RuntimeException failed) {
            if (failed.getCause() instanceof RefusedAnswers refused) {
                throw refused;
            }
            throw failed;
        }
    }
}
