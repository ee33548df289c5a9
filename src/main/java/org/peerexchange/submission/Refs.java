package org.peerexchange.submission;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.peerexchange.programme.KnownFacts;

/** The paths of names, such as {@code this, date}, that an expression may look up. */
record Refs(Set<List<String>> paths) {

    private static final Object MISSING = new Object();

    static Refs of(ParsedExpression parsed) {
        Set<List<String>> paths = new LinkedHashSet<>();
        collect(parsed.expression(), paths);
        return new Refs(paths);
    }

    private static void collect(Object node, Set<List<String>> paths) {
        Iterator<?> parts = node instanceof Iterable<?> many
                ? many.iterator()
                : node instanceof Product product ? product.productIterator() : null;
        if (node instanceof Ref ref) {
            paths.add(path(ref));
        } else {
            while (parts != null && parts.hasNext()) {
                collect(parts.next(), paths);
            }
        }
    }

    static List<String> path(Ref ref) {
        List<String> path = new ArrayList<>();
        for (Iterator<String> each = ref.names().iterator(); each.hasNext(); ) {
            path.add(each.next());
        }
        return List.copyOf(path);
    }

    /** All that the expression's value depends on in a scope. */
    List<Object> inputs(Map<String, Object> scope) {
        List<Object> inputs = new ArrayList<>(paths.size());
        for (List<String> path : paths) {
            Object here = scope;
            for (String step : path) {
                here = here instanceof Map<?, ?> map ? map.containsKey(step) ? map.get(step) : MISSING : here;
            }
            inputs.add(here);
        }
        return inputs;
    }

    /** The part of a scope that the expression needs. */
    Map<String, Object> part(Map<String, Object> scope) {
        return KnownFacts.at(paths, scope);
    }
}
