package org.peerexchange.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.issuing.IssuedDocument;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.mail.Unsubscribing;
import org.peerexchange.people.AddressChanges;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.people.WikimediaAccounts;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.CommunityFacts;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.FilesOfPerson;
import org.peerexchange.submission.Signature;
import org.peerexchange.submission.Signatures;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is held about somebody, for themselves. What others sent, and what those who run the programme wrote for
 * each other, is not theirs; nor does anything here lead to what was answered anonymously, not even that it was.
 */
@Component
class MyData {

    private final Parties parties;
    private final Cases cases;
    private final Programmes programmes;
    private final People people;
    private final Communities communities;
    private final CommunityFacts facts;
    private final Submissions submissions;
    private final Signatures signatures;
    private final FilesOfPerson files;
    private final IssuedDocuments issued;
    private final Asking asking;
    private final Drafts drafts;
    private final Outbox outbox;
    private final PersonalLinks links;
    private final Unsubscribing unsubscribing;
    private final AddressChanges changes;
    private final PageLanguage page;
    private final WikimediaAccounts accounts;
    private final Clock clock;

    MyData(
            Parties parties,
            Cases cases,
            Programmes programmes,
            People people,
            Communities communities,
            CommunityFacts facts,
            Submissions submissions,
            Signatures signatures,
            FilesOfPerson files,
            IssuedDocuments issued,
            Asking asking,
            Drafts drafts,
            Outbox outbox,
            PersonalLinks links,
            Unsubscribing unsubscribing,
            AddressChanges changes,
            PageLanguage page,
            WikimediaAccounts accounts,
            Clock clock) {
        this.parties = parties;
        this.cases = cases;
        this.programmes = programmes;
        this.people = people;
        this.communities = communities;
        this.facts = facts;
        this.submissions = submissions;
        this.signatures = signatures;
        this.files = files;
        this.issued = issued;
        this.asking = asking;
        this.drafts = drafts;
        this.outbox = outbox;
        this.links = links;
        this.unsubscribing = unsubscribing;
        this.changes = changes;
        this.page = page;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * What is held.
     *
     * @param data in words, numbers, lists and maps
     * @param paths where each file that was uploaded is put, by its id
     * @param issued where each document that was issued is put, by its id
     */
    record Held(Map<String, Object> data, Map<UUID, String> paths, Map<UUID, String> issued) {}

    @Transactional(readOnly = true)
    public Held of(Person person) {
        return new Gathering(person).all();
    }

    /** What is read once for all parts of the answer. */
    private final class Gathering {

        private final Person person;
        private final List<Party> sides;
        private final Map<String, Case> byNumber;
        private final List<Submission> sent;
        private final List<Asking.Turn> requests;
        private final OthersLeftOut others;

        Gathering(Person person) {
            this.person = person;
            this.sides = parties.findByPersonId(person.id());
            List<String> numbers =
                    sides.stream().map(Party::caseNumber).distinct().sorted().toList();
            this.byNumber = cases.findByNumberInOrderByOpenedAtDescNumberDesc(numbers).stream()
                    .collect(Collectors.toMap(Case::number, one -> one, (one, same) -> one, LinkedHashMap::new));
            this.sent = submissions.findByAuthorKindAndAuthorOrderBySentAt("person", person.id());
            this.requests = requests(numbers);
            this.others = others(numbers);
        }

        private List<Asking.Turn> requests(List<String> numbers) {
            Set<List<String>> own = sides.stream()
                    .map(party -> List.of(party.caseNumber(), party.side()))
                    .collect(Collectors.toSet());
            return asking.turns(numbers).stream()
                    .filter(turn -> turn.side() != null && own.contains(List.of(turn.caseNumber(), turn.side())))
                    .filter(turn -> !asking.form(turn.form()).form().isAnonymous())
                    .toList();
        }

        /** Whoever else takes part or took part in a case: their sides may have been taken over since. */
        private OthersLeftOut others(List<String> numbers) {
            List<Submission> all = numbers.isEmpty() ? List.of() : submissions.findByCaseNumberInOrderBySentAt(numbers);
            List<Submission> theirs = all.stream()
                    .filter(one ->
                            one.authorKind().equals("person") && !one.author().equals(person.id()))
                    .toList();
            List<Party> otherSides = parties.findByCaseNumberIn(numbers).stream()
                    .filter(party -> !party.personId().equals(person.id()))
                    .toList();
            Set<String> ids = Stream.of(
                            theirs.stream().map(Submission::author),
                            otherSides.stream().map(Party::personId),
                            outbox.personsWrittenTo(numbers).stream())
                    .flatMap(found -> found)
                    .filter(id -> !id.equals(person.id()))
                    .collect(Collectors.toSet());
            Set<String> ownNames = Stream.concat(
                            Stream.of(person.name()), sides.stream().map(Party::name))
                    .collect(Collectors.toSet());
            List<String> names = Stream.concat(
                            people.findByIdIn(ids).stream().map(Person::name),
                            parties.findByPersonIdIn(ids).stream().map(Party::name))
                    .filter(Objects::nonNull)
                    .filter(name -> !ownNames.contains(name))
                    .toList();
            Set<String> ownWords =
                    sent.stream().flatMap(one -> words(one.answers().values())).collect(Collectors.toSet());
            return new OthersLeftOut(
                    names,
                    Stream.of(
                                    Stream.of(person.email()),
                                    changes.ofPerson(person.id()).stream().map(AddressChanges.Change::former),
                                    programmes.all().stream().map(Programme::contact))
                            .flatMap(found -> found)
                            .filter(Objects::nonNull)
                            .toList(),
                    theirs.stream()
                            .flatMap(one -> words(one.answers().values()))
                            .filter(said -> !ownWords.contains(said))
                            .toList());
        }

        Held all() {
            Map<UUID, String> paths = new LinkedHashMap<>();
            Map<UUID, String> papers = new LinkedHashMap<>();
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("about", page.say("my-data.about"));
            data.put("madeAt", clock.instant());
            data.put("person", person());
            data.put("cases", byNumber.values().stream().map(this::one).toList());
            data.put("sent", sent.stream().map(this::version).toList());
            data.put("signatures", signed());
            data.put("drafts", drafted());
            data.put("files", files(paths));
            data.put("documentsIssued", papers(papers));
            data.put("mails", mails());
            data.put("personalLinks", links());
            data.put("factsAboutYourCommunities", facts());
            data.put("publicLists", publicLists());
            data.put("noNewsFrom", noNews());
            data.put("addressChanges", addressChanges());
            data.put("wikimediaAccount", wikimediaAccount());
            return new Held(data, paths, papers);
        }

        private Map<String, Object> person() {
            return entry(
                    "name", person.name(),
                    "email", person.email(),
                    "username", person.username(),
                    "language", person.locale().toLanguageTag(),
                    "timeZone", person.timeZone().getId());
        }

        private Map<String, Object> one(Case subject) {
            return entry(
                    "number",
                    subject.number(),
                    "programme",
                    subject.programme(),
                    "kind",
                    subject.kind(),
                    "title",
                    others.of(subject.title()),
                    "state",
                    subject.state(),
                    "openedAt",
                    subject.openedAt(),
                    "closedAt",
                    subject.closedAt(),
                    "yourSides",
                    sides.stream()
                            .filter(party -> party.caseNumber().equals(subject.number()))
                            .map(party -> entry(
                                    "side", party.side(),
                                    "calledHere", party.name(),
                                    "community", community(party.communityId()),
                                    "cameFrom", party.application()))
                            .toList());
        }

        private String community(String id) {
            return id == null
                    ? null
                    : communities.findById(id).map(Community::name).orElse(null);
        }

        private Map<String, Object> version(Submission one) {
            return entry(
                    "case", one.caseNumber(),
                    "document", one.document(),
                    "version", one.version(),
                    "sentAs", one.side(),
                    "sentAt", one.sentAt(),
                    "answers", one.answers(),
                    "sha256", one.sha256());
        }

        private List<Map<String, Object>> signed() {
            List<Map<String, Object>> signed = new ArrayList<>();
            for (Signature one : signatures.findByAuthorOrderBySignedAt(person.id())) {
                submissions
                        .findById(one.submissionId())
                        .ifPresent(under -> signed.add(entry(
                                "case", under.caseNumber(),
                                "document", under.document(),
                                "version", under.version(),
                                "signedAs", one.side(),
                                "signedAt", one.signedAt())));
            }
            return signed;
        }

        /** What was typed and not sent, in answer to what is asked and in what may be started unasked. */
        private List<Map<String, Object>> drafted() {
            List<Map<String, Object>> drafted = new ArrayList<>();
            for (Asking.Turn request : requests) {
                drafts.of(Visit.draftOfRequest(request.id()))
                        .ifPresent(draft -> drafted.add(entry(
                                "case", request.caseNumber(), "form", request.form(), "answers", draft.answers())));
            }
            for (Case subject : byNumber.values()) {
                for (Programme.Offer offer : programmes
                        .find(subject.programme())
                        .map(Programme::offers)
                        .orElse(List.of())) {
                    drafts.of(Visit.draftOfOffer(offer.message(), subject.number(), person.id()))
                            .ifPresent(draft -> drafted.add(entry(
                                    "case", subject.number(), "form", offer.label(), "answers", draft.answers())));
                }
            }
            return drafted;
        }

        private List<Map<String, Object>> files(Map<UUID, String> paths) {
            List<Map<String, Object>> list = new ArrayList<>();
            for (FilesOfPerson.Own file :
                    files.of(person.id(), requests.stream().map(Asking.Turn::id).toList())) {
                String path = SafeName.path(
                        "files",
                        file.caseNumber(),
                        file.document() == null ? "not-sent" : file.document() + "-" + file.version(),
                        "%d-%s".formatted(list.size() + 1, file.name()));
                paths.put(file.id(), path);
                list.add(entry(
                        "path", path,
                        "calledByYou", file.name(),
                        "case", file.caseNumber(),
                        "document", file.document(),
                        "version", file.document() == null ? null : file.version(),
                        "type", file.contentType(),
                        "bytes", file.size(),
                        "uploadedAt", file.uploadedAt(),
                        "sha256", file.sha256()));
            }
            return list;
        }

        private List<Map<String, Object>> papers(Map<UUID, String> paths) {
            List<Map<String, Object>> list = new ArrayList<>();
            for (IssuedDocument paper : issued.findByPersonIdOrderByIssuedAtAscTitleAsc(person.id())) {
                String path = SafeName.path("issued", "%d-%s".formatted(list.size() + 1, paper.fileName()));
                paths.put(paper.id(), path);
                list.add(entry(
                        "path", path,
                        "case", paper.caseNumber(),
                        "title", paper.title(),
                        "issuedAt", paper.issuedAt()));
            }
            return list;
        }

        private List<Map<String, Object>> mails() {
            List<Recipient> readers = new ArrayList<>(List.of(Recipient.person(person.id())));
            changes.ofPerson(person.id()).forEach(change -> {
                readers.add(Recipient.newAddress(change.id()));
                readers.add(Recipient.formerAddress(change.id()));
            });
            return outbox.sentTo(readers).stream()
                    .map(mail -> entry(
                            "case", mail.caseNumber(),
                            "sentAt", mail.sentAt(),
                            "subject", others.of(mail.subject()),
                            "text", others.of(mail.text())))
                    .toList();
        }

        /** That they exist: what they begin with is secret, and not kept. */
        private List<Map<String, Object>> links() {
            return links.of(person.id()).stream()
                    .map(link -> entry(
                            "for", link.purpose(),
                            "case", link.caseNumber(),
                            "madeAt", link.mintedAt(),
                            "worksUntil", link.expiresAt(),
                            "usedAt", link.usedAt()))
                    .toList();
        }

        /** Without who recorded them and what they noted as the source, which may name others. */
        private List<Map<String, Object>> facts() {
            return sides.stream()
                    .map(Party::communityId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .flatMap(id -> facts.findByCommunityIdOrderBySinceDescIdDesc(id).stream()
                            .map(fact -> entry(
                                    "community", community(id),
                                    "kind", fact.kind(),
                                    "value", fact.value(),
                                    "since", fact.since(),
                                    "until", fact.until())))
                    .toList();
        }

        private List<Map<String, Object>> publicLists() {
            List<Map<String, Object>> lists = new ArrayList<>();
            for (Case subject : byNumber.values()) {
                if (!subject.kind().equals(Case.APPLICATION)) {
                    continue;
                }
                List<Map<String, Object>> said = submissions.findByCaseNumberOrderBySentAt(subject.number()).stream()
                        .map(Submission::answers)
                        .toList();
                programmes
                        .find(subject.programme())
                        .map(Programme::shownLists)
                        .orElse(List.of())
                        .forEach(list -> lists.add(entry(
                                "case",
                                subject.number(),
                                "list",
                                list.label(),
                                "youAreAsked",
                                list.consent() != null,
                                "youAgreed",
                                list.consent() == null ? null : list.isAgreedTo(said))));
            }
            return lists;
        }

        private List<Map<String, Object>> addressChanges() {
            return changes.ofPerson(person.id()).stream()
                    .map(change -> entry(
                            "askedAt", change.askedAt(),
                            "address", change.address(),
                            "before", change.former(),
                            "outcome", change.outcome()))
                    .toList();
        }

        /** Null where none is linked. */
        private Map<String, Object> wikimediaAccount() {
            return accounts.ofPerson(person.id())
                    .map(linked -> entry(
                            "number", linked.account().sub(),
                            "username", linked.account().username(),
                            "linkedAt", linked.linkedAt()))
                    .orElse(null);
        }

        private List<Map<String, Object>> noNews() {
            Map<String, Instant> since = unsubscribing.since(person.id());
            return since.entrySet().stream()
                    .map(one -> entry("programme", one.getKey(), "since", one.getValue()))
                    .toList();
        }
    }

    /** Every text in some answers, however deep. */
    private static Stream<String> words(Collection<?> answers) {
        return answers.stream().flatMap(answer -> {
            if (answer instanceof String said) {
                return Stream.of(said);
            }
            if (answer instanceof Map<?, ?> row) {
                return words(row.values());
            }
            return answer instanceof Collection<?> several ? words(several) : Stream.<String>empty();
        });
    }

    private static Map<String, Object> entry(Object... namesAndValues) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entry.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return entry;
    }
}
