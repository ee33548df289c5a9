package org.peerexchange.submission.process;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a process that is started by a form says of itself: the extension properties {@code programme} and {@code opens}. */
@Component
class OpenedKinds {

    /**
     * @param programme key of the programme
     * @param kind kind of the case that the start form opens
     */
    record Opens(String programme, String kind) {}

    private final RepositoryService repository;

    OpenedKinds(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * What the process opens.
     *
     * @throws IllegalStateException when the model does not say
     */
    Opens of(String processDefinitionId) {
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
        if (!said.containsKey("programme") || !said.containsKey("opens")) {
            throw new IllegalStateException(
                    "The process %s has a start form but does not say, by the properties \"programme\" and \"opens\", which case it opens."
                            .formatted(process.getId()));
        }
        return new Opens(said.get("programme"), said.get("opens"));
    }
}
