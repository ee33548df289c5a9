package org.peerexchange.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick way gives what the library gives, cell by cell of every table there is. */
class QuickFeelTests {

    private static final FeelEngine LIBRARY = new ScalaFeelEngineFactory().createInstance();
    private static final FeelEngine QUICK =
            QuickFeel.tables().getFeelEngineFactory().createInstance();

    /** What a cell is asked about: nothing at all, too little, and values of each kind. */
    private static final List<Object> VALUES = Arrays.asList(
            null,
            true,
            false,
            0,
            3,
            4.5,
            "",
            "mentee",
            "approve",
            "booking",
            LocalDate.of(2027, 3, 1),
            List.of(),
            List.of("host", "mentor"),
            List.of(Map.of("document", "plan", "answers", Map.of("spent", 7))),
            Map.of("status", "yes", "days", 3));

    static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_cell_has_the_same_value(Path table) {
        DmnModelInstance model = Dmn.readModelFromFile(table.toFile());
        List<String> expressions = new ArrayList<>();
        model.getModelElementsByType(InputExpression.class).forEach(cell -> add(cell.getText(), expressions));
        model.getModelElementsByType(OutputEntry.class).forEach(cell -> add(cell.getText(), expressions));
        List<String> tests = new ArrayList<>();
        model.getModelElementsByType(InputEntry.class).forEach(cell -> add(cell.getText(), tests));
        assertThat(expressions).isNotEmpty();
        Collection<List<String>> names = TableContent.of(model).names();
        for (Object value : VALUES) {
            VariableContext facts = facts(names, value);
            for (String text : new TreeSet<>(expressions)) {
                assertThat(said(QUICK, text, facts)).as("%s of %s", text, value).isEqualTo(said(LIBRARY, text, facts));
            }
            for (String text : new TreeSet<>(tests)) {
                assertThat(holds(QUICK, text, facts))
                        .as("%s of %s", text, value)
                        .isEqualTo(holds(LIBRARY, text, facts));
            }
        }
    }

    private static void add(Text cell, List<String> texts) {
        if (cell != null && !cell.getTextContent().isBlank()) {
            texts.add(cell.getTextContent());
        }
    }

    private static VariableContext facts(Collection<List<String>> names, Object value) {
        Map<String, Object> facts = new HashMap<>();
        names.forEach(path -> put(facts, path, value));
        facts.put("cellInput", value);
        return Variables.fromMap(facts).asVariableContext();
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> facts, List<String> path, Object value) {
        Map<String, Object> inside = facts;
        for (String name : path.subList(0, path.size() - 1)) {
            if (!(inside.computeIfAbsent(name, made -> new HashMap<>()) instanceof Map<?, ?> map)) {
                return;
            }
            inside = (Map<String, Object>) map;
        }
        inside.putIfAbsent(path.get(path.size() - 1), value instanceof Map<?, ?> map ? new HashMap<>(map) : value);
    }

    private static String said(FeelEngine engine, String text, VariableContext facts) {
        try {
            Object value = engine.evaluateSimpleExpression(text, facts);
            return value + (value == null ? "" : " " + value.getClass());
        } catch (FeelException wrong) {
            return wrong.getMessage();
        }
    }

    private static String holds(FeelEngine engine, String text, VariableContext facts) {
        try {
            return String.valueOf(engine.evaluateSimpleUnaryTests(text, "cellInput", facts));
        } catch (FeelException wrong) {
            return wrong.getMessage();
        } catch (ClassCastException neither) {
            return "neither true nor false";
        }
    }

    @Test
    void what_cannot_be_read_is_told_in_the_words_of_the_library() {
        VariableContext nothing = Variables.emptyVariableContext();
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> QUICK.evaluateSimpleExpression("1 +", nothing))
                    .isInstanceOf(FeelException.class)
                    .hasMessageContaining("1 +");
        }
    }

    @Test
    void what_is_asserted_and_does_not_hold_has_no_value() {
        assertThatThrownBy(() -> QUICK.evaluateSimpleExpression("assert(1, 1 > 2)", Variables.emptyVariableContext()))
                .isInstanceOf(FeelException.class);
    }
}
