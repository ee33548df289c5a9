package org.peerexchange.programme.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.peerexchange.programme.Tables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Decision tables in the engine: always the latest version. */
@Component
class EngineTables implements Tables {

    private static final Pattern PATH = Pattern.compile("[a-zA-Z]\\w*(?:\\.[a-zA-Z]\\w*)*");

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final Map<String, List<String>> reads = new ConcurrentHashMap<>();

    EngineTables(@Lazy RepositoryService repository, @Lazy DecisionService decisions) {
        this.repository = repository;
        this.decisions = decisions;
    }

    @Override
    public boolean exists(String table) {
        return find(table) != null;
    }

    @Override
    public Answer ask(String table, Map<String, Object> facts) {
        DecisionDefinition latest = latest(table);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DmnDecisionResultEntries fired :
                decisions.evaluateDecisionById(latest.getId()).variables(facts).evaluate()) {
            rows.add(new LinkedHashMap<>(fired.getEntryMap()));
        }
        return new Answer(latest.getVersion(), rows);
    }

    @Override
    public List<String> reads(String table) {
        return reads.computeIfAbsent(latest(table).getId(), this::inputPaths);
    }

    /** The plain paths among the inputs; an input that computes something decides for itself what to do without a fact. */
    private List<String> inputPaths(String definition) {
        Set<String> paths = new LinkedHashSet<>();
        for (Input input : repository
                .getDmnModelInstance(definition)
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next()
                .getInputs()) {
            Matcher path = PATH.matcher(
                    input.getInputExpression().getText().getTextContent().strip());
            if (path.matches()) {
                paths.add(path.group());
            }
        }
        return List.copyOf(paths);
    }

    private DecisionDefinition latest(String table) {
        DecisionDefinition found = find(table);
        if (found == null) {
            throw new IllegalArgumentException("There is no decision table \"%s\".".formatted(table));
        }
        return found;
    }

    private DecisionDefinition find(String table) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
    }
}
