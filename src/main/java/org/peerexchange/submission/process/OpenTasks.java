package org.peerexchange.submission.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.query.NativeQuery;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What is open in the processes of cases, for every page that a participant opens. The engine puts its own queries together anew
 * each time, from some hundred conditions that they might have; that takes several times as long as the database. So these few
 * are written out.
 */
@Component
class OpenTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Map<String, ProcessDefinition> definitions = new ConcurrentHashMap<>();

    OpenTasks(@Lazy TaskService tasks, @Lazy RuntimeService runtime, @Lazy RepositoryService repository) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** The open tasks of some cases, those due first come first, and last those that are never due. */
    List<Task> ofCases(Collection<String> caseNumbers) {
        return asking(tasks.createNativeTaskQuery(), caseNumbers)
                .sql(
                        """
                        select task.* from ACT_RU_TASK task
                        join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
                        where instance.BUSINESS_KEY_ in (%s)
                        order by task.DUE_DATE_"""
                                .formatted(places(caseNumbers)))
                .list();
    }

    /** The cases of their open tasks, by id of the process; where there is one case only, nobody has to be asked. */
    Map<String, String> cases(Collection<Task> open, Collection<String> caseNumbers) {
        return caseNumbers.size() == 1
                ? open.stream()
                        .map(Task::getProcessInstanceId)
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                process -> caseNumbers.iterator().next()))
                : processes(caseNumbers).stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private List<ProcessInstance> processes(Collection<String> caseNumbers) {
        return asking(runtime.createNativeProcessInstanceQuery(), caseNumbers)
                .sql("select * from ACT_RU_EXECUTION where BUSINESS_KEY_ in (%s)".formatted(places(caseNumbers)))
                .list();
    }

    /** The open tasks of one process, without those of processes that it has called. */
    List<Task> ofProcess(String processInstanceId) {
        return tasks.createNativeTaskQuery()
                .sql("select * from ACT_RU_TASK where PROC_INST_ID_ = #{process}")
                .parameter("process", processInstanceId)
                .list();
    }

    /** The number of the case that a process runs for; empty when it has ended. */
    Optional<String> caseNumber(String processInstanceId) {
        return Optional.ofNullable(runtime.createNativeProcessInstanceQuery()
                        .sql("select * from ACT_RU_EXECUTION where ID_ = #{process}")
                        .parameter("process", processInstanceId)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey);
    }

    /** Where a case waits for a message; one place of several. */
    Optional<Execution> waiting(String caseNumber, String message) {
        return runtime
                .createNativeExecutionQuery()
                .sql(
                        """
                        select place.* from ACT_RU_EVENT_SUBSCR waiting
                        join ACT_RU_EXECUTION place on place.ID_ = waiting.EXECUTION_ID_
                        join ACT_RU_EXECUTION instance on instance.ID_ = waiting.PROC_INST_ID_
                        where waiting.EVENT_TYPE_ = 'message' and waiting.EVENT_NAME_ = #{message}
                        and instance.BUSINESS_KEY_ = #{case}
                        order by place.ID_""")
                .parameter("message", message)
                .parameter("case", caseNumber)
                .list()
                .stream()
                .findFirst();
    }

    /** The process that a task belongs to; it never changes, so it is looked for once. */
    ProcessDefinition definition(Task task) {
        return definitions.computeIfAbsent(task.getProcessDefinitionId(), repository::getProcessDefinition);
    }

    private static String places(Collection<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj("#{case%d}"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static <Q extends NativeQuery<Q, ?>> Q asking(Q query, Collection<String> values) {
        int place = 0;
        for (String value : values) {
            query.parameter("case" + place++, value);
        }
        return query;
    }
}
