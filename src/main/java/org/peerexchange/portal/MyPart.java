package org.peerexchange.portal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerexchange.issuing.IssuedDocument;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.CaseState;
import org.peerexchange.programme.CaseStates;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.GivenNames;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.submission.Asking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what somebody's own page says, and opens what they choose there. */
@Component
class MyPart {

    private final MyCases myCases;
    private final MyDocuments documents;
    private final PageLanguage page;
    private final CaseStates states;
    private final People people;
    private final GivenNames names;
    private final Communities communities;
    private final Outbox outbox;
    private final IssuedDocuments issued;
    private final Asking asking;
    private final Alternatives alternatives;
    private final Standing standing;
    private final PersonalLinks links;
    private final Clock clock;

    MyPart(
            MyCases myCases,
            MyDocuments documents,
            PageLanguage page,
            CaseStates states,
            People people,
            GivenNames names,
            Communities communities,
            Outbox outbox,
            IssuedDocuments issued,
            Asking asking,
            Alternatives alternatives,
            Standing standing,
            PersonalLinks links,
            Clock clock) {
        this.myCases = myCases;
        this.documents = documents;
        this.page = page;
        this.states = states;
        this.people = people;
        this.names = names;
        this.communities = communities;
        this.outbox = outbox;
        this.issued = issued;
        this.asking = asking;
        this.alternatives = alternatives;
        this.standing = standing;
        this.links = links;
        this.clock = clock;
    }

    /** What is read once for all of somebody's cases, each by number of the case. */
    private record Known(
            MyCases.Mine mine,
            Map<String, List<Asking.Turn>> turns,
            Map<String, List<CaseState>> passed,
            Map<String, List<MyPage.Document>> documents,
            Map<String, List<IssuedDocument>> issued,
            Map<String, Set<String>> told) {

        boolean isAsked(Asking.Turn turn) {
            return turn.side() != null && mine.own(turn.caseNumber()).contains(turn.side());
        }
    }

    @Transactional(readOnly = true)
    public MyPage page(Person person) {
        MyCases.Mine mine = myCases.of(person);
        List<String> numbers = mine.numbers();
        List<Asking.Turn> turns = asking.turns(numbers);
        Known known = new Known(
                mine,
                turns.stream().collect(Collectors.groupingBy(Asking.Turn::caseNumber)),
                states.findByCaseNumberInOrderById(numbers).stream()
                        .collect(Collectors.groupingBy(CaseState::caseNumber)),
                documents.of(mine),
                issued.findByPersonIdOrderByIssuedAtAscTitleAsc(person.id()).stream()
                        .collect(Collectors.groupingBy(IssuedDocument::caseNumber)),
                outbox.told(Recipient.person(person.id()), numbers));
        Map<String, Case> byNumber = mine.cases().stream().collect(Collectors.toMap(Case::number, one -> one));
        return new MyPage(
                turns.stream()
                        .filter(known::isAsked)
                        .map(turn -> asked(turn, byNumber.get(turn.caseNumber()), person))
                        .toList(),
                mine.cases().stream().map(subject -> part(subject, known)).toList(),
                mine.cases().stream()
                        .map(Case::programme)
                        .distinct()
                        .map(key -> new MyPage.News(key, page.programme(key).name()))
                        .toList());
    }

    private MyPage.Asked asked(Asking.Turn turn, Case subject, Person person) {
        return new MyPage.Asked(
                turn.id(),
                page.words(subject.programme()).of(turn.task()),
                called(subject),
                turn.due() == null
                        ? null
                        : TimeLeft.until(turn.due(), clock.instant(), person.timeZone(), page.locale()));
    }

    private String called(Case subject) {
        String title = page.words(subject.programme()).of(subject.title());
        return title.isBlank() ? subject.number() : "%s – %s".formatted(subject.number(), title);
    }

    private MyPage.Part part(Case subject, Known known) {
        String number = subject.number();
        Programme programme = page.programme(subject.programme());
        Progress progress = Progress.of(subject, programme, known.passed().getOrDefault(number, List.of()));
        Programme.State state = programme.states().get(subject.state());
        boolean ended = subject.closedAt() != null;
        return new MyPage.Part(
                number,
                page.words(programme.key()).of(subject.title()),
                programme.name(),
                programme.colour(),
                programme.contact(),
                ended,
                state == null ? "" : state.participant(),
                TimeLeft.moment(progress.since(), known.mine().person().timeZone(), page.locale()),
                ended ? null : turn(subject, known),
                next(state, progress, ended),
                progress.steps(),
                standing.of(subject, programme, () -> known.mine().own(number)),
                partner(subject, known),
                known.documents().getOrDefault(number, List.of()),
                known.issued().getOrDefault(number, List.of()),
                alternatives.of(subject),
                lists(subject, programme));
    }

