package org.peerexchange.application;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Dictionaries;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFacts;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.DeployedForm;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.OpeningRequests;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.submission.Submitting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes requests for help at any time (domain A24): opens the case, remembers who asks, keeps the question and starts the
 * process, all or nothing.
 */
@Component
@Transactional
public class RequestingHelp implements OpeningRequests {

    private final Programmes programmes;
    private final Dictionaries dictionaries;
    private final ProgrammeFacts programmeFacts;
    private final Cases cases;
    private final OpeningCases opening;
    private final Parties parties;
    private final Applicants applicants;
    private final Asking asking;
    private final Submitting submitting;
    private final ApplicationLifecycle lifecycle;

    RequestingHelp(
            Programmes programmes,
            Dictionaries dictionaries,
            ProgrammeFacts programmeFacts,
            Cases cases,
            OpeningCases opening,
            Parties parties,
            Applicants applicants,
            Asking asking,
            Submitting submitting,
            ApplicationLifecycle lifecycle) {
        this.programmes = programmes;
        this.dictionaries = dictionaries;
        this.programmeFacts = programmeFacts;
        this.cases = cases;
        this.opening = opening;
        this.parties = parties;
        this.applicants = applicants;
        this.asking = asking;
        this.submitting = submitting;
        this.lifecycle = lifecycle;
    }

    /** Whether a programme takes requests: it says how on a public page, and has had a cycle whose series numbers them. */
    @Transactional(readOnly = true)
    public boolean takesRequests(String programmeKey) {
        return programmes.all().stream()
                        .anyMatch(programme -> programme.key().equals(programmeKey) && programme.showsHelp())
                && !cycles(programmeKey).isEmpty();
    }

    /**
     * Takes a request from the public page.
     *
     * @param posted everything the form sent
     * @param language that of who asks: in it they read what is wrong, and get their mails if they are not known yet
     * @return number of the new case
     * @throws RefusedAnswers naming each field that is wrong; then nothing is kept
     */
    public String ask(String programmeKey, Map<String, Object> posted, Locale language) {
        Programme programme = programmes.of(programmeKey);
        Programme.Help help = programme.help();
        DeployedForm deployed = asking.form(help.form()).in(dictionaries.of(programmeKey, language));
        Form form = deployed.form();
        Map<String, Object> answers = submitting.check(form, posted, programmeFacts.of(programmeKey));
        Case opened = open(programmeKey, answers, language);
        Party asker = parties.of(opened.number(), programme.words().applicant());
        submitting.keep(
                opened.number(),
                form,
                deployed.version(),
                answers,
                Author.person(asker.personId(), asker.side()),
                null);
        lifecycle.askedForHelp(opened.number(), help.message(), form.decisionsIn(answers));
        return opened.number();
    }

    @Override
    public Case open(String programmeKey, Map<String, Object> answers) {
        return open(programmeKey, answers, Locale.ENGLISH);
    }

    private Case open(String programmeKey, Map<String, Object> answers, Locale language) {
        Programme programme = programmes.of(programmeKey);
        Case opened = opening.inCycle(cycle(programmeKey), Case.REQUEST, title(programme, answers.get("topic")));
        Person person = applicants.person(answers, language, programme.zone());
        parties.save(new Party(
                opened.number(), programme.words().applicant(), person.id(), (String) answers.get("name"), null, null));
        return opened;
    }

    /** The running cycle; between two cycles the last one, since questions come at any time. */
    private Case cycle(String programmeKey) {
        return programmeFacts.currentCycle(programmeKey).orElseGet(() -> {
            List<Case> past = cycles(programmeKey);
            if (past.isEmpty()) {
                throw new IllegalStateException("%s has had no cycle yet: open one first."
                        .formatted(programmes.of(programmeKey).name()));
            }
            return past.get(past.size() - 1);
        });
    }

    private List<Case> cycles(String programmeKey) {
        return cases.findByProgrammeAndKindOrderByNumber(programmeKey, Case.CYCLE);
    }

    private static String title(Programme programme, Object topic) {
        return programme.lists().getOrDefault("helpTopics", List.of()).stream()
                .filter(option -> option.value().equals(topic))
                .map(option -> "Help: " + option.label())
                .findFirst()
                .orElse("Help");
    }
}
