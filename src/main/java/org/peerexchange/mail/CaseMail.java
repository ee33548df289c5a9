package org.peerexchange.mail;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.peerexchange.language.Translation;
import org.peerexchange.people.AddressChanges;
import org.peerexchange.people.Installation;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Dictionaries;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.GivenNames;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;

/** Who a case's mails go to and what they say of it. */
@Component
class CaseMail implements Recipients, CaseWords {

    /** One side of all cases of a kind in the cycle, or in the one before it, that are in one of some states. */
    private static final Pattern SIDE_IN_CYCLE = Pattern.compile("side:(\\S+) of (\\S+) in (.+?)( of the last cycle)?");

    private final Programmes programmes;
    private final Cases cases;
    private final Parties parties;
    private final People people;
    private final Communities communities;
    private final GivenNames names;
    private final StaffDirectory staff;
    private final AddressChanges changes;
    private final Facts facts;
    private final Installation installation;
    private final PersonalLinks links;
    private final Dictionaries dictionaries;

    CaseMail(
            Programmes programmes,
            Cases cases,
            Parties parties,
            People people,
            Communities communities,
            GivenNames names,
            StaffDirectory staff,
            AddressChanges changes,
            Facts facts,
            Installation installation,
            PersonalLinks links,
            Dictionaries dictionaries) {
        this.programmes = programmes;
        this.cases = cases;
        this.parties = parties;
        this.people = people;
        this.communities = communities;
        this.names = names;
        this.staff = staff;
        this.changes = changes;
        this.facts = facts;
        this.installation = installation;
        this.links = links;
        this.dictionaries = dictionaries;
    }

    @Override
    public List<Recipient> of(String caseNumber, String to) {
        if (to.equals("staff")) {
            return List.of(Recipient.staff(staffGroupOf(programmeOf(caseNumber))));
        }
        if (to.startsWith("staff:")) {
            return List.of(Recipient.staff(to.substring("staff:".length())));
        }
        Matcher inCycle = SIDE_IN_CYCLE.matcher(to);
        if (inCycle.matches()) {
            Case cycle = cases.of(cases.of(caseNumber).cycle());
            String side = inCycle.group(1);
            String kind = inCycle.group(2);
            List<String> states = List.of(inCycle.group(3).split(",\\s*"));
            return persons(
                    inCycle.group(4) == null
                            ? sidesInCycle(cycle, side, kind, states)
                            : sidesOfTheLastCycle(cycle, side, kind, states));
        }
        return switch (to) {
            case "both" -> persons(sides(caseNumber));
            case "everyone" ->
                persons(Stream.of(Case.APPLICATION, Case.PAIR)
                        .flatMap(kind ->
                                cases
                                        .findByCycleAndKindOrderByNumber(
                                                cases.of(caseNumber).cycle(), kind)
                                        .stream())
                        .flatMap(found -> sides(found.number())));
            default -> List.of(Recipient.person(parties.of(caseNumber, to).personId()));
        };
    }

    private Stream<Party> sidesInCycle(Case cycle, String side, String kind, List<String> states) {
        return sides(cases.findByCycleAndKindAndStateInOrderByNumber(cycle.number(), kind, states), side);
    }

    /** Whoever is already in this cycle needs no word about it. */
    private Stream<Party> sidesOfTheLastCycle(Case cycle, String side, String kind, List<String> states) {
        Set<String> here = sides(cases.findByCycleAndKindOrderByNumber(cycle.number(), kind), side)
                .map(Party::personId)
                .collect(toSet());
        return cases.findByProgrammeAndKindOrderByNumber(cycle.programme(), Case.CYCLE).stream()
                .takeWhile(earlier -> !earlier.number().equals(cycle.number()))
                .reduce((earlier, later) -> later)
                .stream()
                .flatMap(last -> sidesInCycle(last, side, kind, states))
                .filter(party -> !here.contains(party.personId()));
    }

    private Stream<Party> sides(List<Case> found, String side) {
        return found.stream().flatMap(one -> sides(one.number())).filter(party -> party.side()
                .equals(side));
    }

    private Stream<Party> sides(String caseNumber) {
        return parties.findByCaseNumberOrderBySide(caseNumber).stream();
    }

    private static List<Recipient> persons(Stream<Party> found) {
        return found.map(Party::personId).distinct().map(Recipient::person).toList();
    }

    @Override
    public Addressee addressee(Recipient recipient, String programme, String caseNumber) {
        Programme home = programmes.of(programme);
        if (recipient.isPerson()) {
            return people.findById(recipient.id())
                    .map(person -> new Addressee(
                            names.of(person, caseNumber),
                            known(person.email()),
                            dictionaries.of(programme, person.locale()).language(),
                            person.timeZone()))
                    .orElseGet(() -> new Addressee("somebody no longer known", List.of(), Locale.ENGLISH, home.zone()));
        }
        if (recipient.isAddress()) {
            return atAddress(recipient, programme);
        }
        List<String> addresses = staff.addressesOf(recipient.id());
        // A group without members must not swallow what staff are told: the programme's mailbox gets it then.
        return new Addressee(
                "colleagues", addresses.isEmpty() ? known(home.contact()) : addresses, Locale.ENGLISH, home.zone());
    }

