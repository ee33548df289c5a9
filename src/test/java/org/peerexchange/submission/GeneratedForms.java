package org.peerexchange.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Forms nobody wrote, with answers nobody thought of: every type of field that forms here have, with every setting that it takes.
 * The same number always makes the same form.
 */
final class GeneratedForms {

    private static final List<String> TYPES = List.of(
            "textfield",
            "textfield",
            "textarea",
            "number",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "datetime",
            "expression");
    private static final List<String> WORDS = List.of("a", "b", "c");
    private static final List<Object> OPTIONS = List.of(option("a"), option("b"), option(3), option(true));
    private static final Map<String, List<Object>> LISTS =
            Map.of("options", OPTIONS, "words", List.copyOf(WORDS), "numbers", List.of(1, 2, 2.5));

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "abc",
            "AB",
            "ab1",
            "2031",
            "zwölf Zeichen",
            "one two three four",
            "ada@example.org",
            "ada@",
            "ada@example",
            "a da@example.org",
            "ada@example..org",
            "https://example.org/a",
            "https://example.org/a b",
            "https://exa\u00a0mple.org",
            "https://example.org/\u3000b",
            "http://example",
            "😀😀",
            "x".repeat(40));
    private static final List<String> ODD_TEXTS = List.of(
            " ",
            " ab ",
            "a\tb",
            " ada@example.org",
            "https://example.org/a ",
            "\u200b",
            "\u00a0",
            "\u3000a",
            "e\u0301te\u0301",
            "\u0000a",
            " abc ");
    private static final List<String> PATTERNS = List.of(
            "^https?://[^\\s/]+\\.[^\\s]+$", "^[A-Z]{2}$", "^\\d{4}$", "[a-z]", "^\\S+$", "^.{2,5}$", "^\\w+$", "\\s");
    private static final List<String> NUMBERS =
            List.of("", "0", "-1", "-3.5", "1,5", "1.55", "4", "0.1", "0.3", "100", "2147483648", "123456789012345");
    private static final List<String> ODD_NUMBERS = List.of(
            "-0",
            "007",
            "1.50",
            ".5",
            "5.",
            "+2",
            " 4 ",
            "-",
            "abc",
            "1.2.3",
            "1e3",
            "1e-7",
            "1.500",
            "0.30000000000000004",
            "12345678901234567",
            "12345678901234567890.12");
    private static final List<String> DATES = List.of("2031-02-28", "2031-12-01", "1990-05-05", "0031-01-01");
    private static final List<String> ODD_DATES =
            List.of("2031-02-30", "2031-13-01", "2031-1-5", "2031-05-06T10:00", "soon");
    private static final List<String> TIMES = List.of("09:00", "09:07", "23:59", "00:00");
    private static final List<String> ODD_TIMES = List.of("24:00", "25:00", "9:5", "09:00Z", "10:30+02:00", "noon");

    /**
     * A form, and somebody in front of it.
     *
     * @param data what the form is opened with
     * @param answers what is typed or chosen one after the other, by the field's path in form-js
     */
    record Filled(Map<String, Object> schema, Map<String, Object> data, List<Map<String, Object>> answers) {}

    private record Known(String name, String type) {}

    private final Random random;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final List<Map<String, Object>> answers = new ArrayList<>();
    private int keys;
    private boolean odd;

    private GeneratedForms(long number) {
        random = new Random(number);
    }

    static Filled number(long number) {
        return new GeneratedForms(number * 7919).filled();
    }

    private Filled filled() {
        data.putAll(LISTS);
        data.put("frozen", chance(50));
        data.put("limit", random.nextInt(6));
        data.put("fact", one("a", "b", ""));
        List<Known> known = new ArrayList<>(List.of(new Known("fact", "textfield"), new Known("frozen", "checkbox")));
        List<Object> components = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            components.add(field(known, "", data, ""));
        }
        components.add(group(known));
        components.add(list(known));
        components.add(field(known, "", data, ""));
        return new Filled(
                settings("type", "default", "id", "form", "schemaVersion", 16, "components", components),
                data,
                answers);
    }

    private Map<String, Object> group(List<Known> known) {
        Map<String, Object> group = settings("type", "group", "id", "Group", "label", "Group");
        String path = one("", "group", "group.inner");
        group.put("path", path);
        hide(group, known);
        Map<String, Object> inside = new LinkedHashMap<>();
        String prefix = path.isEmpty() ? "" : path + ".";
        List<Object> components = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            components.add(field(known, prefix, path.isEmpty() ? data : inside, prefix));
        }
        group.put("components", components);
        if (!inside.isEmpty()) {
            data.put("group", path.equals("group") ? inside : Map.of("inner", inside));
        }
        return group;
    }

    private Map<String, Object> list(List<Known> known) {
        int rows = random.nextInt(4);
        Map<String, Object> list =
                settings("type", "dynamiclist", "id", "List", "path", "rows", "isRepeating", true, "label", "Rows");
        list.put("allowAddRemove", true);
        list.put("disableCollapse", true);
        list.put("defaultRepetitions", rows);
        hide(list, known);
        List<Known> inRow = new ArrayList<>();
        known.forEach(one -> inRow.add(new Known(one(one.name(), "parent." + one.name()), one.type())));
        List<Object> components = new ArrayList<>();
        List<Map<String, Object>> answersBefore = List.copyOf(answers);
        Map<String, Object> firstRow = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            components.add(field(inRow, "this.", firstRow, "rows.0."));
        }
        list.put("components", components);
        List<Map<String, Object>> inFirstRow = new ArrayList<>(answers);
        inFirstRow.removeAll(answersBefore);
        answers.retainAll(answersBefore);
        for (int row = 0; row < rows; row++) {
            for (Map<String, Object> answer : inFirstRow) {
                Map<String, Object> moved = new LinkedHashMap<>(answer);
                moved.put("key", ((String) answer.get("key")).replace("rows.0.", "rows." + row + "."));
                if (row == 0 || chance(60)) {
                    answers.add(moved);
                }
            }
        }
        if (chance(40)) {
            List<Object> before = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                before.add(row == 0 ? firstRow : Map.of());
            }
            data.put("rows", before);
        }
        return list;
    }

    /**
     * A field that goes by a name of its own.
     *
     * @param known what conditions can ask for; the field is added unless its answers are odd
     * @param called what stands before the key in an expression
     * @param before where the value stands that the field begins with
     * @param at what stands before the key in form-js
     */
    private Map<String, Object> field(List<Known> known, String called, Map<String, Object> before, String at) {
        String type = one(TYPES);
        odd = chance(50);
        String key = type + ++keys;
        Map<String, Object> field = settings("type", type, "key", key, "id", "Field_" + keys, "label", key);
        Supplier<Map<String, Object>> answer =
                switch (type) {
                    case "textfield", "textarea" -> text(field);
                    case "number" -> number(field, known);
                    case "checkbox" -> () -> settings("chosen", chance(60));
                    case "radio", "select", "checklist", "taglist" -> choice(field);
                    case "datetime" -> datetime(field);
                    default -> computed(field, known);
                };
        hide(field, known);
        if (answer != null) {
            if (chance(40)) {
                validate(field, "required", true);
            }
            lock(field);
            if (chance(30)) {
                before.put(key, odd && chance(40) ? one(7, "7", true, "other", 2.5) : kept(field, answer.get()));
            } else if (chance(15)) {
                field.put("defaultValue", kept(field, answer.get()));
            }
            if (chance(85)) {
                Map<String, Object> given = new LinkedHashMap<>(answer.get());
                given.put("key", at + key);
                answers.add(given);
            }
        }
        if (!odd) {
            known.add(new Known(called + key, comparedAs(field)));
        }
        return field;
    }

    private Supplier<Map<String, Object>> text(Map<String, Object> field) {
        boolean lines = field.get("type").equals("textarea");
        if (chance(40)) {
            validate(field, "maxLength", one(1, 3, 5, 15, "=limit"));
        }
        if (chance(25)) {
            validate(field, "minLength", one(1, 2, 3, "=limit"));
        }
        if (!lines && chance(25)) {
            validate(field, "pattern", one(PATTERNS));
        } else if (!lines && chance(30)) {
            validate(field, "validationType", "email");
        }
        return () -> settings("typed", lines && chance(20) ? "two\nlines" : one(TEXTS, ODD_TEXTS));
    }

    private Supplier<Map<String, Object>> number(Map<String, Object> field, List<Known> known) {
        if (chance(50)) {
            field.put("decimalDigits", random.nextInt(3));
        }
        if (chance(25)) {
            field.put("increment", one("0.1", "0.5", "2", "5"));
        }
        if (chance(25)) {
            field.put("serializeToString", true);
        }
        String other = known.stream()
                .filter(one -> one.type().equals("number"))
                .map(one -> "=" + one.name())
                .findFirst()
                .orElse("=limit");
        if (chance(40)) {
            validate(field, "min", one(0, 1, -2, 1.5, "=limit", other));
        }
        if (chance(40)) {
            validate(field, "max", one(0, 3, 100, 2.5, "=limit", other));
        }
        return () ->
                settings("typed", chance(30) ? String.valueOf(random.nextInt(200) / 10.0) : one(NUMBERS, ODD_NUMBERS));
    }

    private Supplier<Map<String, Object>> choice(Map<String, Object> field) {
        boolean several =
                field.get("type").equals("checklist") || field.get("type").equals("taglist");
        List<Object> offered;
        if (chance(40)) {
            offered = OPTIONS;
            field.put("values", OPTIONS);
        } else {
            String name = one("options", "words", "numbers");
            offered = LISTS.get(name);
            field.put(chance(20) ? "valuesExpression" : "valuesKey", name);
            field.computeIfPresent("valuesExpression", (setting, list) -> "=" + list);
        }
        return () -> {
            List<Object> chosen = new ArrayList<>();
            for (Object each : offered) {
                if (chance(several ? 50 : 30)) {
                    chosen.add(each instanceof Map<?, ?> map ? map.get("value") : each);
                }
            }
            if (odd && chance(30)) {
                chosen.add(0, "not offered");
            }
            return settings("chosen", several ? chosen : chosen.isEmpty() ? null : chosen.get(0));
        };
    }

    private Supplier<Map<String, Object>> datetime(Map<String, Object> field) {
        boolean date = chance(65);
        field.remove("label");
        field.put(date ? "dateLabel" : "timeLabel", field.get("key"));
        field.put("subtype", date ? "date" : "time");
        if (date) {
            if (chance(50)) {
                field.put("disallowPassedDates", true);
            }
        } else {
            field.put("use24h", true);
            field.put("timeInterval", 15);
            field.put("timeSerializingFormat", "no_timezone");
        }
        return () -> settings("chosen", chance(15) ? null : date ? one(DATES, ODD_DATES) : one(TIMES, ODD_TIMES));
    }

    private Supplier<Map<String, Object>> computed(Map<String, Object> field, List<Known> known) {
        Known from = known.get(random.nextInt(known.size()));
        String name = from.name();
        field.put(
                "expression",
                switch (from.type()) {
                    case "textfield", "textarea" -> one("=" + name + " + \"!\"", "=string length(" + name + ")");
                    case "number" -> one("=" + name + " * 2", "=" + name + " + 0.1", "=[" + name + ", 1]");
                    case "checkbox" -> one("=not(" + name + ")", "=if " + name + " then \"yes\" else \"no\"");
                    case "checklist", "taglist" -> "=count(" + name + ")";
                    default -> one("=" + name, "=" + name + " = null", "={\"it\": " + name + "}");
                });
        field.put("computeOn", "change");
        return null;
    }

    /** Conditions that are true or false whatever is empty, as {@link EmptyAnswersTests} wants them. */
    private void hide(Map<String, Object> component, List<Known> known) {
        if (!chance(30)) {
            return;
        }
        Known by = known.get(random.nextInt(known.size()));
        String name = by.name();
        if (name.contains("parent.") && chance(30)) {
            component.put("conditional", settings("hide", "=i[1] = 2"));
            return;
        }
        String condition =
                switch (by.type()) {
                    case "textfield", "textarea" ->
                        one("=" + name + " != \"a\"", "=" + name + " = null or " + name + " = \"\"");
                    case "number" ->
                        "=not(" + name + " != null and string(" + name + ") = \"1.5\") and " + name + " = null";
                    case "checkbox" -> one("=" + name + " = true", "=" + name + " != true", "=not(" + name + ")");
                    case "radio", "select" -> one("=" + name + " = null", "=" + name + " != \"a\"");
                    case "checklist", "taglist" ->
                        one("=not(list contains(" + name + ", \"a\"))", "=count(" + name + ") = 0");
                    default -> "=" + name + " = null";
                };
        component.put("conditional", settings("hide", condition));
    }

    /** Which conditions suit a field: a choice that may be a number is not compared with a text. */
    private static String comparedAs(Map<String, Object> field) {
        boolean mixed = field.containsKey("values")
                || !"words".equals(field.get("valuesKey")) && field.containsKey("valuesKey")
                || field.containsKey("valuesExpression");
        return mixed && (field.get("type").equals("radio") || field.get("type").equals("select"))
                ? "choice"
                : (String) field.get("type");
    }

    private void lock(Map<String, Object> field) {
        if (chance(15)) {
            switch (random.nextInt(4)) {
                case 0 -> field.put("disabled", true);
                case 1 -> field.put("readonly", true);
                case 2 -> field.put("readonly", "=frozen");
                default -> field.put("readonly", "=fact = \"a\"");
            }
        }
    }

    /** What an answer is kept as; a number that is kept was read before, so it is none of those that nobody can read. */
    private Object kept(Map<String, Object> field, Map<String, Object> answer) {
        if (field.get("type").equals("number")) {
            String number = one("0", "-3.5", "1.5", "1.55", "4", "123456789012345");
            return field.containsKey("serializeToString") ? number : (Object) new BigDecimal(number);
        }
        return answer.containsKey("typed") ? answer.get("typed") : answer.get("chosen");
    }

    @SuppressWarnings("unchecked") // the map is made here
    private static void validate(Map<String, Object> field, String rule, Object value) {
        ((Map<String, Object>) field.computeIfAbsent("validate", name -> new LinkedHashMap<>())).put(rule, value);
    }

    private static Map<String, Object> option(Object value) {
        return Map.of("value", value, "label", "Option " + value);
    }

    private static Map<String, Object> settings(Object... namesAndValues) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return settings;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    /** One of these, or where nothing else in the form depends on it now and then one that server and page see in different ways. */
    private <T> T one(List<T> usual, List<T> odd) {
        return one(this.odd && chance(75) ? odd : usual);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
