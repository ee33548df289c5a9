package org.peerexchange.programme;

import static java.util.stream.Collectors.joining;

import java.util.function.Function;
import java.util.stream.Stream;
import org.peerexchange.programme.Catalogue.Entry;
import org.peerexchange.programme.Catalogue.Input;

/** A step as it stands in the file of a model, with the example's inputs. */
public final class StepExample {

    private StepExample() {}

    /** The element, without the flows that lead to it and from it. */
    public static String of(Entry entry) {
        return switch (entry.element()) {
            case USER_TASK -> userTask(entry);
            case TIMER_EVENT -> timer(entry);
            case CALL_ACTIVITY -> callActivity(entry);
            default ->
                element(
                        entry,
                        " camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${%s}\"".formatted(entry.id()),
                        parameters(entry));
        };
    }

    private static String userTask(Entry entry) {
        return element(
                entry,
                " camunda:asyncAfter=\"true\" camunda:formRefBinding=\"deployment\""
                        + entry.inputs().stream()
                                .map(input -> " camunda:%s=\"%s\""
                                        .formatted(
                                                input.name(),
                                                input.kind() == Step.Kind.DEADLINE
                                                        ? date(input.example())
                                                        : input.example()))
                                .collect(joining()),
                "");
    }

    private static String timer(Entry entry) {
        return """
                <bpmn:intermediateCatchEvent id="timerEvent_%s" name="%s">
                  <bpmn:timerEventDefinition>
                    <bpmn:timeDate xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                """
                .formatted(
                        Names.camelCase(entry.id()),
                        entry.example(),
                        date(entry.inputs().get(0).example()));
    }

    private static String callActivity(Entry entry) {
        return element(
                entry,
                " calledElement=\"%s\"".formatted(entry.id()),
                "    <camunda:in businessKey=\"#{execution.processBusinessKey}\" />\n"
                        + parameters(entry)
                        + "    <camunda:in variables=\"all\" local=\"true\" />\n"
                        + lines(entry.outputs().stream(), output -> "    <camunda:out source=\"%s\" target=\"%s\" />"
                                .formatted(output.name(), output.name())));
    }

    private static String element(Entry entry, String attributes, String inside) {
        String tag = entry.element().tag();
        String start =
                "<bpmn:%s id=\"%s_%s\" name=\"%s\"".formatted(tag, tag, Names.camelCase(entry.id()), entry.example())
                        + attributes;
        return inside.isEmpty()
                ? start + " />\n"
                : "%s>\n  <bpmn:extensionElements>\n%s  </bpmn:extensionElements>\n</bpmn:%s>\n"
                        .formatted(start, inside, tag);
    }

    private static String parameters(Entry entry) {
        Stream<Input> said = entry.inputs().stream().filter(input -> !input.internal());
        String parameters = lines(said, input -> "      <camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                .formatted(input.name(), input.example()));
        return parameters.isEmpty()
                ? ""
                : "    <camunda:inputOutput>\n%s    </camunda:inputOutput>\n".formatted(parameters);
    }

    private static <T> String lines(Stream<T> of, Function<T, String> line) {
        return of.map(line).map("%s\n"::formatted).collect(joining());
    }

    /** The expression that a timer or a due date reads a deadline by. */
    public static String date(String deadline) {
        return "${dates.of(execution, '%s')}".formatted(deadline);
    }
}
