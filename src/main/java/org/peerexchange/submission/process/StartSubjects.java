package org.peerexchange.submission.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.ProgrammeFacts;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What a process that staff start by a form is about: its extension properties {@code programme}, and {@code opens} (the kind of
 * case it opens) or {@code about} ({@code cycle}: it belongs to the open cycle).
 */
@Component
class StartSubjects {

    /**
     * @param programme key of the programme
     * @param opens kind of the case that the start form opens; null when the form is about the open cycle
     */
    record Subject(String programme, String opens) {}

    private final RepositoryService repository;
    private final ProgrammeFacts programmeFacts;
    private final Facts facts;

    StartSubjects(@Lazy RepositoryService repository, @Lazy ProgrammeFacts programmeFacts, @Lazy Facts facts) {
        this.repository = repository;
        this.programmeFacts = programmeFacts;
        this.facts = facts;
    }

    /** What the start form and its table may read: the programme's facts, and the open cycle's if the form is about it. */
    Map<String, Object> facts(Subject subject) {
        Map<String, Object> known = new LinkedHashMap<>(programmeFacts.of(subject.programme()));
        if (subject.opens() == null) {
            programmeFacts.currentCycle(subject.programme()).ifPresent(cycle -> known.putAll(facts.of(cycle.number())));
        }
        return known;
    }

    /**
     * What the process is about.
     *
     * @throws IllegalStateException when the model does not say
     */
    Subject of(String processDefinitionId) {
        Process process = repository
                .getBpmnModelInstance(processDefinitionId)
                .getModelElementsByType(Process.class)
                .iterator()
                .next();
        Map<String, String> said = process.getExtensionElements() == null
                ? Map.of()
                : process
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
        if (!said.containsKey("programme") || said.containsKey("opens") == "cycle".equals(said.get("about"))) {
            throw new IllegalStateException(
                    "The process %s has a start form but does not say by its properties what it is about: \"programme\", and either \"opens\" (a kind of case) or \"about\" (cycle)."
                            .formatted(process.getId()));
        }
        return new Subject(said.get("programme"), said.get("opens"));
    }
}
