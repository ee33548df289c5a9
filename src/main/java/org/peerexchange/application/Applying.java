package org.peerexchange.application;

import java.util.Locale;
import java.util.Map;
import org.peerexchange.language.Sayable;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Dictionaries;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.KnownFacts;
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
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.submission.Submitting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an application from the public page: opens its case, remembers the person, keeps the submission and starts the process,
 * all or nothing (domain A2–A4).
 *
 * <p>The public form has the fields {@code name}, {@code email}, {@code username}, and where communities take part
 * {@code community} (id of a known one, or {@code other}) and {@code communityName} (for an unknown one); whatever else it asks is
 * the programme's own business. A person who names no community takes part herself.
 */
@Component
@Transactional
public class Applying {

    private final Programmes programmes;
    private final Dictionaries dictionaries;
    private final ProgrammeFacts programmeFacts;
    private final Cases cases;
    private final OpeningCases opening;
    private final StandingApplications standing;
    private final Communities communities;
    private final Parties parties;
    private final Applicants applicants;
    private final Facts facts;
    private final Asking asking;
    private final Submitting submitting;
    private final ApplicationLifecycle lifecycle;

    Applying(
            Programmes programmes,
            Dictionaries dictionaries,
            ProgrammeFacts programmeFacts,
            Cases cases,
            OpeningCases opening,
            StandingApplications standing,
            Communities communities,
            Parties parties,
            Applicants applicants,
            Facts facts,
            Asking asking,
            Submitting submitting,
            ApplicationLifecycle lifecycle) {
        this.programmes = programmes;
        this.dictionaries = dictionaries;
        this.programmeFacts = programmeFacts;
        this.cases = cases;
        this.opening = opening;
        this.standing = standing;
        this.communities = communities;
        this.parties = parties;
        this.applicants = applicants;
        this.facts = facts;
        this.asking = asking;
        this.submitting = submitting;
        this.lifecycle = lifecycle;
    }

    /** The programme takes no applications just now. */
    public static class WindowClosed extends Sayable {

        WindowClosed(String programme) {
            super("apply.closed-now", programme);
        }
    }

    /** What the public form shows: the programme's lists, the cycle's dates, and the communities to choose from. */
    @Transactional(readOnly = true)
    public Map<String, Object> formFacts(String programmeKey, String role, Locale language) {
        return formFacts(openCycle(programmeKey, role), language);
    }

    /**
     * Takes an application.
     *
     * @param role a role of the programme, such as {@code mentee}
     * @param posted everything the form sent
     * @param language that of who applies: in it they read what is wrong, and get their mails if they are not known yet
     * @return number of the new case
     * @throws WindowClosed when no cycle takes applications now
     * @throws RefusedAnswers naming each field that is wrong; then nothing is kept
     */
    public String apply(String programmeKey, String role, Map<String, Object> posted, Locale language) {
        Programme programme = programmes.of(programmeKey);
        Programme.ApplicationKind kind = programme.applications().get(role);
        Case cycle = openCycle(programmeKey, role);
        // Two posts for one community take turns: the second finds what the first has sent.
        cases.lock(cycle.number());
        DeployedForm deployed = asking.form(kind.form()).in(dictionaries.of(programmeKey, language));
        Form form = deployed.form();
        Map<String, Object> known = formFacts(cycle, Locale.ENGLISH);
        known.put("applied", standing.in(cycle.number(), programmeKey));
        Map<String, Object> answers = submitting.check(form, posted, known);

        Community community = answers.get("community") instanceof String named
                ? communities.findById(named).orElse(null)
                : null;
        String name = community == null ? ownName(answers) : community.name();
        Person person = applicants.person(answers, language, programme.zone());
        Case opened = opening.inCycle(
                cycle, Case.APPLICATION, "%s as %s".formatted(name, kind.label().toLowerCase(Locale.ROOT)));
        String side = programme.words().applicant();
        parties.save(new Party(
                opened.number(),
                side,
                person.id(),
                (String) answers.get("name"),
                community == null ? null : community.id(),
                null));
        submitting.keep(opened.number(), form, deployed.version(), answers, Author.person(person.id(), side), null);
        Map<String, Object> decisions = form.decisionsIn(answers);
        decisions.put("role", role);
        lifecycle.applied(opened.number(), kind.process(), decisions);
        return opened.number();
    }

    /** What an application is called after that comes from no known community: the unknown one, or the person herself. */
    private static String ownName(Map<String, Object> answers) {
        Object community = answers.get("communityName");
        return (String) (community == null ? answers.get("name") : community);
    }

    /** Of several running cycles the youngest that takes this role. */
    private Case openCycle(String programmeKey, String role) {
        Programme.ApplicationKind kind =
                programmes.of(programmeKey).applications().get(role);
        return programmeFacts.openCycles(programmeKey).stream()
                .filter(kind::isOpenIn)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new WindowClosed(programmes.of(programmeKey).name()));
    }

    private Map<String, Object> formFacts(Case cycle, Locale language) {
        Map<String, Object> known = KnownFacts.over(facts.of(cycle.number(), language));
        known.put(Communities.LIST, standing.choice(language));
        return known;
    }
}
