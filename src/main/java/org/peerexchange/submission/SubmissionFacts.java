package org.peerexchange.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.Names;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The current answers as facts: each document under its own name, the cycle's together under {@code cycle}, and those of a
 * side's application under that side.
 */
@Component
@Order(2)
class SubmissionFacts implements FactSource {

    private final Submissions submissions;

    SubmissionFacts(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public void contribute(Case subject, Map<String, Object> facts) {
        Map<String, Object> cycle = new LinkedHashMap<>();
        cycle.put("number", subject.cycle());
        submissions.current(subject.cycle()).forEach(sent -> cycle.putAll(answers(sent)));
        facts.put("cycle", cycle);
        submissions.current(subject.number()).forEach(sent -> putInto(facts, sent));
        for (Object value : facts.values().toArray()) {
            if (value instanceof Map<?, ?> side && side.get("application") instanceof String application) {
                @SuppressWarnings("unchecked")
                Map<String, Object> known = (Map<String, Object>) side;
                submissions.current(application).forEach(sent -> putInto(known, sent));
            }
        }
    }

    private static void putInto(Map<String, Object> facts, Submission sent) {
        Map<String, Object> answers = new LinkedHashMap<>(answers(sent));
        answers.put("version", sent.version());
        facts.put(Names.camelCase(sent.document()), answers);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answers(Submission sent) {
        return (Map<String, Object>) Answers.forTables(sent.answers());
    }
}
