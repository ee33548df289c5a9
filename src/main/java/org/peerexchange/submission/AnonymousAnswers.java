package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Names;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to anonymous forms (domain B6): kept with the cycle, without author, time or task, each person once. They are shown
 * only as many together as the form says ({@code shownFrom}), so that whoever watches one come in does not read it; what remains
 * at the end is fewer, and stays unread. The cycle has them as {@code anonymous.<document>}: {@code answered} (all of them) and
 * {@code questions}, each with what is shown, in the words of the form.
 */
@Component
@Order(6)
public class AnonymousAnswers implements FactSource {

    private final JdbcClient db;
    private final Cases cases;
    private final SentForms forms;

    AnonymousAnswers(JdbcClient db, Cases cases, SentForms forms) {
        this.db = db;
        this.cases = cases;
        this.forms = forms;
    }

    /**
     * What came in on a form.
     *
     * @param answered how many have answered
     * @param answers those that are shown, in no order
     */
    public record Gathered(String document, String name, int answered, List<List<Answer>> answers) {}

    private record Kept(String document, int formVersion, String answers, boolean shown) {

        Kept show() {
            return new Kept(document, formVersion, answers, true);
        }
    }

    /**
     * Keeps answers, unless this person has answered the form in this cycle before: who signed up twice is asked twice, and
     * thanked twice, but heard once.
     */
    @Transactional
    void keep(String cycle, Form form, int formVersion, Answers said, Author author) {
        // One after the other: each rewrites what the others have written.
        cases.lock(cycle);
        int first = db.sql("insert into app.anonymous_voices values (?, ?, ?) on conflict do nothing")
                .params(cycle, form.id(), author.id())
                .update();
        if (first == 0) {
            return;
        }
        List<Kept> kept = new ArrayList<>(kept(cycle).stream()
                .filter(one -> one.document().equals(form.id()))
                .toList());
        kept.add(new Kept(form.id(), formVersion, said.json(), false));
        if (kept.stream().filter(one -> !one.shown()).count() >= form.shownFrom()) {
            kept.replaceAll(Kept::show);
        }
        Collections.shuffle(kept);
        db.sql("delete from app.anonymous_answers where cycle = ? and document = ?")
                .params(cycle, form.id())
                .update();
        kept.forEach(one -> db.sql("insert into app.anonymous_answers values (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), cycle, one.document(), one.formVersion(), one.answers(), one.shown())
                .update());
    }

    /** Everything that was answered anonymously in a cycle. */
    @Transactional(readOnly = true)
    public List<Gathered> in(String cycle) {
        Map<String, List<Kept>> byDocument = new LinkedHashMap<>();
        kept(cycle).forEach(one -> byDocument
                .computeIfAbsent(one.document(), name -> new ArrayList<>())
                .add(one));
        return byDocument.entrySet().stream()
                .map(entry -> {
                    List<Kept> all = entry.getValue();
                    Form form = form(all.get(0));
                    return new Gathered(
                            entry.getKey(),
                            form.name(),
                            all.size(),
                            all.stream()
                                    .filter(Kept::shown)
                                    .map(one -> Answer.of(form(one), Answers.read(one.answers()), Map.of()))
                                    .toList());
                })
                .toList();
    }

    @Override
    public void contribute(Case subject, KnownFacts facts) {
        if (subject.kind().equals(Case.CYCLE)) {
            facts.later("anonymous", () -> byDocument(subject));
        }
    }

    private Map<String, Object> byDocument(Case cycle) {
        Map<String, Object> anonymous = new LinkedHashMap<>();
        in(cycle.number())
                .forEach(gathered -> anonymous.put(
                        Names.camelCase(gathered.document()),
                        Map.of("answered", gathered.answered(), "questions", questions(gathered))));
        return anonymous;
    }

    /** Each question with all that was answered to it: what one person said to several does not stand together. */
    private static List<Map<String, Object>> questions(Gathered gathered) {
        Map<String, List<String>> byQuestion = new LinkedHashMap<>();
        gathered.answers().stream().flatMap(List::stream).forEach(answer -> byQuestion
                .computeIfAbsent(answer.label(), label -> new ArrayList<>())
                .addAll(answer.texts()));
        return byQuestion.entrySet().stream()
                .map(entry -> {
                    List<String> said = entry.getValue();
                    Map<String, Integer> counted = new java.util.TreeMap<>();
                    said.forEach(words -> counted.merge(words, 1, Integer::sum));
                    return Map.<String, Object>of(
                            "question",
                            entry.getKey(),
                            "answers",
                            counted.entrySet().stream()
                                    .map(one -> Map.of("words", one.getKey(), "count", one.getValue()))
                                    .toList());
                })
                .toList();
    }

    private Form form(Kept one) {
        return forms.of(one.document(), one.formVersion());
    }

    private List<Kept> kept(String cycle) {
        return db.sql(
                        "select document, form_version, answers, shown from app.anonymous_answers where cycle = ? order by document, id")
                .param(cycle)
                .query((row, n) -> new Kept(
                        row.getString("document"),
                        row.getInt("form_version"),
                        row.getString("answers"),
                        row.getBoolean("shown")))
                .list();
    }
}
