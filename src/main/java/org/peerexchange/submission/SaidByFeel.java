package org.peerexchange.submission;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;

/**
 * The sentences that a FEEL expression can come to, with a numbered hole for each part that only a case tells:
 * {@code "You gave " + string(days) + " days."} says {@code You gave {0} days.}, and {@code if} each of its two sides.
 */
final class SaidByFeel {

    /** Stands for a part that is not known yet; no text of a model has it. */
    private static final String HOLE = "\u0000";

    /** More ways to say something than these are no sentences any more. */
    private static final int MOST = 100;

    private final Set<String> lost = new LinkedHashSet<>();

    /** What gives names to parts of the expression, the innermost first. */
    private final Deque<ConstContext> names = new ArrayDeque<>();

    private SaidByFeel() {}

    /**
     * What an expression says.
     *
     * @param sentences the sentences, without those that have no words
     * @param lost words that stand where they cannot be taken out, such as within a repetition
     */
    record Said(List<String> sentences, List<String> lost) {}

    /** What an expression says; nothing where it cannot be read, which other checks tell. */
    static Said by(String feel) {
        ParsedExpression parsed = Expressions.read(feel);
        if (parsed == null) {
            return new Said(List.of(), List.of());
        }
        SaidByFeel said = new SaidByFeel();
        List<String> sentences = said(said.of(lines(parsed.expression())));
        return new Said(sentences, List.copyOf(said.lost));
    }

    private static List<String> said(List<String> ways) {
        return ways.stream()
                .map(SaidByFeel::numbered)
                .filter(FormTranslation::hasWords)
                .distinct()
                .toList();
    }

    /** Of lines that are joined, one: each is said, and translated, by itself. */
    private static Object lines(Object node) {
        return node instanceof FunctionInvocation call
                        && call.function().equals("string join")
                        && call.params() instanceof PositionalFunctionParameters given
                        && given.params().size() == 2
                        && given.params().apply(0) instanceof For each
                        && given.params().apply(1) instanceof ConstString between
                        && between.value().contains("\n")
                ? each.exp()
                : node;
    }

    private List<String> of(Object node) {
        if (node instanceof ConstString text) {
            return List.of(text.value());
        }
        if (node instanceof ConstNull$) {
            return List.of();
        }
        if (node instanceof Addition sum) {
            return joined(of(sum.x()), of(sum.y()));
        }
        if (node instanceof If choice) {
            return Stream.concat(of(choice.statement()).stream(), of(choice.elseStatement()).stream())
                    .distinct()
                    .toList();
        }
        if (node instanceof FunctionDefinition function) {
            return of(function.body());
        }
        if (node instanceof PathExpression path && path.path() instanceof ConstContext context) {
            names.push(context);
            List<String> said = entry(context, path.key());
            names.pop();
            return said;
        }
        if (node instanceof Ref ref && !names.isEmpty() && ref.names().size() == 1) {
            // What the expression itself gives a name to may be words, too.
            return entry(names.peek(), (String) ref.names().head());
        }
        if (node instanceof FunctionInvocation call && !names.isEmpty()) {
            // A function that chooses between words would make a sentence of parts.
            lost.addAll(said(entry(names.peek(), call.function())));
        }
        lose(node);
        return List.of(HOLE);
    }

    private List<String> joined(List<String> first, List<String> second) {
        if (first.size() * second.size() > MOST) {
            lost.addAll(first);
            lost.addAll(second);
            return List.of(HOLE);
        }
        return first.stream()
                .flatMap(one -> second.stream().map(one::concat))
                .distinct()
                .toList();
    }

    private List<String> entry(ConstContext context, String key) {
        for (Iterator<?> entries = context.entries().iterator(); entries.hasNext(); ) {
            Product entry = (Product) entries.next();
            if (key.equals(entry.productElement(0))) {
                return of(entry.productElement(1));
            }
        }
        return List.of(HOLE);
    }

    /** Takes note of words that are put together somewhere within. */
    private void lose(Object node) {
        if (node instanceof Addition sum) {
            lost.addAll(said(joined(of(sum.x()), of(sum.y()))));
        } else if (node instanceof Product product) {
            for (Iterator<?> parts = product.productIterator(); parts.hasNext(); ) {
                lose(parts.next());
            }
        }
    }

    private static String numbered(String said) {
        String merged = said.replaceAll(HOLE + "+", HOLE);
        StringBuilder numbered = new StringBuilder();
        int hole = 0;
        for (char one : merged.toCharArray()) {
            numbered.append(one == HOLE.charAt(0) ? "{%d}".formatted(hole++) : one);
        }
        return numbered.toString();
    }
}
