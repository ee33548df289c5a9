package org.peerexchange.programme.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Rules;
import org.peerexchange.programme.Tables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Decision tables as the engine has them, always the latest version, but asked beside it: the engine's history would keep every
 * fact a table reads, and with them what people wrote.
 */
@Component
class EngineTables implements Tables {

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final DmnEngine dmn = QuickFeel.tables().buildEngine();
    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final Map<String, Rules> rules = new ConcurrentHashMap<>();
    private final Map<LookedUp, Answer> lookedUp = new ConcurrentHashMap<>();

    /** A version of a table, read once. */
    private record Read(DmnDecision decision, TableContent content) {}

    private record LookedUp(String definition, Map<String, String> key) {}

    EngineTables(@Lazy ProcessEngine engine, @Lazy RepositoryService repository) {
        this.engine = engine;
        this.repository = repository;
    }

    @Override
    public boolean exists(String table) {
        return forEveryone(context -> find(table, context)) != null;
    }

    @Override
    public Answer ask(String table, Map<String, Object> facts) {
        return manyTimes(table).apply(facts);
    }

    @Override
    public Answer lookUp(String table, Map<String, String> key) {
        return forEveryone(context -> {
            DecisionDefinition latest = latest(table, context);
            return lookedUp.computeIfAbsent(new LookedUp(latest.getId(), Map.copyOf(key)), asked -> asked(latest)
                    .apply(Map.copyOf(key)));
        });
    }

    @Override
    public Function<Map<String, Object>, Answer> manyTimes(String table) {
        return forEveryone(context -> asked(latest(table, context)));
    }

    /** The engine would take over every fact there is, asked for or not: it gets those that the table names. */
    private Function<Map<String, Object>, Answer> asked(DecisionDefinition latest) {
        Read table = read(latest);
        return facts -> new Answer(
                latest.getVersion(),
                rows(dmn.evaluateDecision(
                        table.decision(), KnownFacts.at(table.content().names(), facts))));
    }

    private Read read(DecisionDefinition latest) {
        return read.computeIfAbsent(latest.getId(), id -> {
            DmnModelInstance model = QuickReading.table(repository.getDecisionModel(id));
            return new Read(dmn.parseDecision(latest.getKey(), model), TableContent.of(model));
        });
    }

    private static List<Map<String, Object>> rows(List<? extends DmnDecisionResultEntries> fired) {
        List<Map<String, Object>> rows = new ArrayList<>();
        fired.forEach(row -> rows.add(new LinkedHashMap<>(row.getEntryMap())));
        return rows;
    }

    @Override
    public Rules rules(String table) {
        return forEveryone(context -> {
            DecisionDefinition latest = latest(table, context);
            return rules.computeIfAbsent(
                    latest.getId(),
                    id -> ParsedRules.of(
                            QuickReading.table(repository.getDecisionModel(id)), table, latest.getVersion()));
        });
    }

    @Override
    public Rules draft(Path dmn) {
        return ParsedRules.draft(dmn);
    }

    @Override
    public List<Map<String, String>> plainTexts(String table) {
        return forEveryone(context -> read(latest(table, context)).content().says());
    }

    private static DecisionDefinition latest(String table, CommandContext context) {
        DecisionDefinition found = find(table, context);
        if (found == null) {
            throw new IllegalArgumentException("There is no decision table \"%s\".".formatted(table));
        }
        return found;
    }

    /**
     * As the engine itself looks for it: its query for everybody puts its statement together anew each time, which takes longer than
     * the answer.
     */
    private static DecisionDefinition find(String table, CommandContext context) {
        return context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(table);
    }

    /** A check must not be left out because its reader may not see tables. */
    private <T> T forEveryone(Command<T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> question.execute(context)));
    }
}
