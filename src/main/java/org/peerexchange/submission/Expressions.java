package org.peerexchange.submission;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** The FEEL expressions of one form, read once. An expression that fails has no value; it never stops the check. */
final class Expressions {

    private static final FeelEngineApi READER = FeelEngineBuilder.forJava().build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}#/][^{}]*)}}");

    private final Map<String, Known> known = new HashMap<>();

    private record Known(ParsedExpression tree, Refs refs) {}

    private record Asked(Object expression, List<Object> inputs) {}

    /** form-js takes a text for an expression when it begins with an equals sign. */
    static boolean isExpression(Object setting) {
        return setting instanceof String text && text.startsWith("=");
    }

    /** The expression's syntax tree; null if the server cannot read it. */
    static ParsedExpression read(String feel) {
        ParseResult result = READER.parseExpression(feel);
        return result.isSuccess() ? result.parsedExpression() : null;
    }

    void learn(String key, String expression) {
        ParsedExpression parsed = read(expression.substring(1));
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "The expression \"%s\" at \"%s\" cannot be read.".formatted(expression, key));
        }
        known.put(expression, new Known(parsed, Refs.of(parsed)));
    }

    void learnTemplate(String template) {
        if (isExpression(template)) {
            remember(template, template.substring(1));
        } else if (template != null) {
            PLACEHOLDER.matcher(template).results().forEach(result -> remember("=" + result.group(1), result.group(1)));
        }
    }

    private void remember(String expression, String feel) {
        ParsedExpression parsed = read(feel);
        if (parsed != null) {
            known.put(expression, new Known(parsed, Refs.of(parsed)));
        }
    }

    /** The expressions on one day; a form may ask for the day, not for the hour. */
    Evaluation on(LocalDate today) {
        return new Evaluation(FeelEngineBuilder.forJava()
                .withClock(() -> today.atStartOfDay(ZoneOffset.UTC))
                .build());
    }

    /**
     * The expressions on one day. Answers are remembered, since the engine takes long for each and the same is asked in
     * every row and round; so one evaluation serves one check in one thread.
     */
    final class Evaluation {

        private final FeelEngineApi engine;
        private final Map<Asked, Object> answers = new HashMap<>();

        private Evaluation(FeelEngineApi engine) {
            this.engine = engine;
        }

        /** The setting itself, or what it comes to if it is an expression; null if that fails. */
        Object value(Object setting, Map<String, Object> scope) {
            if (!isExpression(setting)) {
                return setting;
            }
            Known expression = known.get(setting);
            if (expression == null) {
                return null;
            }
            Asked asked = new Asked(setting, expression.refs().inputs(scope));
            if (!answers.containsKey(asked)) {
                answers.put(asked, evaluate(expression, scope));
            }
            return answers.get(asked);
        }

        private Object evaluate(Known expression, Map<String, Object> scope) {
            try {
                EvaluationResult result =
                        engine.evaluate(expression.tree(), expression.refs().part(scope));
                return result.isSuccess() ? Plain.of(result.result()) : null;
            } catch (RuntimeException | StackOverflowError e) {
                return null;
            }
        }

        /** A condition holds only if it is an expression that comes to true: null does not hide a field. */
        boolean holds(Object condition, Map<String, Object> scope) {
            return isExpression(condition) && Boolean.TRUE.equals(value(condition, scope));
        }

        /** A label with its placeholders filled in. */
        String render(String template, Map<String, Object> scope) {
            if (isExpression(template)) {
                Object value = value(template, scope);
                return value == null ? "" : value.toString();
            }
            return PLACEHOLDER.matcher(template).replaceAll(match -> {
                Object value = value("=" + match.group(1), scope);
                return Matcher.quoteReplacement(value == null ? "" : value.toString());
            });
        }
    }
}
