package org.peerexchange.submission;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programmes;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The current answers as facts: each document under its own name, the cycle's together under {@code cycle}, and those of a
 * side's application under that side. Beside each answer as tables compare it there is one as people read it, with the labels
 * of options and days written out: {@code menteeApplication.inWords.direction}; the rows of a list are there, too:
 * {@code activityPlan.inWords.budget}. The {@code order} of a document counts all that was sent in the case, and says so which
 * of two came later. {@code lastSent} says which document of the case came in last, and by whom. {@code sent} are all
 * versions of all documents of the case, the oldest first, each with {@code document}, {@code version}, {@code side},
 * {@code on} (the day), {@code signedBy} (sides) and {@code answers}: what tables add up or count.
 */
@Component
@Order(2)
class SubmissionFacts implements FactSource {

    private static final String IN_WORDS = "inWords";

    private final Submissions submissions;
    private final SentForms forms;
    private final Communities communities;
    private final Signatures signatures;
    private final Programmes programmes;

    SubmissionFacts(
            Submissions submissions,
            SentForms forms,
            Communities communities,
            Signatures signatures,
            Programmes programmes) {
        this.programmes = programmes;
        this.submissions = submissions;
        this.signatures = signatures;
        this.forms = forms;
        this.communities = communities;
    }

    @Override
    public void contribute(Case subject, Map<String, Object> facts) {
        Map<String, Object> lists = new HashMap<>(facts);
        Map<String, Object> cycle = new LinkedHashMap<>();
        Map<String, Object> cycleInWords = new LinkedHashMap<>();
        cycle.put("number", subject.cycle());
        submissions.current(subject.cycle()).forEach(sent -> {
            cycle.putAll(answers(sent));
            cycleInWords.putAll(inWords(sent, lists));
        });
        cycle.put(IN_WORDS, cycleInWords);
        facts.put("cycle", cycle);
        List<Submission> current = submissions.current(subject.number());
        List<Submission> everyVersion = submissions.findByCaseNumberOrderBySentAt(subject.number());
        List<UUID> order = everyVersion.stream().map(Submission::id).toList();
        current.forEach(sent -> putInto(facts, sent, lists).put("order", order.indexOf(sent.id()) + 1));
        current.stream()
                .max(Comparator.comparing(Submission::sentAt))
                .ifPresent(last -> facts.put(
                        "lastSent", Map.of("document", Names.camelCase(last.document()), "by", last.author())));
        facts.put(
                "sent", asFacts(everyVersion, programmes.of(subject.programme()).zone()));
        for (Object value : facts.values().toArray()) {
            if (value instanceof Map<?, ?> side && side.get("application") instanceof String application) {
                @SuppressWarnings("unchecked")
                Map<String, Object> known = (Map<String, Object>) side;
                submissions.current(application).forEach(sent -> putInto(known, sent, lists));
            }
        }
    }

    private List<Map<String, Object>> asFacts(List<Submission> sent, ZoneId zone) {
        Map<UUID, List<String>> signedBy =
                signatures
                        .findBySubmissionIdIn(sent.stream().map(Submission::id).toList())
                        .stream()
                        .collect(groupingBy(Signature::submissionId, mapping(Signature::side, toList())));
        return sent.stream()
                .map(version -> {
                    Map<String, Object> fact = new LinkedHashMap<>();
                    fact.put("document", version.document());
                    fact.put("version", version.version());
                    fact.put("side", version.side());
                    fact.put("on", LocalDate.ofInstant(version.sentAt(), zone));
                    fact.put("signedBy", signedBy.getOrDefault(version.id(), List.of()));
                    fact.put("answers", answers(version));
                    return fact;
                })
                .toList();
    }

    private Map<String, Object> putInto(Map<String, Object> facts, Submission sent, Map<String, Object> lists) {
        Map<String, Object> answers = new LinkedHashMap<>(answers(sent));
        answers.put(IN_WORDS, inWords(sent, lists));
        answers.put("version", sent.version());
        answers.put("sentBy", sent.author());
        facts.put(Names.camelCase(sent.document()), answers);
        return answers;
    }

    private Map<String, Object> inWords(Submission sent, Map<String, Object> lists) {
        Form form = forms.of(sent.document(), sent.formVersion());
        if (form.reads().contains(Communities.LIST)) {
            lists.computeIfAbsent(Communities.LIST, list -> communities.asOptions());
        }
        return Answer.inWords(form, sent.answers(), lists);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answers(Submission sent) {
        return (Map<String, Object>) Answers.forTables(sent.answers());
    }
}
