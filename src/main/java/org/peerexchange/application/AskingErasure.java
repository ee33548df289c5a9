package org.peerexchange.application;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerexchange.language.Translation;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.DeployedForm;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.submission.Submitting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes somebody's request to erase what is held about them (domain, data): each programme's staff are asked for their part, once
 * while they have not answered.
 */
@Component
@Transactional
public class AskingErasure {

    /** The form it is asked in. */
    public static final String FORM = "ask-erasure";

    private final Parties parties;
    private final Cases cases;
    private final Programmes programmes;
    private final Asking asking;
    private final Submitting submitting;
    private final ErasureLifecycle lifecycle;

    AskingErasure(
            Parties parties,
            Cases cases,
            Programmes programmes,
            Asking asking,
            Submitting submitting,
            ErasureLifecycle lifecycle) {
        this.parties = parties;
        this.cases = cases;
        this.programmes = programmes;
        this.asking = asking;
        this.submitting = submitting;
        this.lifecycle = lifecycle;
    }

    /** The programmes that somebody takes part in and whose staff were not asked yet, or have answered. */
    @Transactional(readOnly = true)
    public List<Programme> toAsk(Person person) {
        return own(person).entrySet().stream()
                .filter(one -> !lifecycle.isOpen(numbers(one.getValue())))
                .map(one -> programmes.of(one.getKey()))
                .toList();
    }

    /** Those whose staff have not answered yet. */
    @Transactional(readOnly = true)
    public List<Programme> asked(Person person) {
        return own(person).entrySet().stream()
                .filter(one -> lifecycle.isOpen(numbers(one.getValue())))
                .map(one -> programmes.of(one.getKey()))
                .toList();
    }

    /**
     * Asks the staff of every programme that is to be asked.
     *
     * @param posted what the form sent
     * @param words the language in which they read what is wrong
     * @throws RefusedAnswers naming each field that is wrong; then nothing is kept
     */
    public void ask(Person person, Map<String, Object> posted, Translation words) {
        DeployedForm deployed = asking.form(FORM).in(words);
        Map<String, Object> answers = submitting.check(deployed.form(), posted, Map.of());
        own(person).forEach((key, mine) -> {
            Case subject = cases.of(mine.get(0).caseNumber());
            // Of two clicks the second one waits here, and finds that it is asked already.
            cases.lock(subject.number());
            if (!lifecycle.isOpen(numbers(mine))) {
                Party side = mine.get(0);
                submitting.keep(
                        subject.number(),
                        deployed.form(),
                        deployed.version(),
                        answers,
                        Author.person(person.id(), side.side()),
                        null);
                lifecycle.erasureAsked(
                        subject.number(), side.side(), programmes.of(key).staffGroup());
            }
        });
    }

    private static List<String> numbers(List<Party> sides) {
        return sides.stream().map(Party::caseNumber).distinct().toList();
    }

    /**
     * Somebody's sides by programme. The case that is theirs alone stands first, the newest of several: what they write there no
     * partner reads.
     */
    private Map<String, List<Party>> own(Person person) {
        List<Party> sides = parties.findByPersonId(person.id());
        Map<String, Case> byNumber = sides.stream()
                .map(Party::caseNumber)
                .distinct()
                .map(cases::of)
                .filter(subject -> programmes.find(subject.programme()).isPresent())
                .collect(Collectors.toMap(Case::number, subject -> subject));
        Map<String, Boolean> shared = byNumber.keySet().stream()
                .collect(Collectors.toMap(
                        number -> number, number -> parties.findByCaseNumberOrderBySide(number).stream()
                                .anyMatch(party -> !party.personId().equals(person.id()))));
        return sides.stream()
                .filter(party -> byNumber.containsKey(party.caseNumber()))
                .sorted(Comparator.comparing((Party party) -> shared.get(party.caseNumber()))
                        .thenComparing(party -> byNumber.get(party.caseNumber()).openedAt(), Comparator.reverseOrder())
                        .thenComparing(Party::caseNumber)
                        .thenComparing(Party::side))
                .collect(Collectors.groupingBy(
                        party -> byNumber.get(party.caseNumber()).programme(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
