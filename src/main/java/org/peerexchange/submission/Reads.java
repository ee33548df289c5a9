package org.peerexchange.submission;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/** Finds the paths of the data a form reads, as form-js finds them: in expressions, templates, options and tables. */
final class Reads {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(#if|#loop|/if|/loop)?(.*?)}}", Pattern.DOTALL);
    private static final String[][] EXPRESSIONS = {
        {"conditional", "hide"},
        {"disabled"},
        {"readonly"},
        {"expression"},
        {"valuesExpression"},
        {"columnsExpression"},
        {"validate", "required"},
        {"validate", "min"},
        {"validate", "max"},
        {"validate", "minLength"},
        {"validate", "maxLength"},
        {"validate", "pattern"}
    };
    private static final String[][] TEMPLATES = {
        {"label"},
        {"dateLabel"},
        {"timeLabel"},
        {"description"},
        {"text"},
        {"content"},
        {"alt"},
        {"source"},
        {"url"},
        {"appearance", "prefixAdorner"},
        {"appearance", "suffixAdorner"}
    };

    private final Set<String> paths = new LinkedHashSet<>();
    private final Set<String> asked = new HashSet<>();
    private int rowDepth;
    private int loopDepth;

    private Reads() {}

    static Set<String> of(List<Component> components) {
        Reads reads = new Reads();
        reads.all(components);
        Form.flatten(components)
                .filter(field -> !field.isAlwaysLocked())
                .forEach(field -> reads.asked.add(field.path().get(0)));
        Form.flatten(components)
                .filter(Component::isAlwaysLocked)
                .forEach(field -> reads.paths.add(String.join(".", field.path())));
        reads.paths.removeIf(path -> reads.asked.contains(first(path)));
        return Collections.unmodifiableSet(reads.paths);
    }

    /** The name that a path begins with. */
    static String first(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private void all(List<Component> components) {
        for (Component component : components) {
            one(component);
            rowDepth += component.kind() == Kind.DYNAMICLIST ? 1 : 0;
            all(component.children());
            rowDepth -= component.kind() == Kind.DYNAMICLIST ? 1 : 0;
        }
    }

    private void one(Component component) {
        if (component.text("valuesKey") != null) {
            paths.add(component.text("valuesKey"));
        }
        String rows = component.text("dataSource");
        if (rows != null) {
            expression(Expressions.isExpression(rows) ? rows.substring(1) : rows);
        }
        for (String[] place : EXPRESSIONS) {
            if (Expressions.isExpression(component.at(place))) {
                expression(component.text(place).substring(1));
            }
        }
        for (String[] place : TEMPLATES) {
            String template = component.text(place);
            if (Expressions.isExpression(template)) {
                expression(template.substring(1));
            } else if (template != null) {
                template(template);
            }
        }
    }

    private void template(String template) {
        Matcher matcher = TEMPLATE.matcher(template);
        loopDepth = 0;
        while (matcher.find()) {
            String mark = matcher.group(1);
            if ("/loop".equals(mark)) {
                loopDepth = Math.max(0, loopDepth - 1);
            } else if (!"/if".equals(mark)) {
                expression(matcher.group(2).strip().replaceFirst("^=", ""));
                loopDepth += "#loop".equals(mark) ? 1 : 0;
            }
        }
        loopDepth = 0;
    }

    private void expression(String feel) {
        ParsedExpression parsed = Expressions.read(feel);
        if (parsed != null) {
            walk(parsed.expression(), Set.of());
        }
    }

    /** Goes through a syntax tree; {@code bound} are the names the expression itself gives a meaning to. */
    private void walk(Object node, Set<String> bound) {
        if (node instanceof Ref ref) {
            name(ref, bound);
        } else if (node instanceof For || node instanceof SomeItem || node instanceof EveryItem) {
            Product iteration = (Product) node;
            walk(iteration.productElement(1), pairs(iteration.productElement(0), bound, "partial"));
        } else if (node instanceof ConstContext context) {
            pairs(context.productElement(0), bound);
        } else if (node instanceof Filter filter) {
            walk(filter.list(), bound);
            walk(filter.filter(), with(bound, "item"));
        } else if (node instanceof FunctionDefinition function) {
            Set<String> inside = bound;
            for (Iterator<?> names = function.parameters().iterator(); names.hasNext(); ) {
                inside = with(inside, (String) names.next());
            }
            walk(function.body(), inside);
        } else if (node instanceof Iterable<?> many) {
            for (Iterator<?> each = many.iterator(); each.hasNext(); ) {
                walk(each.next(), bound);
            }
        } else if (node instanceof Product product) {
            for (Iterator<?> parts = product.productIterator(); parts.hasNext(); ) {
                walk(parts.next(), bound);
            }
        }
    }

    /** Goes through names with their expressions, each of which may use the names before it. */
    private Set<String> pairs(Object list, Set<String> bound, String... more) {
        Set<String> inside = bound;
        for (Iterator<?> pairs = ((Iterable<?>) list).iterator(); pairs.hasNext(); ) {
            Product pair = (Product) pairs.next();
            walk(pair.productElement(1), inside);
            inside = with(inside, (String) pair.productElement(0));
        }
        for (String one : more) {
            inside = with(inside, one);
        }
        return inside;
    }

    private void name(Ref ref, Set<String> bound) {
        List<String> path = Refs.path(ref);
        String read = bound.contains(path.get(0)) ? null : inForm(path);
        if (read != null) {
            paths.add(read);
        }
    }

    /** What of the form's data a path leads to; null if it stays in a loop's item, a row or an index. */
    private String inForm(List<String> path) {
        int at = 0;
        for (int loop = 0; loop < loopDepth; loop++, at++) {
            if (at >= path.size() || !isParent(path.get(at))) {
                return null;
            }
        }
        if (at < path.size() && rowDepth == 0 && is(path.get(at), "this")) {
            at++;
        }
        while (at < path.size() && rowDepth > 0 && isParent(path.get(at))) {
            at++;
        }
        boolean stays =
                at >= path.size() || is(path.get(at), "this") || is(path.get(at), "i") || isParent(path.get(at));
        return stays ? null : String.join(".", path.subList(at, path.size()));
    }

    private static boolean isParent(String name) {
        return is(name, "parent");
    }

    private static boolean is(String name, String special) {
        return name.equals(special) || name.equals("_" + special + "_");
    }

    private static Set<String> with(Set<String> names, String one) {
        Set<String> more = new HashSet<>(names);
        more.add(one);
        return more;
    }
}
