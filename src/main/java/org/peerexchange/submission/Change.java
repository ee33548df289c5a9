package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is different between two versions of a document, as people read it.
 *
 * @param question what the form asked
 * @param before what was answered then
 * @param now what is answered now
 */
record Change(String question, String before, String now) {

    private static final String NOTHING = "nothing";

    /** In the order of the newer version; what is answered no more comes last. Questions are told apart by their words. */
    static List<Change> between(List<Answer> earlier, List<Answer> later) {
        List<Change> changes = new ArrayList<>();
        later.forEach(now -> {
            String before = answered(earlier, now.label()).orElse(NOTHING);
            if (!before.equals(words(now))) {
                changes.add(new Change(now.label(), before, words(now)));
            }
        });
        earlier.stream()
                .filter(before -> answered(later, before.label()).isEmpty())
                .forEach(before -> changes.add(new Change(before.label(), words(before), NOTHING)));
        return List.copyOf(changes);
    }

    Map<String, Object> asFact() {
        return Map.of("question", question, "before", before, "now", now);
    }

    private static Optional<String> answered(List<Answer> answers, String label) {
        return answers.stream()
                .filter(answer -> answer.label().equals(label))
                .findFirst()
                .map(Change::words);
    }

    private static String words(Answer answer) {
        return answer.columns().isEmpty()
                ? String.join(", ", answer.texts())
                : answer.rows().stream().map(row -> String.join(", ", row)).collect(Collectors.joining("; "));
    }
}