    /** The next step, or what the programme says of a state outside of all steps. */
    private static String next(Programme.State state, Progress progress, boolean ended) {
        if (progress.onItsWay() && !ended) {
            return progress.next();
        }
        return state == null ? null : state.next();
    }

    private String turn(Case subject, Known known) {
        List<Asking.Turn> open = known.turns().getOrDefault(subject.number(), List.of());
        Set<String> whose = new LinkedHashSet<>();
        if (open.stream().anyMatch(known::isAsked)) {
            whose.add(page.say("who.you"));
        }
        if (open.stream()
                .filter(turn -> turn.side() != null && !known.isAsked(turn))
                // Whether somebody else has answered an anonymous form is nobody's to know.
                .anyMatch(turn -> !asking.form(turn.form()).form().isAnonymous())) {
            long others = known.mine().sides().get(subject.number()).stream()
                    .map(Party::personId)
                    .distinct()
                    .count();
            whose.add(page.say(others > 2 ? "who.others" : "who.partner"));
        }
        if (open.stream().anyMatch(turn -> turn.side() == null)) {
            whose.add(page.say("who.hub"));
        }
        return inWords(new ArrayList<>(whose));
    }

    private String inWords(List<String> whose) {
        if (whose.isEmpty()) {
            return page.say("who.nobody");
        }
        int last = whose.size() - 1;
        return last == 0
                ? whose.get(0)
                : page.say("list.and", String.join(", ", whose.subList(0, last)), whose.get(last));
    }

    /** The one whom mails call the partner, with no more than mails have told. */
    private MyPage.Partner partner(Case subject, Known known) {
        Set<String> told = known.told().getOrDefault(subject.number(), Set.of());
        List<Party> sides = known.mine().sides().get(subject.number());
        return sides.stream()
                .filter(party -> party.personId() != null
                        && !party.personId().equals(known.mine().person().id()))
                .findFirst()
                .map(party -> partner(party, sides, told))
                .filter(partner -> partner.name() != null || partner.community() != null || partner.email() != null)
                .orElse(null);
    }

    /** @param sides all sides of the case: who is host may be the mentor, too */
    private MyPage.Partner partner(Party party, List<Party> sides, Set<String> told) {
        Optional<Person> person = people.findById(party.personId());
        boolean community = told.contains("partner.community")
                || sides.stream()
                        .filter(side -> party.personId().equals(side.personId()))
                        .anyMatch(side -> told.contains("facts.%s.community.name".formatted(side.side())));
        return new MyPage.Partner(
                person.filter(one -> told.contains("partner.name"))
                        .map(one -> names.of(one, party.caseNumber()))
                        .orElse(null),
                Optional.ofNullable(party.communityId())
                        .filter(id -> community)
                        .flatMap(communities::findById)
                        .map(Community::name)
                        .orElse(null),
                person.filter(one -> told.contains("partner.email"))
                        .map(Person::email)
                        .orElse(null));
    }

    private static List<MyPage.Listed> lists(Case subject, Programme programme) {
        if (!subject.kind().equals(Case.APPLICATION)) {
            return List.of();
        }
        return programme.shownLists().stream()
                .filter(list -> list.states().contains(subject.state()))
                .map(list -> new MyPage.Listed(
                        list.label(), "/programmes/%s/%s/%s".formatted(programme.key(), subject.cycle(), list.key())))
                .toList();
    }

    /** The path of a fresh link to something asked of this person; empty when it is not asked any more, or of somebody else. */
    Optional<String> open(Person person, String request) {
        MyCases.Mine mine = myCases.of(person);
        return asking.turns(mine.numbers()).stream()
                .filter(turn -> turn.side() != null
                        && turn.id().equals(request)
                        && mine.own(turn.caseNumber()).contains(turn.side()))
                .findFirst()
                .map(turn -> path(person, turn.caseNumber(), PersonalLink.ASK, turn.id()));
    }

    /** The path of a fresh link to something this person may start; empty when they may not, or not any more. */
    Optional<String> start(Person person, String caseNumber, String message) {
        return myCases.of(person).cases().stream()
                .filter(subject -> subject.number().equals(caseNumber))
                .flatMap(subject -> alternatives.of(subject).stream())
                .filter(offer -> offer.message().equals(message))
                .findFirst()
                .map(offer -> path(person, caseNumber, PersonalLink.OFFER, message));
    }

    private String path(Person person, String caseNumber, String purpose, String target) {
        String address = links.mint(person.id(), caseNumber, purpose, target);
        return address.substring(address.lastIndexOf("/p/"));
    }
}
