package org.peerexchange.impact;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programme.PublicList;
import org.peerexchange.programme.Programme.PublicList.Column;
import org.peerexchange.programme.Programmes;
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

    private static final String YES = "yes";

    private final Programmes programmes;
    private final Cases cases;
    private final Parties parties;
    private final Communities communities;
    private final Facts facts;
    private final Submissions submissions;
    private final PrivateNames names;

    PublicLists(
            Programmes programmes,
            Cases cases,
            Parties parties,
            Communities communities,
            Facts facts,
            Submissions submissions,
            PrivateNames names) {
        this.programmes = programmes;
        this.cases = cases;
        this.parties = parties;
        this.communities = communities;
        this.facts = facts;
        this.submissions = submissions;
        this.names = names;
    }

    /** A list of one cycle. */
    record Shown(Case cycle, Programme programme, PublicList list, String wikitext) {}

    /** The list with this key of a cycle; empty when its programme has none. */
    public Optional<Shown> of(String cycleNumber, String key) {
        return cases.findById(cycleNumber)
                .filter(cycle -> cycle.kind().equals(Case.CYCLE))
                .flatMap(cycle -> {
                    Programme programme = programmes.of(cycle.programme());
                    return programme.shownLists().stream()
                            .filter(list -> list.key().equals(key))
                            .findFirst()
                            .map(list -> new Shown(cycle, programme, list, wikitext(cycle, programme, list)));
                });
    }

    private String wikitext(Case cycle, Programme programme, PublicList list) {
        Privacy privacy = names.of(cycle.number());
        List<String> rows =
                cases
                        .findByCycleAndKindAndStateInOrderByNumber(cycle.number(), Case.APPLICATION, list.states())
                        .stream()
                        .filter(application -> consents(application, list))
                        .map(application -> cells(application, programme, list, privacy))
                        .map(cells -> "|-\n| " + String.join("\n| ", cells) + "\n")
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList();
        String head = list.columns().stream()
                .map(column -> Wikitext.words(column.label()))
                .collect(Collectors.joining(" !! "));
        return rows.isEmpty()
                ? "Nobody is on this list yet.\n"
                : "{| class=\"wikitable sortable\"\n! %s\n%s|}\n".formatted(head, String.join("", rows));
    }

    /** The newest answer counts, in whatever form it was given: people may change their mind. */
    private boolean consents(Case application, PublicList list) {
        return list.consent() == null
                || submissions.findByCaseNumberOrderBySentAt(application.number()).stream()
                        .map(Submission::answers)
                        .filter(answers -> answers.containsKey(list.consent()))
                        .map(answers -> answers.get(list.consent()))
                        .reduce((earlier, later) -> later)
                        .filter(YES::equals)
                        .isPresent();
    }

    private List<String> cells(Case application, Programme programme, PublicList list, Privacy privacy) {
        Map<String, Object> known = facts.of(application.number());
        Programme.ApplicationKind kind = programme.applications().values().stream()
                .filter(one -> known.containsKey(Names.camelCase(one.form())))
                .findFirst()
                .orElse(null);
        Map<String, String> said = new LinkedHashMap<>();
        said.put(Column.ROLE, kind == null ? "" : Wikitext.words(kind.label()));
        String answers = kind == null ? "" : Names.camelCase(kind.form()) + ".inWords.";
        said.put(Column.COMMUNITY, community(application, Facts.at(known, answers + "communityName"), privacy));
        return list.columns().stream()
                .map(column -> said.computeIfAbsent(column.shows(), field -> {
                    String words = inWords(Facts.at(known, answers + field));
                    return field.equals(Column.USER_NAME) ? Wikitext.user(words) : Wikitext.words(privacy.keep(words));
                }))
                .toList();
    }

    /** A community that the hub does not know yet is called as the application does. */
    private String community(Case application, Object named, Privacy privacy) {
        return parties.findByCaseNumberOrderBySide(application.number()).stream()
                .map(Party::communityId)
                .flatMap(id -> Optional.ofNullable(id).flatMap(communities::findById).stream())
                .map(Community::name)
                .findFirst()
                .map(Wikitext::words)
                .orElseGet(() -> Wikitext.words(privacy.keep(inWords(named))));
    }

    private static String inWords(Object answer) {
        return answer instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : answer == null ? "" : answer.toString();
    }
}
