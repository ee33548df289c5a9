package org.peerexchange.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Facts a form could be opened with, and answers somebody could give, made from the form itself: every option is chosen in
 * some sample, every text, number and date is one that the form allows.
 */
final class SampleAnswers {

    private static final int MOST_SAMPLES = 12;
    /** A fact about every document, the only one that is a number and not a text. */
    private static final String ORDER = ".order";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(?:#if |#loop )?=?([^{}/][^{}]*)}}");
    private static final Pattern LISTED = Pattern.compile("(?:count|string join)\\(([\\w.]+)");
    private static final List<Map<String, Object>> OPTIONS = Stream.of("first", "second", "other", "EUR")
            .map(value -> Map.<String, Object>of("value", value, "label", "Option " + value))
            .toList();

    /**
     * One sample.
     *
     * @param name what it is, for failure messages
     * @param answered whether every field has an answer
     * @param data what the form is opened with: facts by name, and answers in its fields
     */
    record Sample(String name, boolean answered, Map<String, Object> data) {}

    private final Form form;
    private final List<Component> components;

    private SampleAnswers(Form form) {
        this.form = form;
        this.components = FormReader.everyComponent(form.components()).toList();
    }

    static List<Sample> of(Form form) {
        return new SampleAnswers(form).samples();
    }

    private List<Sample> samples() {
        Map<String, Object> known = known(components);
        Map<String, Object> nothing = new LinkedHashMap<>();
        List<Sample> samples = new ArrayList<>();
        samples.add(new Sample("nothing known", false, opened(nothing, Map.of())));
        samples.add(new Sample("everything empty", false, opened(emptied(known), Map.of())));
        samples.add(new Sample("everything known", false, opened(known, Map.of())));
        // Of two conditions that compare one fact with two texts, the last one read is met.
        List<Component> backwards = new ArrayList<>(components);
        Collections.reverse(backwards);
        Map<String, Object> otherwise = known(backwards);
        if (!otherwise.equals(known)) {
            samples.add(new Sample("everything known otherwise", false, opened(otherwise, Map.of())));
        }
        for (int turn = 0; turn < turns(); turn++) {
            samples.add(
                    new Sample("answers %d".formatted(turn), true, opened(known, answers(form.components(), turn))));
        }
        return samples;
    }

    /** As many as it takes to meet every pair of options of two questions with different numbers of them. */
    private int turns() {
        int turns = components.stream()
                .mapToInt(component -> options(component).size())
                .filter(size -> size > 0)
                .reduce(2, SampleAnswers::commonMultiple);
        return Math.min(turns, MOST_SAMPLES);
    }

    private static int commonMultiple(int one, int other) {
        return IntStream.iterate(one, multiple -> multiple + one)
                .filter(multiple -> multiple % other == 0)
                .findFirst()
                .orElseThrow();
    }

    /** The facts as the pages and Tasklist are given them, options always, and the answers in place of what is filled in. */
    private Map<String, Object> opened(Map<String, Object> facts, Map<String, Object> answers) {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        components.stream()
                .map(component -> component.text("valuesKey"))
                .filter(name -> name != null)
                .forEach(name -> all.put(name, OPTIONS));
        Map<String, Object> data = new LinkedHashMap<>(FormData.of(form, all));
        form.fields().forEach(field -> data.remove(field.key()));
        data.putAll(answers);
        return data;
    }

    private Map<String, Object> known(List<Component> inOrder) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Component component : inOrder) {
            String text = component.json().values().toString();
            LISTED.matcher(text).results().forEach(list -> put(facts, list.group(1), List.of("One", "Another")));
            PLACEHOLDER.matcher(text).results().forEach(place -> read(facts, place.group(1), text));
            String condition = component.text("conditional", "hide");
            if (condition != null) {
                read(facts, condition.substring(1), condition);
            }
            if (component.text("dataSource") != null) {
                put(facts, component.text("dataSource").substring(1), List.of(row(component)));
            }
        }
        return facts;
    }

    private static Map<String, Object> row(Component table) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Object column : (List<?>) table.at("columns")) {
            row.put((String) ((Map<?, ?>) column).get("key"), "In a table");
        }
        return row;
    }

    private void read(Map<String, Object> facts, String expression, String around) {
        var read = Expressions.read(expression);
        if (read != null) {
            Refs.of(read).paths().stream()
                    .filter(path -> form.reads().contains(path.get(0)))
                    .map(path -> String.join(".", path))
                    .forEach(path -> put(facts, path, path.endsWith(ORDER) ? 1 : comparedWith(path, around)));
        }
    }

    /** The text that a condition compares a fact with, so that the condition is met once. */
    private static String comparedWith(String path, String condition) {
        return Pattern.compile(Pattern.quote(path) + " !?= \"([^\"]+)\"")
                .matcher(condition)
                .results()
                .map(compared -> compared.group(1))
                .findFirst()
                .orElse("Known");
    }

    @SuppressWarnings("unchecked") // the maps are those made here
    private static void put(Map<String, Object> facts, String path, Object value) {
        String[] steps = path.split("\\.");
        Map<String, Object> here = facts;
        for (int i = 0; i < steps.length - 1; i++) {
            Object next = here.get(steps[i]);
            if (!(next instanceof Map<?, ?>)) {
                next = new LinkedHashMap<String, Object>();
                here.put(steps[i], next);
            }
            here = (Map<String, Object>) next;
        }
        String last = steps[steps.length - 1];
        if (!(here.get(last) instanceof Map<?, ?>) && !(here.get(last) instanceof List<?>)) {
            here.put(last, value);
        }
    }

    private static Map<String, Object> emptied(Map<?, ?> facts) {
        Map<String, Object> empty = new LinkedHashMap<>();
        facts.forEach((name, value) -> empty.put(
                (String) name,
                value instanceof Map<?, ?> map ? emptied(map) : value instanceof List<?> ? List.of() : emptied(value)));
        return empty;
    }

    private static Object emptied(Object value) {
        return value instanceof Number ? null : "";
    }

    private Map<String, Object> answers(List<Component> asked, int turn) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Component component : asked) {
            if (component.kind() == Kind.GROUP) {
                answers.putAll(answers(component.children(), turn));
            } else if (component.kind() == Kind.DYNAMICLIST) {
                Plain.put(
                        answers,
                        component.path(),
                        List.of(answers(component.children(), turn), answers(component.children(), turn + 1)));
            } else if (component.kind().isField()) {
                Plain.put(answers, component.path(), answer(component, turn));
            }
        }
        return answers;
    }

    private Object answer(Component field, int turn) {
        List<Object> options = options(field);
        return switch (field.kind()) {
            case CHECKBOX -> turn % 2 == 0 || Boolean.TRUE.equals(field.at("validate", "required"));
            case NUMBER -> number(field, turn);
            case DATETIME ->
                "time".equals(field.at("subtype")) ? "1%d:30".formatted(turn % 10) : "2031-05-%02d".formatted(turn + 1);
            case SELECT, RADIO -> options.get(turn % options.size());
            case CHECKLIST, TAGLIST -> List.of(options.get(turn % options.size()));
            default -> text(field, turn);
        };
    }

    private static Object number(Component field, int turn) {
        BigDecimal least = Numbers.decimal(field.at("validate", "min"));
        BigDecimal most = Numbers.decimal(field.at("validate", "max"));
        BigDecimal number = (least == null ? BigDecimal.ONE : least).add(BigDecimal.valueOf(turn));
        return most != null && number.compareTo(most) > 0 ? most : number;
    }

    private static String text(Component field, int turn) {
        if ("email".equals(field.at("validate", "validationType"))) {
            return "name%d@example.org".formatted(turn);
        }
        if (Commons.isAskedBy(field)) {
            return Commons.example(field);
        }
        // The one kind of text that forms describe with a pattern is an address of a page.
        return field.at("validate", "pattern") == null
                ? "An answer that says enough, number %d".formatted(turn)
                : "https://example.org/%d".formatted(turn);
    }

    private static List<Object> options(Component field) {
        Object given = field.at("valuesKey") == null ? field.at("values") : OPTIONS;
        List<Object> options = new ArrayList<>();
        if (given instanceof List<?> all) {
            all.forEach(option -> options.add(((Map<?, ?>) option).get("value")));
        }
        return options;
    }

    static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
