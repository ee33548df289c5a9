package org.peerexchange.impact;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.peerexchange.programme.Rules;
import org.peerexchange.programme.Tables;

/** The tables of a built-in programme as its files hold them, without an application around them. */
class TablesOfFiles implements Tables {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final String programme;

    TablesOfFiles(String programme) {
        this.programme = programme;
    }

    @Override
    public Answer ask(String table, Map<String, Object> facts) {
        return manyTimes(table).apply(facts);
    }

    @Override
    public Function<Map<String, Object>, Answer> manyTimes(String table) {
        DmnDecision decision = ENGINE.parseDecision(table, stream(table));
        return facts -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            ENGINE.evaluateDecisionTable(decision, facts)
                    .forEach(row -> rows.add(new LinkedHashMap<>(row.getEntryMap())));
            return new Answer(1, rows);
        };
    }

    @Override
    public List<Map<String, String>> plainTexts(String table) {
        DecisionTable rules = Dmn.readModelFromStream(stream(table))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<Output> outputs = List.copyOf(rules.getOutputs());
        List<Map<String, String>> all = new ArrayList<>();
        rules.getRules().forEach(rule -> {
            Map<String, String> texts = new LinkedHashMap<>();
            List<OutputEntry> said = List.copyOf(rule.getOutputEntries());
            for (int column = 0; column < outputs.size(); column++) {
                String cell = said.get(column).getTextContent().strip();
                if (cell.matches("\"[^\"]*\"")) {
                    texts.put(outputs.get(column).getName(), cell.substring(1, cell.length() - 1));
                }
            }
            all.add(texts);
        });
        return all;
    }

    @Override
    public boolean exists(String table) {
        return true;
    }

    @Override
    public Answer lookUp(String table, Map<String, String> key) {
        return ask(table, Map.copyOf(key));
    }

    @Override
    public Rules rules(String table) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Rules draft(Path dmn) {
        throw new UnsupportedOperationException();
    }

    private InputStream stream(String table) {
        return new ByteArrayInputStream(content(table).getBytes(StandardCharsets.UTF_8));
    }

    private String content(String table) {
        return StagedCycle.text("processes/%s/%s.dmn".formatted(programme, table));
    }
}