    /** By no name: who reads mail there is yet to be proven, or is somebody else by now. */
    private Addressee atAddress(Recipient recipient, String programme) {
        AddressChanges.Change change =
                changes.find(UUID.fromString(recipient.id())).orElseThrow();
        Person person = people.of(change.personId());
        String address = recipient.kind() == Recipient.Kind.NEW_ADDRESS ? change.address() : change.former();
        return new Addressee(
                address,
                known(address),
                dictionaries.of(programme, person.locale()).language(),
                person.timeZone());
    }

    private static List<String> known(String address) {
        return address == null || address.isBlank() ? List.of() : List.of(address);
    }

    @Override
    public Recipient correct(Recipient person, String programme, String address) {
        if (person.isAddress()) {
            // Where somebody wants to be reached is theirs to correct, on their own page.
            return person;
        }
        if (!person.isPerson()) {
            throw new IllegalArgumentException(
                    "The addresses of %s are corrected in the accounts of its members.".formatted(person.id()));
        }
        Person found = people.of(person.id());
        Person known = people.withEmail(address).orElse(found);
        if (known.id().equals(found.id())) {
            found.correctEmail(address);
            people.save(found);
        } else {
            takesOver(known, found, programme);
        }
        links.endOwnPages(found.id());
        return Recipient.person(known.id());
    }

    private void takesOver(Person known, Person wrong, String programme) {
        Set<String> ownCases = parties.findByPersonId(known.id()).stream()
                .map(Party::caseNumber)
                .collect(toSet());
        parties.findByPersonId(wrong.id()).stream()
                .filter(party -> !ownCases.contains(party.caseNumber()))
                .filter(party -> {
                    Case subject = cases.of(party.caseNumber());
                    return subject.closedAt() == null && subject.programme().equals(programme);
                })
                .forEach(party -> parties.save(party.by(known.id())));
    }

    @Override
    public String programmeOf(String caseNumber) {
        return cases.of(caseNumber).programme();
    }

    @Override
    public String staffGroupOf(String programme) {
        return programmes.of(programme).staffGroup();
    }

    @Override
    public Map<String, Object> about(String caseNumber, Recipient reader, Locale language) {
        Case subject = cases.of(caseNumber);
        Translation words = dictionaries.of(subject.programme(), language);
        Programme programme = programmes.of(subject.programme()).in(words);
        Programme.State state = programme.state(subject.state());
        Map<String, Object> about = new LinkedHashMap<>();
        about.put(
                "case",
                Map.of(
                        "number", subject.number(),
                        "title", reader.isAddress() ? programme.name() : words.of(subject.title()),
                        "state", reader.isPerson() ? state.participant() : state.staff()));
        about.put(
                "programme",
                Map.of(
                        "name", programme.name(),
                        "contact", programme.contact(),
                        "colour", programme.colour(),
                        "zoneName", programme.zoneName(words.language()),
                        "applyAt", installation.address() + "/apply"));
        if (reader.isAddress()) {
            return about;
        }
        Map<String, Object> known = facts.of(caseNumber, language);
        about.put("facts", known);
        about.put("justSent", justSent(known, reader));
        if (reader.isPerson()) {
            sides(caseNumber)
                    .filter(party -> !party.personId().equals(reader.id()))
                    .findFirst()
                    .ifPresent(party -> about.put("partner", partner(party, programme, known, words.language())));
        }
        return about;
    }

    /** The document that came in last, if the reader sent it. */
    private static Map<String, Object> justSent(Map<String, Object> known, Recipient reader) {
        return reader.id().equals(Facts.at(known, "lastSent.by"))
                ? Map.of((String) Facts.at(known, "lastSent.document"), true)
                : Map.of();
    }

    private Map<String, Object> partner(Party party, Programme programme, Map<String, Object> known, Locale language) {
        String community = party.communityId() == null
                ? ""
                : communities.findById(party.communityId()).map(Community::name).orElse("");
        Person person = people.of(party.personId());
        Programme.ApplicationKind kind = programme.applications().get(party.side());
        Map<String, Object> partner = new LinkedHashMap<>();
        partner.put("name", names.of(person, party.caseNumber()));
        partner.put("publicName", Facts.at(known, party.side() + ".publicName"));
        partner.put("role", kind == null ? party.side() : kind.label().toLowerCase(language));
        partner.put("email", person.email());
        partner.put("community", community);
        return partner;
    }
}
