package org.peerexchange.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.peerexchange.programme.KnownFacts;

/**
 * Answers that somebody might give to a form, made by chance, for a rehearsal: the same chance makes the same answers. What a form
 * shows already stays as it is. A field says by its custom property {@code rehearse}, a FEEL expression over the facts, the
 * answers before it and {@code random} (from 0 to 1), what people usually answer; without it, anything the field itself takes
 * may come.
 */
public final class LikelyAnswers {

    private static final String WORDS = "We talked it over with our members and agreed on what comes first. ";
    private static final int DAYS_AHEAD = 60;
    private static final int MOST_ROWS = 3;

    private final Form form;
    private final Map<String, Object> facts;
    private final Map<String, Object> shown;
    private final Random chance;
    private final LocalDate today;
    private final Expressions.Evaluation feel;

    /**
     * @param facts everything the form and its expressions may read
     * @param shown what the form begins with, see {@link FormData}
     */
    public LikelyAnswers(
            Form form, Map<String, Object> facts, Map<String, Object> shown, LocalDate today, Random chance) {
        this.form = form;
        this.facts = facts;
        this.shown = shown;
        this.today = today;
        this.chance = chance;
        this.feel = form.expressions().on(today);
    }

    /** Answers to the whole form. @param given answers that are known, by key */
    public Map<String, Object> all(Map<String, Object> given) {
        return fill(form.components(), given, facts, Set.of());
    }

    /** The same answers, but those at some fields made anew. */
    public Map<String, Object> anew(Map<String, Object> answers, Collection<String> refused) {
        Map<String, Object> kept = new LinkedHashMap<>(answers);
        Set<String> roots = new java.util.HashSet<>();
        refused.forEach(key -> roots.add(key.replaceFirst("[.\\[].*", "")));
        kept.keySet().removeAll(roots);
        return fill(form.components(), kept, facts, roots);
    }

    private Map<String, Object> fill(
            List<Component> components, Map<String, Object> given, Map<String, Object> around, Set<String> anew) {
        Map<String, Object> answers = new LinkedHashMap<>(given);
        Form.flatten(components).forEach(field -> {
            Map<String, Object> scope = KnownFacts.over(around);
            scope.put("today", today);
            scope.putAll(answers);
            scope.put("random", BigDecimal.valueOf(chance.nextInt(1000), 3));
            String first = field.path().get(0);
            if (feel.holds(field.at("conditional", "hide"), scope)) {
                answers.remove(first);
            } else if (!answers.containsKey(first) || field.path().size() > 1) {
                Object begun = anew.contains(first) ? null : shown.get(field.key());
                put(answers, field.path(), isEmpty(begun) || field.isAlwaysLocked() ? answer(field, scope) : begun);
            }
        });
        return answers;
    }

    private static boolean isEmpty(Object value) {
        return value == null || "".equals(value) || value instanceof Collection<?> all && all.isEmpty();
    }

    @SuppressWarnings("unchecked") // answers of groups are maps by name all the way down
    private static void put(Map<String, Object> answers, List<String> path, Object value) {
        Map<String, Object> here = answers;
        for (String step : path.subList(0, path.size() - 1)) {
            here = (Map<String, Object>) here.computeIfAbsent(step, key -> new LinkedHashMap<>());
        }
        if (value != null) {
            here.put(path.get(path.size() - 1), value);
        }
    }

    private Object answer(Component field, Map<String, Object> scope) {
        String usual = field.property("rehearse");
        if (usual != null) {
            return feel.value(usual, scope);
        }
        Limits limits = new Limits(field, feel, scope);
        return switch (field.kind()) {
            case TEXTFIELD, TEXTAREA -> text(field, limits);
            case NUMBER -> number(field, limits);
            case CHECKBOX -> limits.required() || chance.nextInt(10) < 7;
            case DATETIME -> date(field);
            case SELECT, RADIO -> one(Choices.options(field, scope, feel, scope));
            case CHECKLIST, TAGLIST -> some(Choices.options(field, scope, feel, scope));
            case DYNAMICLIST -> rows(field, scope);
            default -> null;
        };
    }

    private String text(Component field, Limits limits) {
        if (Commons.isAskedBy(field)) {
            return Commons.example(field);
        }
        String type = field.text("validate", "validationType");
        if ("email".equals(type)) {
            return "somebody@example.org";
        }
        if ("url".equals(type) || field.key().toLowerCase(java.util.Locale.ROOT).contains("link")) {
            return "https://meta.wikimedia.org/wiki/Example";
        }
        BigDecimal least = limits.number("minLength");
        BigDecimal most = limits.number("maxLength");
        int length = 12 + chance.nextInt(50);
        length = least == null ? length : Math.max(length, least.intValue());
        length = most == null ? length : Math.min(length, most.intValue());
        return WORDS.repeat(length / WORDS.length() + 1).substring(0, length).strip();
    }

    private BigDecimal number(Component field, Limits limits) {
        BigDecimal least = limits.number("min");
        BigDecimal most = limits.number("max");
        BigDecimal low = least == null ? BigDecimal.ONE : least;
        BigDecimal high = most == null ? low.add(BigDecimal.TEN) : most;
        int digits = field.at("decimalDigits") instanceof Number some ? some.intValue() : 0;
        return low.add(high.subtract(low).multiply(BigDecimal.valueOf(chance.nextInt(101), 2)))
                .setScale(digits, RoundingMode.DOWN);
    }

    private String date(Component field) {
        String day = today.plusDays(1 + chance.nextInt(DAYS_AHEAD)).toString();
        String time = "%02d:00".formatted(9 + chance.nextInt(9));
        return switch (String.valueOf(field.text("subtype"))) {
            case "time" -> time;
            case "datetime" -> day + "T" + time;
            default -> day;
        };
    }

    private Object one(List<Object> options) {
        return options.isEmpty() ? null : options.get(chance.nextInt(options.size()));
    }

    private List<Object> some(List<Object> options) {
        List<Object> left = new ArrayList<>(options);
        List<Object> chosen = new ArrayList<>();
        int count = Math.min(options.size(), 1 + chance.nextInt(MOST_ROWS));
        while (chosen.size() < count) {
            chosen.add(left.remove(chance.nextInt(left.size())));
        }
        return chosen;
    }

    private List<Map<String, Object>> rows(Component list, Map<String, Object> scope) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int count = 1 + chance.nextInt(MOST_ROWS);
        while (rows.size() < count) {
            rows.add(fill(list.children(), Map.of(), scope, Set.of()));
        }
        return rows;
    }
}
