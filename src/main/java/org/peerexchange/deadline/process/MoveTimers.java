package org.peerexchange.deadline.process;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.peerexchange.deadline.Deadlines;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Step;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Step(
        name = "Move timers and due dates",
        does =
                "After staff have changed the days of a cycle: every timer and every due date in its cases that counts from one of these days is reckoned anew. What counts from another day, such as the day of asking, stays as people were told.",
        topic = Step.Topic.WAIT,
        example = "Move what waits for the changed days")
@Component("moveTimers")
class MoveTimers implements JavaDelegate {

    /** What {@code ask-participant} calls the due date of its request; it wakes and looks at its ladder again when that moves. */
    private static final String REQUEST_DUE = "dueDate";

    private static final Pattern DATE = Pattern.compile("dates\\.of\\(execution,\\s*(?:'([^']+)'|(\\w+))\\)");

    private final ProcessEngine engine;
    private final Cases cases;
    private final Deadlines deadlines;
    private final Clock clock;

    MoveTimers(@Lazy ProcessEngine engine, Cases cases, Deadlines deadlines, Clock clock) {
        this.engine = engine;
        this.cases = cases;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String cycle = cases.of(execution.getProcessBusinessKey()).cycle();
        Stream<String> cases =
                this.cases.findByCycleAndClosedAtIsNull(cycle).stream().map(Case::number);
        Stream.concat(Stream.of(cycle), cases).forEach(number -> {
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .list()
                    .forEach(instance -> moveTimers(number, instance.getId()));
            engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .list()
                    .forEach(task -> moveTask(number, task));
        });
    }

    private void moveTimers(String number, String instance) {
        for (Job timer : timers(instance)) {
            JobDefinition definition = engine.getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(timer.getJobDefinitionId())
                    .singleResult();
            FlowElement event = element(timer.getProcessDefinitionId(), definition.getActivityId());
            event.getChildElementsByType(TimerEventDefinition.class).stream()
                    .map(timed -> timed.getTimeDate().getTextContent())
                    .flatMap(date -> cycleDeadline(number, date, timer.getExecutionId()).stream())
                    .forEach(name -> engine.getManagementService().recalculateJobDuedate(timer.getId(), false));
        }
    }

    private void moveTask(String number, Task task) {
        UserTask model = (UserTask) element(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        if (model.getCamundaDueDate() == null) {
            return;
        }
        cycleDeadline(number, model.getCamundaDueDate(), task.getExecutionId()).ifPresent(name -> {
            Date due = Date.from(deadlines.of(number, name));
            task.setDueDate(due);
            engine.getTaskService().saveTask(task);
            if (engine.getRuntimeService().getVariable(task.getExecutionId(), REQUEST_DUE) != null) {
                engine.getRuntimeService().setVariable(task.getProcessInstanceId(), REQUEST_DUE, due);
                timers(task.getProcessInstanceId()).forEach(rung -> engine.getManagementService()
                        .setJobDuedate(rung.getId(), Date.from(clock.instant())));
            }
        });
    }

    /** The deadline that an expression in a model names, itself or by a variable, if it counts from a day of the cycle. */
    private Optional<String> cycleDeadline(String number, String expression, String execution) {
        Matcher named = DATE.matcher(expression);
        String name = null;
        if (named.find()) {
            name = named.group(1) != null ? named.group(1) : variable(execution, named.group(2));
        } else if (expression.equals("${" + REQUEST_DUE + "}")) {
            name = variable(execution, "deadline");
        }
        return Optional.ofNullable(name).filter(known -> deadlines.countsFromCycle(number, known));
    }

    private String variable(String execution, String name) {
        return (String) engine.getRuntimeService().getVariable(execution, name);
    }

    private List<Job> timers(String instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .list();
    }

    private FlowElement element(String definition, String id) {
        return engine.getRepositoryService().getBpmnModelInstance(definition).getModelElementById(id);
    }
}
