package org.peerexchange.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Turns the JSON of a form into its components, and refuses what could not be checked later. */
final class FormReader {

    private static final int NEWEST_SCHEMA = 16;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private static final List<String[]> EVALUATED = List.of(
            new String[] {"conditional", "hide"},
            new String[] {"disabled"},
            new String[] {"readonly"},
            new String[] {"expression"},
            new String[] {"valuesExpression"},
            new String[] {"validate", "required"},
            new String[] {"validate", "min"},
            new String[] {"validate", "max"},
            new String[] {"validate", "minLength"},
            new String[] {"validate", "maxLength"},
            new String[] {"validate", "pattern"},
            new String[] {"properties", "rehearse"});

    private final Expressions expressions = new Expressions();

    Form read(String json) {
        Map<String, Object> form = object(json);
        String id = form.get("id") instanceof String text && !text.isBlank() ? text : null;
        if (id == null) {
            throw new IllegalArgumentException("The form has no id.");
        }
        if (!(form.get("components") instanceof List<?> components)) {
            throw new IllegalArgumentException("The form \"%s\" has no list of components.".formatted(id));
        }
        String name = form.get("name") instanceof String text && !text.isBlank() ? text : id;
        int schema = schemaVersion(id, form.get("schemaVersion"));
        return new Form(id, name, schema, components(components, List.of(), new HashSet<>(), false), expressions);
    }

    private static Map<String, Object> object(String json) {
        try {
            Map<String, Object> form = json == null ? null : JSON.readValue(json, OBJECT);
            if (form == null) {
                throw new IllegalArgumentException("The form is empty.");
            }
            return form;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The form is not readable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static int schemaVersion(String id, Object given) {
        if (given == null) {
            return 1;
        }
        if (!(given instanceof Integer version) || version < 1 || version > NEWEST_SCHEMA) {
            throw new IllegalArgumentException(
                    "The form \"%s\" has schema version %s; only versions up to %d are known."
                            .formatted(id, given, NEWEST_SCHEMA));
        }
        return version;
    }

    private List<Component> components(List<?> json, List<String> prefix, Set<String> taken, boolean inList) {
        List<Component> components = new ArrayList<>();
        for (Object one : json) {
            if (!(one instanceof Map<?, ?>)) {
                throw new IllegalArgumentException("The form has a component that is not an object.");
            }
            @SuppressWarnings("unchecked") // Jackson reads every object as a map with text keys
            Map<String, Object> map = (Map<String, Object>) one;
            components.add(component(map, prefix, taken, inList));
        }
        return List.copyOf(components);
    }

    private Component component(Map<String, Object> json, List<String> prefix, Set<String> taken, boolean inList) {
        Kind kind = json.get("type") instanceof String type ? Kind.ofType(type) : null;
        if (kind == null) {
            throw new IllegalArgumentException(
                    "The form has a component of type \"%s\", which is not known.".formatted(json.get("type")));
        }
        List<String> path = path(kind, json, prefix);
        List<?> inside = json.get("components") instanceof List<?> list ? list : List.of();
        List<Component> children =
                switch (kind) {
                    case GROUP -> components(inside, path, taken, inList);
                    case DYNAMICLIST -> components(inside, List.of(), new HashSet<>(), true);
                    default -> List.of();
                };
        Component component = new Component(kind, path, json, children);
        if (kind.isField()) {
            claim(component, taken, inList);
        }
        if (inList && component.isUpload()) {
            throw new IllegalArgumentException("The upload \"%s\" stands in a list; files are asked for once."
                    .formatted(component.property("upload")));
        }
        Commons.understand(component);
        learn(component);
        return component;
    }

    private static List<String> path(Kind kind, Map<String, Object> json, List<String> prefix) {
        boolean container = kind == Kind.GROUP || kind == Kind.DYNAMICLIST;
        String key = json.get(container ? "path" : "key") instanceof String text ? text.strip() : "";
        if (kind.isField() && key.isEmpty()) {
            throw new IllegalArgumentException("The form has a field of type \"%s\" without a %s."
                    .formatted(json.get("type"), container ? "path" : "key"));
        }
        if (key.isEmpty() || kind == Kind.DISPLAY) {
            return prefix;
        }
        return Stream.concat(prefix.stream(), Stream.of(key.split("\\."))).toList();
    }

    private static void claim(Component field, Set<String> taken, boolean inList) {
        if (!taken.add(field.key())) {
            throw new IllegalArgumentException("The form has two fields with the key \"%s\".".formatted(field.key()));
        }
        for (int length = 1; length < field.path().size(); length++) {
            taken.add(String.join(".", field.path().subList(0, length)) + ".*");
        }
        boolean insideAnother = taken.contains(field.key() + ".*");
        for (int length = 1; length < field.path().size() && !insideAnother; length++) {
            insideAnother = taken.contains(String.join(".", field.path().subList(0, length)));
        }
        if (insideAnother) {
            throw new IllegalArgumentException(
                    "The key \"%s\" stands inside another field of the form.".formatted(field.key()));
        }
        if (inList && "true".equals(field.property("decision"))) {
            throw new IllegalArgumentException(
                    "The field \"%s\" stands in a list, so no decision can read it.".formatted(field.key()));
        }
    }

    private void learn(Component component) {
        for (String[] place : EVALUATED) {
            if (Expressions.isExpression(component.at(place))) {
                expressions.learn(component.key(), (String) component.at(place));
            }
        }
        String pattern = component.text("validate", "pattern");
        if (pattern != null && !Expressions.isExpression(pattern)) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("The pattern of the field \"%s\" cannot be read: %s"
                        .formatted(component.key(), e.getDescription()));
            }
        }
        expressions.learnTemplate(component.text("label"));
    }

    /** All components at any depth. */
    static Stream<Component> everyComponent(List<Component> components) {
        return components.stream()
                .flatMap(component -> Stream.concat(Stream.of(component), everyComponent(component.children())));
    }
}
