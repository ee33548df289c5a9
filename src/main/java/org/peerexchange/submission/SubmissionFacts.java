package org.peerexchange.submission;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.SideFactSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The current answers as facts: each document under its own name, the cycle's together under {@code cycle}, and those of a
 * side's application under that side. Beside each answer as tables compare it there is one as people read it, with the labels
 * of options and days written out: {@code menteeApplication.inWords.direction}; the rows of a list are there, too:
 * {@code activityPlan.inWords.budget}. The {@code order} of a document counts all that was sent in the case, and says so which
 * of two came later; its {@code changes} since the version before have each {@code question}, {@code before} and {@code now}.
 * {@code lastSent} says which document of the case came in last, and by whom. {@code sent} are all
 * versions of all documents of the case, the oldest first, each with {@code document}, {@code version}, {@code side},
 * {@code on} (the day), {@code signedBy} (sides) and {@code answers}: what tables add up or count.
 */
@Component
@Order(2)
class SubmissionFacts implements FactSource, SideFactSource {

    private static final String IN_WORDS = "inWords";
    private static final String LAST_SENT = "lastSent";
    private static final String CHANGES = "changes";

    private final Submissions submissions;
    private final SentForms forms;
    private final Communities communities;
    private final SentInCases sent;
    private final Programmes programmes;

    SubmissionFacts(
            Submissions submissions,
            SentForms forms,
            Communities communities,
            SentInCases sent,
            Programmes programmes) {
        this.programmes = programmes;
        this.submissions = submissions;
        this.sent = sent;
        this.forms = forms;
        this.communities = communities;
    }

    @Override
    public void contribute(Case subject, KnownFacts facts) {
        Translation words = facts.translation();
        Programme programme = programmes.of(subject.programme()).in(words);
        Map<String, Object> lists = lists(programme);
        Supplier<List<Submission>> all = SingletonSupplier.of(() -> sent.in(subject.number()));
        Supplier<List<Submission>> current = () -> current(all.get());
        facts.later("cycle", () -> cycle(subject, current, lists, words));
        facts.part(Set.of(LAST_SENT), () -> lastSent(current.get()));
        facts.later("sent", () -> asFacts(all.get(), programme.zone()));
        facts.part(() -> documents(current.get(), lists, words, (sent, document) -> {
            document.later(
                    "order",
                    () -> all.get().stream().map(Submission::id).toList().indexOf(sent.id()) + 1);
            document.part(Set.of(CHANGES), () -> changes(sent, all.get(), lists, words));
        }));
    }

    /** The last version of each document. */
    private static List<Submission> current(List<Submission> all) {
        return all.stream()
                .filter(sent -> all.stream()
                        .noneMatch(
                                other -> other.document().equals(sent.document()) && other.version() > sent.version()))
                .toList();
    }

    /** The documents of the application that a side came from. */
    @Override
    public void contribute(String application, Programme programme, KnownFacts side) {
        side.part(() -> documents(
                submissions.current(application), lists(programme), side.translation(), (sent, document) -> {}));
    }

    /** What forms call the lists that their options come from. */
    private Map<String, Object> lists(Programme programme) {
        KnownFacts lists = new KnownFacts();
        lists.part(programme.lists().keySet(), programme::listsAsFacts);
        lists.later(Communities.LIST, communities::asOptions);
        return lists;
    }

    private Map<String, Object> cycle(
            Case subject, Supplier<List<Submission>> ofCase, Map<String, Object> lists, Translation words) {
        List<Submission> current =
                subject.cycle().equals(subject.number()) ? ofCase.get() : submissions.current(subject.cycle());
        KnownFacts cycle = new KnownFacts();
        cycle.later(IN_WORDS, () -> together(current, sent -> inWords(sent, lists, words)));
        cycle.part(() -> together(current, SubmissionFacts::answers));
        cycle.part(() -> Map.of("number", subject.cycle()));
        return cycle;
    }

    private static Map<String, Object> together(
            List<Submission> current, Function<Submission, Map<String, Object>> read) {
        Map<String, Object> together = new LinkedHashMap<>();
        current.forEach(sent -> together.putAll(read.apply(sent)));
        return together;
    }

    private static Map<String, Object> lastSent(List<Submission> current) {
        return current.stream()
                .max(Comparator.comparing(Submission::sentAt))
                .map(last -> Map.<String, Object>of(
                        LAST_SENT, Map.of("document", Names.camelCase(last.document()), "by", last.author())))
                .orElse(Map.of());
    }

    private List<Map<String, Object>> asFacts(List<Submission> versions, ZoneId zone) {
        Map<UUID, List<Signature>> signatures = sent.signatures(versions);
        return versions.stream()
                .map(version -> {
                    Map<String, Object> fact = new LinkedHashMap<>();
                    fact.put("document", version.document());
                    fact.put("version", version.version());
                    fact.put("side", version.side());
                    fact.put("on", LocalDate.ofInstant(version.sentAt(), zone));
                    fact.put(
                            "signedBy",
                            signatures.get(version.id()).stream()
                                    .map(Signature::side)
                                    .toList());
                    fact.put("answers", answers(version));
                    return fact;
                })
                .toList();
    }

    /** @param further adds what else is known about a document */
    private Map<String, Object> documents(
            List<Submission> current,
            Map<String, Object> lists,
            Translation words,
            BiConsumer<Submission, KnownFacts> further) {
        Map<String, Object> documents = new LinkedHashMap<>();
        current.forEach(sent -> {
            KnownFacts document = new KnownFacts();
            document.later(IN_WORDS, () -> inWords(sent, lists, words));
            document.put("version", sent.version());
            document.put("sentBy", sent.author());
            document.part(() -> answers(sent));
            further.accept(sent, document);
            documents.put(Names.camelCase(sent.document()), document);
        });
        return documents;
    }

    /** What is different from the version before; nothing in a first version. */
    private Map<String, Object> changes(
            Submission sent, List<Submission> all, Map<String, Object> lists, Translation words) {
        return all.stream()
                .filter(earlier ->
                        earlier.document().equals(sent.document()) && earlier.version() == sent.version() - 1)
                .findFirst()
                .map(before -> Map.<String, Object>of(
                        CHANGES,
                        Change.between(read(before, lists, words), read(sent, lists, words), words.language()).stream()
                                .map(Change::asFact)
                                .toList()))
                .orElse(Map.of());
    }

    private List<Answer> read(Submission sent, Map<String, Object> lists, Translation words) {
        return Answer.of(form(sent, words), sent.answers(), lists);
    }

    private Map<String, Object> inWords(Submission sent, Map<String, Object> lists, Translation words) {
        return Answer.inWords(form(sent, words), sent.answers(), lists);
    }

    private Form form(Submission sent, Translation words) {
        return forms.sentIn(sent.document(), sent.formVersion()).in(words).form();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answers(Submission sent) {
        return (Map<String, Object>) Answers.forTables(sent.answers());
    }
}
