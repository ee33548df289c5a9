package org.peerexchange;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** A table of checks of the exchange programme, asked without the application. */
final class TableUnderTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision table;

    TableUnderTest(String id) {
        try (InputStream file = Files.newInputStream(Path.of("processes/exchange", id + ".dmn"))) {
            table = ENGINE.parseDecision(id, file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What the table complains about, as {@code field: message}, in no particular order. */
    List<String> complaints(Map<String, Object> facts) {
        List<String> complaints = new ArrayList<>();
        ENGINE.evaluateDecisionTable(table, facts)
                .forEach(row -> complaints.add(row.<String>getEntry("field") + ": " + row.<String>getEntry("message")));
        return complaints;
    }

    /** The fields it complains about, in alphabetical order. */
    List<String> fields(Map<String, Object> facts) {
        return List.copyOf(complaints(facts).stream()
                .map(complaint -> complaint.substring(0, complaint.indexOf(':')))
                .collect(toCollection(TreeSet::new)));
    }

    /** Changeable facts: keys and values by turns; dots in keys lead into maps that are there already. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> with(Map<String, Object> facts, Object... changes) {
        Map<String, Object> changed = copy(facts);
        for (int i = 0; i < changes.length; i += 2) {
            String[] path = ((String) changes[i]).split("\\.");
            Map<String, Object> inner = changed;
            for (int depth = 0; depth < path.length - 1; depth++) {
                inner = (Map<String, Object>) inner.computeIfAbsent(path[depth], name -> new LinkedHashMap<>());
            }
            inner.put(path[path.length - 1], changes[i + 1]);
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> copy(Map<String, Object> facts) {
        Map<String, Object> copy = new LinkedHashMap<>();
        facts.forEach((key, value) ->
                copy.put(key, value instanceof Map<?, ?> inner ? copy((Map<String, Object>) inner) : value));
        return copy;
    }
}
