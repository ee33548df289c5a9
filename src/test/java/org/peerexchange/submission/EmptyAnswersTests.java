package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A condition that comes to nothing shows the field in Tasklist and hides it on participants' pages. So every condition of every
 * form is true or false also while nothing is filled in.
 */
class EmptyAnswersTests {

    static List<Path> forms() {
        return FormFiles.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyConditionIsTrueOrFalse(Path file) {
        Form form = Form.parse(FormFiles.read(file));
        Map<String, Object> untouched = new HashMap<>();
        FormReader.everyComponent(form.components())
                .filter(component -> component.kind().isField())
                .forEach(
                        field -> untouched.put(field.path().get(0), field.kind().empty()));
        List<String> wrong = new ArrayList<>();
        FormReader.everyComponent(form.components()).forEach(component -> {
            if (Expressions.isExpression(component.at("conditional", "hide"))) {
                check(form, component.text("conditional", "hide"), untouched, wrong);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static void check(Form form, String condition, Map<String, Object> untouched, List<String> wrong) {
        var feel = form.expressions().on(LocalDate.of(2027, 6, 1));
        Map<String, Object> unknown = new HashMap<>();
        var read = Expressions.read(condition.substring(1));
        if (read == null) {
            fail("\"%s\" cannot be read".formatted(condition));
        }
        Refs.of(read).paths().forEach(path -> unknown.put(path.get(0), null));
        Map<String, Object> untouchedAndUnknown = new HashMap<>(unknown);
        untouched.forEach(untouchedAndUnknown::replace);
        for (Map<String, Object> scope : List.of(Map.<String, Object>of(), unknown, untouchedAndUnknown)) {
            if (!(feel.value(condition, scope) instanceof Boolean)) {
                wrong.add("\"%s\" is neither true nor false for %s".formatted(condition, scope));
            }
        }
    }
}
