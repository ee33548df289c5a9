package org.peerexchange.submission.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.ProgrammeFacts;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What a process that staff start by a form is about: its extension properties {@code programme}, and {@code opens} (the kind of
 * case it opens) or {@code about} ({@code cycle}: it belongs to an open cycle; another kind: to a case of that kind in one of the
 * {@code states}, closed ones included). The field {@code namedBy} of the form names the case, or the cycle in which one is
 * opened, and offers {@code openCases}; a cycle needs to be named only while several are open.
 */
@Component
class StartSubjects {

    /**
     * @param programme key of the programme
     * @param opens kind of the case that the start form opens; null when the form is about a case that is open already
     * @param named how the form names that case, or the cycle in which one is opened; null when only a cycle can be meant, and there is one at a time
     */
    record Subject(String programme, String opens, Named named) {}

    /**
     * A case that is named in the form.
     *
     * @param kind its kind
     * @param field the field that holds its number
     * @param states the states in which it can be named
     */
    record Named(String kind, String field, List<String> states) {

        /** Whether it can be named as it is now. */
        boolean takes(Case one) {
            return kind.equals(Case.CYCLE) ? one.closedAt() == null : states.contains(one.state());
        }
    }

    private final RepositoryService repository;
    private final ProgrammeFacts programmeFacts;
    private final Facts facts;
    private final Cases cases;

    StartSubjects(
            @Lazy RepositoryService repository,
            @Lazy ProgrammeFacts programmeFacts,
            @Lazy Facts facts,
            @Lazy Cases cases) {
        this.repository = repository;
        this.programmeFacts = programmeFacts;
        this.facts = facts;
        this.cases = cases;
    }

    /**
     * What the start form and its table may read: the programme's facts, those of the cycle it is in if the form is about a case
     * that is open already, and the cases the form can name. While several cycles are open, none is meant before it is named.
     *
     * @param answers what the form names so far
     */
    Map<String, Object> facts(Subject subject, Map<String, Object> answers) {
        Map<String, Object> ofCycle = subject.opens() == null
                ? meant(subject, answers).map(Case::cycle).map(facts::of).orElse(Map.of())
                : Map.of();
        Map<String, Object> known = KnownFacts.over(ofCycle);
        known.putAll(programmeFacts.of(subject.programme()));
        if (subject.named() != null) {
            known.put("openCases", openCases(subject.programme(), subject.named()));
        }
        return known;
    }

    /** The case that is meant: the one that the form names, if it can be named now, or else the only cycle that is open. */
    Optional<Case> meant(Subject subject, Map<String, Object> answers) {
        Named named = subject.named();
        if (named != null && answers.get(named.field()) instanceof String number) {
            return cases.findByProgrammeAndKindOrderByNumber(subject.programme(), named.kind()).stream()
                    .filter(one -> one.number().equals(number) && named.takes(one))
                    .findFirst();
        }
        List<Case> open = programmeFacts.openCycles(subject.programme());
        return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
    }

    private List<Map<String, Object>> openCases(String programme, Named named) {
        return cases.findByProgrammeAndKindOrderByNumber(programme, named.kind()).stream()
                .filter(named::takes)
                .map(open -> Map.<String, Object>of(
                        "value", open.number(), "label", "%s, %s".formatted(open.number(), open.title())))
                .toList();
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
        String about = said.get("about");
        boolean named = said.containsKey("namedBy");
        if (!said.containsKey("programme")
                || said.containsKey("opens") == (about != null)
                || about != null && !about.equals(Case.CYCLE) && !(named && said.containsKey("states"))) {
            throw new IllegalStateException(
                    "The process %s has a start form but does not say by its properties what it is about: \"programme\", and either \"opens\" (a kind of case) or \"about\" (cycle, or another kind of case with \"namedBy\", the field that names it, and \"states\")."
                            .formatted(process.getId()));
        }
        return new Subject(
                said.get("programme"),
                said.get("opens"),
                named
                        ? new Named(
                                about == null ? Case.CYCLE : about,
                                said.get("namedBy"),
                                List.of(said.getOrDefault("states", "").split(",\\s*")))
                        : null);
    }
}
