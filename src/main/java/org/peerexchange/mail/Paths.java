package org.peerexchange.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerexchange.language.InWords;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Evaluates the expressions in mail texts: names joined by dots, looked up in nested maps and nothing else. No beans, no
 * classes and no methods can be reached from a text, whatever it says. A condition on a list asks whether there is anything in it.
 */
class Paths implements IStandardVariableExpressionEvaluator {

    /** Stands for a line break inside a value, so that what somebody typed cannot start a line of the text itself. */
    static final char BREAK = '\u2028';

    /** Stands before a value that begins like a sign of the text, so that what somebody typed is no button. */
    static final char TYPED = '\u2060';

    @Override
    public Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext how) {
        var words = expression.getExpression().split("\\.");
        var found = context.getVariable(words[0]);
        for (var i = 1; i < words.length; i++) {
            found = found instanceof Map<?, ?> map ? map.get(words[i]) : null;
        }
        if (found instanceof Collection<?> values) {
            return values.isEmpty() ? null : new Listed(values, context.getLocale());
        }
        return found instanceof Map<?, ?> || found instanceof Boolean ? found : say(found, context.getLocale());
    }

    static String say(Object value, Locale locale) {
        if (value == null) {
            return null;
        }
        if (value instanceof LocalDate date) {
            return InWords.day(date, locale);
        }
        var text = (value instanceof Number number ? InWords.number(number, locale) : value.toString()).strip();
        return (text.startsWith("[") || text.startsWith("- ") ? TYPED + text : text)
                .replaceAll("\\R", String.valueOf(BREAK))
                .replaceAll("[\\p{Cntrl}&&[^\u2028]]", " ");
    }

    /** A list that can be repeated over and that reads well when it is put into a sentence. */
    private static class Listed extends ArrayList<Object> {

        private final Locale locale;

        Listed(Collection<?> values, Locale locale) {
            super(values);
            this.locale = locale;
        }

        @Override
        public String toString() {
            return stream().map(each -> say(each, locale)).collect(Collectors.joining(", "));
        }
    }
}
