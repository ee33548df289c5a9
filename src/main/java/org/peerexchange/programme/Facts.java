package org.peerexchange.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything tables, forms and mail texts may read about a case, by name. */
@Component
public class Facts {

    private final Cases cases;
    private final List<FactSource> sources;

    Facts(Cases cases, List<FactSource> sources) {
        this.cases = cases;
        this.sources = sources;
    }

    /**
     * The facts of a case as nested maps, for example {@code cycle.applicationsClose}.
     *
     * @throws IllegalArgumentException when there is no such case
     */
    @Transactional(readOnly = true)
    public Map<String, Object> of(String caseNumber) {
        Case subject = cases.of(caseNumber);
        Map<String, Object> facts = new LinkedHashMap<>();
        sources.forEach(source -> source.contribute(subject, facts));
        return facts;
    }

    /** The fact at a dotted path such as {@code cycle.endsOn}, or null when it is not known. */
    public static Object at(Map<String, Object> facts, String path) {
        Object found = facts;
        for (String name : path.split("\\.")) {
            if (!(found instanceof Map<?, ?> map)) {
                return null;
            }
            found = map.get(name);
        }
        return found;
    }
}
