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
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Text;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Tables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Decision tables as the engine has them, always the latest version, but asked beside it: the engine's history would keep every
 * fact a table reads, and with them what people wrote.
 */
@Component
class EngineTables implements Tables {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_]\\w*+(?:\\.[a-zA-Z_]\\w*+)*+(?!\\s*\\()");
    private static final Pattern PATH = Pattern.compile("[a-zA-Z]\\w*(?:\\.[a-zA-Z]\\w*)*");

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final Map<LookedUp, Answer> lookedUp = new ConcurrentHashMap<>();

    /**
     * A version of a table, read once.
     *
     * @param names the paths that stand anywhere in it, outside of the texts in its cells: all that it can read
     * @param inputs the plain paths among its inputs
     */
    private record Read(DmnDecision decision, Set<List<String>> names, List<String> inputs) {}

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

    /** The engine would take over every fact there is, asked for or not: it gets those that the table names. */
    private Function<Map<String, Object>, Answer> asked(DecisionDefinition latest) {
        Read table = read(latest);
        return facts -> new Answer(
                latest.getVersion(), rows(dmn.evaluateDecision(table.decision(), KnownFacts.at(table.names(), facts))));
    }

    private Read read(DecisionDefinition latest) {
        return read.computeIfAbsent(latest.getId(), id -> {
            DmnModelInstance model = QuickReading.table(repository.getDecisionModel(id));
            return new Read(dmn.parseDecision(latest.getKey(), model), names(model), inputPaths(model));
        });
    }

    /** Names of functions are among them, and are no harm: no fact is called like one. */
    private static Set<List<String>> names(DmnModelInstance model) {
        Set<List<String>> names = new LinkedHashSet<>();
        for (Text cell : model.getModelElementsByType(Text.class)) {
            String feel = TEXT.matcher(cell.getTextContent()).replaceAll(" ");
            NAME.matcher(feel)
                    .results()
                    .forEach(name -> names.add(List.of(name.group().split("\\."))));
        }
        return names;
    }

    private static List<Map<String, Object>> rows(List<? extends DmnDecisionResultEntries> fired) {
        List<Map<String, Object>> rows = new ArrayList<>();
        fired.forEach(row -> rows.add(new LinkedHashMap<>(row.getEntryMap())));
        return rows;
    }

    @Override
    public List<String> reads(String table) {
        return forEveryone(() -> read(latest(table)).inputs());
    }

    /** An input that computes something decides for itself what to do without a fact. */
    private static List<String> inputPaths(DmnModelInstance model) {
        Set<String> paths = new LinkedHashSet<>();
        for (Input input : model.getModelElementsByType(DecisionTable.class)
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

    /** A check must not be left out because its reader may not see tables. */
    private <T> T forEveryone(Callable<T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(question));
    }
}
