package org.peerexchange.programme.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.peerexchange.programme.Tables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Decision tables as the engine has them, always the latest version, but asked beside it: the engine's history would keep every
 * fact a table reads, and with them what people wrote.
 */
@Component
class EngineTables implements Tables {

    private static final Pattern PATH = Pattern.compile("[a-zA-Z]\\w*(?:\\.[a-zA-Z]\\w*)*");

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();
    private final Map<String, List<String>> reads = new ConcurrentHashMap<>();
    private final Map<LookedUp, Answer> lookedUp = new ConcurrentHashMap<>();

    private record LookedUp(String definition, Map<String, String> key) {}

    EngineTables(@Lazy ProcessEngine engine, @Lazy RepositoryService repository) {
        this.engine = engine;
        this.repository = repository;
    }

    @Override
    public boolean exists(String table) {
        return forEveryone(() -> find(table)) != null;
    }

    @Override
    public Answer ask(String table, Map<String, Object> facts) {
        return manyTimes(table).apply(facts);
    }

    @Override
    public Answer lookUp(String table, Map<String, String> key) {
        return forEveryone(() -> {
            DecisionDefinition latest = latest(table);
            return lookedUp.computeIfAbsent(new LookedUp(latest.getId(), Map.copyOf(key)), asked -> asked(latest)
                    .apply(Map.copyOf(key)));
        });
    }

    @Override
    public Function<Map<String, Object>, Answer> manyTimes(String table) {
        return forEveryone(() -> asked(latest(table)));
    }

    private Function<Map<String, Object>, Answer> asked(DecisionDefinition latest) {
        DmnDecision decision = parsed.computeIfAbsent(
                latest.getId(), id -> dmn.parseDecision(latest.getKey(), repository.getDmnModelInstance(id)));
        return facts -> new Answer(latest.getVersion(), rows(dmn.evaluateDecision(decision, facts)));
    }

    private static List<Map<String, Object>> rows(List<? extends DmnDecisionResultEntries> fired) {
        List<Map<String, Object>> rows = new ArrayList<>();
        fired.forEach(row -> rows.add(new LinkedHashMap<>(row.getEntryMap())));
        return rows;
    }

    @Override
    public List<String> reads(String table) {
        return forEveryone(() -> reads.computeIfAbsent(latest(table).getId(), this::inputPaths));
    }

    /** The plain paths among the inputs; an input that computes something decides for itself what to do without a fact. */
    private List<String> inputPaths(String definition) {
        Set<String> paths = new LinkedHashSet<>();
        for (Input input : rules(definition).getInputs()) {
            Matcher path = PATH.matcher(
                    input.getInputExpression().getText().getTextContent().strip());
            if (path.matches()) {
                paths.add(path.group());
            }
        }
        return List.copyOf(paths);
    }

    @Override
    public List<Map<String, String>> plainTexts(String table) {
        return forEveryone(() -> {
            DecisionTable rules = rules(latest(table).getId());
            List<Output> outputs = List.copyOf(rules.getOutputs());
            return rules.getRules().stream()
                    .map(rule -> plainTexts(outputs, List.copyOf(rule.getOutputEntries())))
                    .toList();
        });
    }

    private static Map<String, String> plainTexts(List<Output> outputs, List<OutputEntry> said) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int column = 0; column < outputs.size(); column++) {
            Matcher text = TEXT.matcher(said.get(column).getTextContent().strip());
            if (text.matches()) {
                texts.put(outputs.get(column).getName(), text.group(1));
            }
        }
        return texts;
    }

    private DecisionTable rules(String definition) {
        return repository
                .getDmnModelInstance(definition)
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
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

    /** A check must not be left out because its reader may not see tables. */
    private <T> T forEveryone(Callable<T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(question));
    }
}
