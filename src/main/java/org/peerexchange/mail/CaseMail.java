package org.peerexchange.mail;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;

/** Who a case's mails go to and what they say of it. */
@Component
class CaseMail implements Recipients, CaseWords {

    private final Programmes programmes;
    private final Cases cases;
    private final Parties parties;
    private final People people;
    private final Communities communities;
    private final StaffDirectory staff;
    private final Facts facts;

    CaseMail(
            Programmes programmes,
            Cases cases,
            Parties parties,
            People people,
            Communities communities,
            StaffDirectory staff,
            Facts facts) {
        this.programmes = programmes;
        this.cases = cases;
        this.parties = parties;
        this.people = people;
        this.communities = communities;
        this.staff = staff;
        this.facts = facts;
    }

    @Override
    public List<Recipient> of(String caseNumber, String to) {
        if (to.equals("staff")) {
            return List.of(Recipient.staff(staffGroupOf(programmeOf(caseNumber))));
        }
        if (to.startsWith("staff:")) {
            return List.of(Recipient.staff(to.substring("staff:".length())));
        }
        return switch (to) {
            case "both" -> persons(sides(caseNumber));
            case "everyone" ->
                persons(Stream.of(Case.APPLICATION, Case.PAIR)
                        .flatMap(kind -> cases.findByCycleAndKindOrderByNumber(caseNumber, kind).stream())
                        .flatMap(found -> sides(found.number())));
            default -> List.of(Recipient.person(parties.of(caseNumber, to).personId()));
        };
    }

    private Stream<Party> sides(String caseNumber) {
        return parties.findByCaseNumberOrderBySide(caseNumber).stream();
    }

    private static List<Recipient> persons(Stream<Party> found) {
        return found.map(Party::personId).distinct().map(Recipient::person).toList();
    }

    @Override
    public Addressee addressee(Recipient recipient, String programme) {
        if (recipient.isPerson()) {
            Person person = people.of(recipient.id());
            return new Addressee(person.name(), List.of(person.email()), person.locale(), person.timeZone());
        }
        ZoneId zone = programmes.of(programme).zone();
        return new Addressee("colleagues", staff.addressesOf(recipient.id()), Locale.ENGLISH, zone);
    }

    @Override
    public void correct(Recipient person, String address) {
        Person found = people.of(person.id());
        found.correctEmail(address);
        people.save(found);
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
    public Map<String, Object> facts(String caseNumber) {
        return facts.of(caseNumber);
    }

    @Override
    public Map<String, Object> about(String caseNumber, Recipient reader) {
        Case subject = cases.of(caseNumber);
        Programme programme = programmes.of(subject.programme());
        Programme.State state = programme.state(subject.state());
        Map<String, Object> about = new LinkedHashMap<>();
        about.put(
                "case",
                Map.of(
                        "number", subject.number(),
                        "title", subject.title(),
                        "state", reader.isPerson() ? state.participant() : state.staff()));
        about.put("programme", Map.of("name", programme.name(), "contact", programme.contact()));
        about.put("facts", facts.of(caseNumber));
        if (reader.isPerson()) {
            sides(caseNumber)
                    .filter(party -> !party.personId().equals(reader.id()))
                    .findFirst()
                    .ifPresent(party -> about.put("partner", partner(party)));
        }
        return about;
    }

    private Map<String, Object> partner(Party party) {
        String community = party.communityId() == null
                ? ""
                : communities.findById(party.communityId()).map(Community::name).orElse("");
        Person person = people.of(party.personId());
        return Map.of("name", person.name(), "email", person.email(), "community", community);
    }
}
