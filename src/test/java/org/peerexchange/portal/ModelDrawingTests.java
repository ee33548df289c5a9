package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerexchange.language.Translation;

/** Of a model, only its drawing leaves the server. */
class ModelDrawingTests {

    private static final Pattern ATTRIBUTE = Pattern.compile(" ([\\w:]+)=\"");
    private static final Pattern SHAPE = Pattern.compile("bpmnElement=\"((?!note_)[^\"]+)\"");

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_keeps_all_its_shapes_and_loses_all_that_is_not_drawn(Path file) throws IOException {
        String model = Files.readString(file);

        String drawing = ModelDrawing.of(model, Translation.ENGLISH);

        assertThat(found(SHAPE, drawing)).isEqualTo(found(SHAPE, model));
        assertThat(drawing)
                .doesNotContain(
                        "camunda", "modeler", "${", "#{", "documentation", "extension", "ondition>", "timeDate");
        assertThat(found(ATTRIBUTE, drawing).stream().filter(name -> !name.startsWith("xmlns")))
                .isSubsetOf(
                        "id",
                        "targetNamespace",
                        "name",
                        "sourceRef",
                        "targetRef",
                        "default",
                        "attachedToRef",
                        "cancelActivity",
                        "isInterrupting",
                        "triggeredByEvent",
                        "isSequential",
                        "bpmnElement",
                        "isExpanded",
                        "isMarkerVisible",
                        "x",
                        "y",
                        "width",
                        "height");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).toList();
    }
}
