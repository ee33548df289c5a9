package org.peerexchange.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.peerexchange.programme.Catalogue.Entry;
import org.peerexchange.programme.Catalogue.Input;
import org.peerexchange.programme.Catalogue.Output;
import org.peerexchange.programme.Step.Element;
import org.peerexchange.programme.Step.Kind;

/**
 * The catalogue as element templates of Camunda Modeler, so that a step is picked and its fields are filled in. They follow the
 * schema for Camunda 7.
 */
public final class ElementTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final String GROUP = "step";
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private ElementTemplates() {}

    /** The content of a file of element templates. */
    public static String of(Catalogue catalogue) {
        List<Map<String, Object>> templates =
                catalogue.offered().stream().map(ElementTemplates::template).toList();
        try {
            return new JsonMapper()
                            .writer(new DefaultPrettyPrinter()
                                    .withArrayIndenter(LINES)
                                    .withObjectIndenter(LINES))
                            .writeValueAsString(templates)
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> template(Entry entry) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("name", entry.name());
        template.put("id", "org.peerexchange." + entry.id());
        template.put("description", description(entry));
        template.put("appliesTo", appliesTo(entry.element()));
        template.put("groups", List.of(pair("id", GROUP, "label", "Fields of the step")));
        template.put("properties", properties(entry));
        // A template cannot hold what a form decides and the model takes over, nor the date of a timer: the fields for
        // it stay.
        template.put(
                "entriesVisible", entry.element() == Element.CALL_ACTIVITY || entry.element() == Element.TIMER_EVENT);
        return template;
    }

    private static String description(Entry entry) {
        StringBuilder description = new StringBuilder(entry.does());
        if (entry.element() == Element.TIMER_EVENT) {
            description.append(" Choose the type Date, and a value such as %s."
                    .formatted(StepExample.date(entry.inputs().get(0).example())));
        }
        entry.outputs().stream()
                .filter(output -> !output.heard())
                .forEach(output -> description.append(" It writes %s: %s.".formatted(output.name(), output.is())));
        return description.toString();
    }

    private static List<String> appliesTo(Element element) {
        return element == Element.TIMER_EVENT
                ? List.of("bpmn:IntermediateCatchEvent", "bpmn:BoundaryEvent")
                : List.of("bpmn:" + capital(element.tag()));
    }

    private static List<Map<String, Object>> properties(Entry entry) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(name(entry));
        switch (entry.element()) {
            case TIMER_EVENT -> {}
            case USER_TASK -> {
                properties.add(fixed("camunda:asyncAfter", true));
                properties.add(fixed("camunda:formRefBinding", "deployment"));
                entry.inputs().stream().map(ElementTemplates::attribute).forEach(properties::add);
            }
            case CALL_ACTIVITY -> {
                properties.add(fixed("calledElement", entry.id()));
                properties.add(hidden("#{execution.processBusinessKey}", Map.of("type", "camunda:in:businessKey")));
                properties.add(hidden("", binding("camunda:in", "variables", "local")));
                parameters(entry).forEach(properties::add);
                entry.outputs().stream().map(ElementTemplates::taken).forEach(properties::add);
            }
            default -> {
                properties.add(fixed("camunda:delegateExpression", "${%s}".formatted(entry.id())));
                properties.add(fixed("camunda:asyncBefore", true));
                parameters(entry).forEach(properties::add);
            }
        }
        return properties;
    }

    private static Map<String, Object> name(Entry entry) {
        Map<String, Object> name = field("Name", "What happens, as people read it in lists", entry.example(), true);
        name.put("binding", binding("property", "name", "name"));
        return name;
    }

    private static Stream<Map<String, Object>> parameters(Entry entry) {
        return entry.inputs().stream().filter(input -> !input.internal()).map(input -> {
            Map<String, Object> parameter = field(input);
            parameter.put("binding", binding("camunda:inputParameter", "name", input.name()));
            return parameter;
        });
    }

    /**
     * A field of a user task: one of its attributes. It begins with a word to be replaced, since Modeler forgets the binding of a
     * form that is not named yet.
     */
    private static Map<String, Object> attribute(Input input) {
        Map<String, Object> attribute = field(input);
        if (input.kind() == Kind.FORM) {
            attribute.put("value", "form");
        } else if (input.kind() == Kind.DEADLINE) {
            attribute.put(
                    "description", "%s, written as in %s".formatted(words(input), StepExample.date(input.example())));
            attribute.put("value", StepExample.date("deadline"));
        }
        attribute.put("binding", binding("property", "name", "camunda:" + input.name()));
        return attribute;
    }

    private static Map<String, Object> field(Input input) {
        String label = capital(input.name().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
        if (input.options().isEmpty()) {
            return field(label, words(input), input.example(), input.needed());
        }
        Map<String, Object> dropdown = field(label, capital(input.is()), null, input.needed());
        dropdown.put("type", "Dropdown");
        dropdown.put(
                "choices",
                input.options().stream()
                        .map(option -> pair("name", capital(option), "value", option))
                        .toList());
        return dropdown;
    }

    private static String words(Input input) {
        return "%s (%s)".formatted(capital(input.is()), input.kind().label());
    }

    private static Map<String, Object> field(String label, String description, String example, boolean needed) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("label", label);
        field.put("description", description);
        field.put("group", GROUP);
        field.put("type", "String");
        if (example != null) {
            field.put("placeholder", example);
        }
        if (needed) {
            field.put("constraints", Map.of("notEmpty", true));
        }
        return field;
    }

    private static Map<String, Object> taken(Output output) {
        Map<String, Object> taken =
                field("Take %s over as".formatted(output.name()), capital(output.is()), output.name(), false);
        taken.put("value", output.name());
        taken.put("binding", binding("camunda:out", "source", output.name()));
        return taken;
    }

    private static Map<String, Object> fixed(String attribute, Object value) {
        return hidden(value, binding("property", "name", attribute));
    }

    private static Map<String, Object> hidden(Object value, Map<String, Object> binding) {
        Map<String, Object> hidden = new LinkedHashMap<>();
        hidden.put("type", "Hidden");
        hidden.put("value", value);
        hidden.put("binding", binding);
        return hidden;
    }

    private static Map<String, Object> binding(String type, String what, String value) {
        return pair("type", type, what, value);
    }

    /** Two entries that keep their order, unlike those of {@link Map#of()}: the file is the same each time it is written. */
    private static Map<String, Object> pair(String one, String value, String other, String otherValue) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(one, value);
        pair.put(other, otherValue);
        return pair;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
