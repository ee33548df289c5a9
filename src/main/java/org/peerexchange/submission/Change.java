package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerexchange.language.Sentences;

/**
 * What is different between two versions of a document, as people read it.
 *
 * @param question what the form asked
 * @param before what was answered then
 * @param now what is answered now
 */
record Change(String question, String before, String now) {

    /** In the order of the newer version; what is answered no more comes last. Questions are told apart by their words. */
    static List<Change> between(List<Answer> before, List<Answer> after, Locale language) {
        String nothing = Sentences.PAGES.say(language, "answer.none");
        List<Change> changes = new ArrayList<>();
        List<Answer> earlier = readByAll(before);
        List<Answer> later = readByAll(after);
        later.forEach(now -> {
            String was = answered(earlier, now.label()).orElse(nothing);
            if (!was.equals(words(now))) {
                changes.add(new Change(now.label(), was, words(now)));
            }
        });
        earlier.stream()
                .filter(gone -> answered(later, gone.label()).isEmpty())
                .forEach(gone -> changes.add(new Change(gone.label(), words(gone), nothing)));
        return List.copyOf(changes);
    }

    /** Who somebody is and how to reach them is not for everybody who reads what has changed. */
    private static List<Answer> readByAll(List<Answer> answers) {
        return answers.stream().filter(answer -> !answer.personal()).toList();
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
