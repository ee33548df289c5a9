package org.peerexchange.impact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programme.PublicList;
import org.peerexchange.programme.Programme.PublicList.Column;
import org.peerexchange.submission.Answer;
import org.peerexchange.submission.SentForms;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public lists of a programme (domain B4): whoever's application is in one of the list's states and, where the list asks
 * for it, consents. Of each it says what the columns name; from what people wrote, names and addresses are taken out.
 */
@Component
@Transactional(readOnly = true)
class PublicLists {

    private final PageLanguage page;
    private final Cases cases;
    private final Parties parties;
    private final Communities communities;
    private final SentForms forms;
    private final Submissions submissions;
    private final PrivateNames names;

    PublicLists(
            PageLanguage page,
            Cases cases,
            Parties parties,
            Communities communities,
            SentForms forms,
            Submissions submissions,
            PrivateNames names) {
        this.page = page;
        this.cases = cases;
        this.parties = parties;
        this.communities = communities;
        this.forms = forms;
        this.submissions = submissions;
        this.names = names;
    }

    /**
     * A list of one cycle.
     *
     * @param wikitext what stands on it; null while nobody does
     */
    record Shown(Case cycle, Programme programme, PublicList list, String wikitext) {}

    /** The lists of a programme that somebody is on, by number of the cycle. */
    public Map<String, List<PublicList>> inhabited(Programme programme) {
        Set<String> states = programme.shownLists().stream()
                .flatMap(list -> list.states().stream())
                .collect(toSet());
        if (states.isEmpty()) {
            return Map.of();
        }
        List<Case> applications = cases.findByProgrammeAndKindAndStateIn(programme.key(), Case.APPLICATION, states);
        Map<String, List<Map<String, Object>>> said = said(applications);
        return applications.stream().collect(groupingBy(Case::cycle)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, ofCycle -> programme.shownLists().stream()
                        .filter(list -> ofCycle.getValue().stream()
                                .anyMatch(one -> list.states().contains(one.state())
                                        && list.isAgreedTo(said.getOrDefault(one.number(), List.of()))))
                        .toList()));
    }

    private Map<String, List<Map<String, Object>>> said(List<Case> applications) {
        return submissions
                .findByCaseNumberInOrderBySentAt(
                        applications.stream().map(Case::number).toList())
                .stream()
                .collect(groupingBy(Submission::caseNumber, mapping(Submission::answers, toList())));
    }

    /** The list with this key of a cycle; empty when its programme has none. */
    public Optional<Shown> of(String cycleNumber, String key) {
        return cases.findById(cycleNumber)
                .filter(cycle -> cycle.kind().equals(Case.CYCLE))
                .flatMap(cycle -> {
                    Programme programme = page.programme(cycle.programme());
                    return programme.shownLists().stream()
                            .filter(list -> list.key().equals(key))
                            .findFirst()
                            .map(list -> new Shown(cycle, programme, list, wikitext(cycle, programme, list)));
                });
    }

    /** Whatever is on the list is read together: the page takes as many questions to the database for one as for all. */
    private String wikitext(Case cycle, Programme programme, PublicList list) {
        List<String> applications =
                cases
                        .findByCycleAndKindAndStateInOrderByNumber(cycle.number(), Case.APPLICATION, list.states())
                        .stream()
                        .map(Case::number)
                        .toList();
        Map<String, List<Submission>> sent = submissions.findByCaseNumberInOrderBySentAt(applications).stream()
                .collect(groupingBy(Submission::caseNumber));
        Writer writer = new Writer(programme, list, applications, names.of(cycle.number()));
        List<String> rows = applications.stream()
                .filter(application -> list.isAgreedTo(sent.getOrDefault(application, List.of()).stream()
                        .map(Submission::answers)
                        .toList()))
                .map(application -> writer.cells(application, sent.getOrDefault(application, List.of())))
                .map(cells -> "|-\n| " + String.join("\n| ", cells) + "\n")
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        String head = list.columns().stream()
                .map(column -> Wikitext.words(column.label()))
                .collect(Collectors.joining(" !! "));
        return rows.isEmpty()
                ? null
                : "{| class=\"wikitable sortable\"\n! %s\n%s|}\n".formatted(head, String.join("", rows));
    }

    /** Writes the rows of a list. */
    private class Writer {

        private final Programme programme;
        private final PublicList list;
        private final Privacy privacy;
        private final Map<String, Object> options;
        private final Map<String, String> communityOf;

        Writer(Programme programme, PublicList list, List<String> applications, Privacy privacy) {
            this.programme = programme;
            this.list = list;
            this.privacy = privacy;
            this.options = new LinkedHashMap<>(programme.listsAsFacts());
            this.options.put(Communities.LIST, communities.asOptions());
            Map<String, String> names = communities.findAllByOrderByName().stream()
                    .collect(Collectors.toMap(Community::id, Community::name));
            this.communityOf = parties.findByCaseNumberIn(applications).stream()
                    .filter(party -> names.containsKey(party.communityId()))
                    .collect(Collectors.toMap(
                            Party::caseNumber, party -> names.get(party.communityId()), (one, other) -> one));
        }

        List<String> cells(String application, List<Submission> sent) {
            Map<String, String> said = new LinkedHashMap<>();
            Optional<Submission> applied =
                    sent.stream().filter(one -> kind(one).isPresent()).reduce((earlier, later) -> later);
            Map<String, Object> answers = applied.map(one -> Answer.inWords(
                            forms.sentIn(one.document(), one.formVersion())
                                    .in(page.words(programme.key()))
                                    .form(),
                            one.answers(),
                            options))
                    .orElse(Map.of());
            said.put(
                    Column.ROLE,
                    applied.flatMap(this::kind)
                            .map(kind -> Wikitext.words(kind.label()))
                            .orElse(""));
            said.put(Column.COMMUNITY, community(application, answers));
            return list.columns().stream()
                    .map(column -> said.computeIfAbsent(column.shows(), field -> {
                        String words = inWords(answers, field);
                        return field.equals(Column.USER_NAME)
                                ? Wikitext.user(words)
                                : Wikitext.words(privacy.keep(words));
                    }))
                    .toList();
        }

        private Optional<Programme.ApplicationKind> kind(Submission sent) {
            return programme.applications().values().stream()
                    .filter(one -> one.form().equals(sent.document()))
                    .findFirst();
        }

        /** A community that the hub does not know yet is called as the application does. */
        private String community(String application, Map<String, Object> answers) {
            return communityOf.containsKey(application)
                    ? Wikitext.words(communityOf.get(application))
                    : Wikitext.words(privacy.keep(inWords(answers, "communityName")));
        }

        private static String inWords(Map<String, Object> answers, String field) {
            return answers.get(field) instanceof String words ? words : "";
        }
    }
}
