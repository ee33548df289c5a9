package org.peerexchange.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peerexchange.language.Sentences;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which communities have applied to a cycle, and in which role: what a check reads to keep a community from applying twice.
 * An application, too, reads what the others are as the fact {@code applied}, and what there was to choose from.
 */
@Component
@Order(3)
class StandingApplications implements FactSource {

    /** The choice for a community the hub does not know yet. */
    private static final String OTHER = "other";

    private final Programmes programmes;
    private final Cases cases;
    private final Parties parties;
    private final Communities communities;
    private final Submissions submissions;

    StandingApplications(
            Programmes programmes, Cases cases, Parties parties, Communities communities, Submissions submissions) {
        this.programmes = programmes;
        this.cases = cases;
        this.parties = parties;
        this.communities = communities;
        this.submissions = submissions;
    }

    @Override
    public void contribute(Case subject, KnownFacts facts) {
        if (subject.kind().equals(Case.APPLICATION)) {
            facts.later("applied", () -> others(subject));
            facts.later(Communities.LIST, () -> choice(facts.translation().language()));
        }
    }

    /** The communities to choose from, and last the choice for one that the hub does not know. */
    List<Map<String, Object>> choice(Locale language) {
        List<Map<String, Object>> options = new ArrayList<>(communities.asOptions());
        options.add(Map.of("value", OTHER, "label", Sentences.PAGES.say(language, "form.other-community")));
        return options;
    }

    private List<Map<String, Object>> others(Case application) {
        return in(application.cycle(), application.programme()).stream()
                .filter(other -> !other.get("number").equals(application.number()))
                .toList();
    }

    /**
     * The applications to a cycle that were not withdrawn: {@code number}, {@code role}, {@code community} (its id, or null
     * while the hub does not know it) and {@code name} (the community's).
     */
    List<Map<String, Object>> in(String cycle, String programmeKey) {
        Programme programme = programmes.of(programmeKey);
        List<String> standing = cases.findByCycleAndKindOrderByNumber(cycle, Case.APPLICATION).stream()
                .filter(application ->
                        !application.state().equals(programme.words().withdrawn()))
                .map(Case::number)
                .toList();
        Map<String, Party> applicants =
                parties.findByCaseNumberInAndSide(standing, programme.words().applicant()).stream()
                        .collect(toMap(Party::caseNumber, identity()));
        Map<String, String> roles = programme.applications().values().stream()
                .collect(toMap(Programme.ApplicationKind::form, Programme.ApplicationKind::role));
        Map<String, String> names =
                communities.findAllByOrderByName().stream().collect(toMap(Community::id, Community::name));
        return submissions.current(standing, roles.keySet()).stream()
                .filter(sent -> applicants.containsKey(sent.caseNumber()))
                .map(sent -> {
                    String community = applicants.get(sent.caseNumber()).communityId();
                    return standing(sent, roles.get(sent.document()), community, names.get(community));
                })
                .toList();
    }

    private static Map<String, Object> standing(Submission sent, String role, String community, String name) {
        Map<String, Object> standing = new LinkedHashMap<>();
        standing.put("number", sent.caseNumber());
        standing.put("role", role);
        standing.put("community", community);
        standing.put("name", name == null ? sent.answers().get("communityName") : name);
        return standing;
    }
}
