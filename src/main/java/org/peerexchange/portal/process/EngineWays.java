package org.peerexchange.portal.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.peerexchange.portal.Ways;
import org.peerexchange.programme.ModelFiles;
import org.springframework.stereotype.Component;

/** Reads the ways from the history, which knows processes that have ended, too; each from the definition that it was begun with. */
@Component
class EngineWays implements Ways {

    private static final String SHARED = "processes/shared/";

    /** What encloses others is where they are. */
    private static final Set<String> AROUND_OTHERS = Set.of("multiInstanceBody", "subProcess");

    private final HistoryService history;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    EngineWays(HistoryService history, RuntimeService runtime, RepositoryService repository) {
        this.history = history;
        this.runtime = runtime;
        this.repository = repository;
    }

    @Override
    public List<Way> of(String caseNumber) {
        Map<String, HistoricProcessInstance> all = new LinkedHashMap<>();
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .forEach(instance -> all.put(instance.getId(), instance));
        return all.values().stream()
                .filter(instance -> isWay(instance, all))
                .map(instance -> way(instance, all))
                .toList();
    }

    private boolean isWay(HistoricProcessInstance instance, Map<String, HistoricProcessInstance> all) {
        if (instance.getProcessDefinitionKey().equals(ModelFiles.ASKS)) {
            return false;
        }
        HistoricProcessInstance caller = all.get(instance.getSuperProcessInstanceId());
        if (caller != null) {
            return isWay(caller, all);
        }
        // What every programme shares and nothing calls is about the case, such as somebody's wish to be erased, and so
        // is what
        // staff start about it.
        boolean called = instance.getSuperProcessInstanceId() != null;
        return (called || !definition(instance).getResourceName().startsWith(SHARED))
                && property(instance.getProcessDefinitionId(), "about") == null;
    }

    private Way way(HistoricProcessInstance instance, Map<String, HistoricProcessInstance> all) {
        String caller = instance.getSuperProcessInstanceId();
        return new Way(
                instance.getId(),
                definition(instance).getName(),
                instance.getProcessDefinitionId(),
                all.containsKey(caller) ? caller : null,
                instance.getEndTime() != null,
                sides(property(instance.getProcessDefinitionId(), "pictureFor")));
    }

    private static Set<String> sides(String property) {
        return property == null
                ? Set.of()
                : Arrays.stream(property.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private ProcessDefinition definition(HistoricProcessInstance instance) {
        return repository.getProcessDefinition(instance.getProcessDefinitionId());
    }

    private String property(String definitionId, String name) {
        return model(definitionId).getModelElementsByType(Process.class).stream()
                .map(Process::getExtensionElements)
                .flatMap(EngineWays::properties)
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    private static Stream<CamundaProperty> properties(ExtensionElements extensions) {
        return extensions == null
                ? Stream.empty()
                : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(all -> all.getCamundaProperties().stream());
    }

    private BpmnModelInstance model(String definitionId) {
        return repository.getBpmnModelInstance(definitionId);
    }

    @Override
    public Course course(Way way) {
        List<HistoricActivityInstance> been = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(way.id())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(one -> !AROUND_OTHERS.contains(one.getActivityType()))
                .toList();
        BpmnModelInstance model = model(way.model());
        Stream<Place> begun = been.stream()
                .filter(one -> !way.ended() && one.getEndTime() == null)
                .map(one -> place(model, one.getActivityId(), one.getCalledProcessInstanceId()));
        Stream<Place> about = way.ended() ? Stream.empty() : aboutToBegin(way).map(id -> place(model, id, null));
        return new Course(
                Stream.concat(begun, about).distinct().toList(),
                been.stream()
                        .filter(one -> one.getEndTime() != null && !one.isCanceled())
                        .map(one -> place(model, one.getActivityId(), one.getCalledProcessInstanceId()))
                        .distinct()
                        .toList());
    }

    /** What waits for its turn between two steps, or for somebody to mend it, is not in the history yet. */
    private Stream<String> aboutToBegin(Way way) {
        ActivityInstance whole = runtime.getActivityInstance(way.id());
        return whole == null ? Stream.empty() : transitions(whole).map(TransitionInstance::getActivityId);
    }

    private static Stream<TransitionInstance> transitions(ActivityInstance around) {
        return Stream.concat(
                Arrays.stream(around.getChildTransitionInstances()),
                Arrays.stream(around.getChildActivityInstances()).flatMap(EngineWays::transitions));
    }

    private static Place place(BpmnModelInstance model, String element, String leadsTo) {
        FlowNode node = model.getModelElementById(element);
        String name = node == null || node instanceof Gateway || node.getName() == null
                ? null
                : node.getName().strip().replaceAll("\\s+", " ");
        return new Place(element, name == null || name.isEmpty() ? null : name, leadsTo);
    }

    @Override
    public String model(Way way) {
        try (InputStream model = repository.getProcessModel(way.model())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
