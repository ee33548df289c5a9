package org.peerexchange.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** A decision table of the project, asked without an application around it. */
final class Table {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> READ = new ConcurrentHashMap<>();

    private final String id;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    private Table(String id) {
        this.id = id;
    }

    static Table of(String id) {
        return new Table(id);
    }

    /** Sets the fact at a dotted path; text that looks like a day is one, as for the application's tables. */
    @SuppressWarnings("unchecked")
    Table with(String path, Object value) {
        Map<String, Object> at = facts;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            at = (Map<String, Object>) at.computeIfAbsent(names[i], name -> new LinkedHashMap<>());
        }
        at.put(
                names[names.length - 1],
                value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : value);
        return this;
    }

    /** What every rule that fires says in one of its outputs, in the table's order. */
    List<Object> says(String output) {
        return ENGINE.evaluateDecisionTable(READ.computeIfAbsent(id, Table::read), facts)
                .collectEntries(output);
    }

    private static DmnDecision read(String id) {
        try (InputStream in = Files.newInputStream(file(id))) {
            return ENGINE.parseDecision(id, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String id) {
        return Stream.of("exchange", "mentorship")
                .map(programme -> Path.of("processes", programme, id + ".dmn"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    /** The outcome that counts: the one of the last rule that fires. */
    Object outcome() {
        List<Object> outcomes = says("outcome");
        return outcomes.isEmpty() ? null : outcomes.get(outcomes.size() - 1);
    }
}
