package org.peerexchange.portal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.language.Languages;
import org.peerexchange.mail.MailRequest;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.people.AddressChanges;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.GivenNames;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people correct about themselves. A new mail address holds once it is confirmed from there; all else at once. */
@Component
@Transactional
class MyDetails {

    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String USERNAME = "username";
    static final String LANGUAGE = "language";
    static final String ZONE = "timeZone";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+");
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NAME = 200;

    private final MyCases myCases;
    private final Cases cases;
    private final Parties parties;
    private final People people;
    private final Programmes programmes;
    private final GivenNames names;
    private final AddressChanges changes;
    private final Outbox outbox;
    private final Languages spoken;
    private final PageLanguage page;

    MyDetails(
            MyCases myCases,
            Cases cases,
            Parties parties,
            People people,
            Programmes programmes,
            GivenNames names,
            AddressChanges changes,
            Outbox outbox,
            Languages spoken,
            PageLanguage page) {
        this.myCases = myCases;
        this.cases = cases;
        this.parties = parties;
        this.people = people;
        this.programmes = programmes;
        this.names = names;
        this.changes = changes;
        this.outbox = outbox;
        this.spoken = spoken;
        this.page = page;
    }

    /** What is known now, as the form shows it. */
    @Transactional(readOnly = true)
    public Map<String, String> of(Person person) {
        return Map.of(
                NAME, calledNow(person),
                EMAIL, person.email(),
                USERNAME, person.username(),
                LANGUAGE, person.locale().toLanguageTag(),
                ZONE, person.timeZone().getId());
    }

    private String calledNow(Person person) {
        return newest(person).map(subject -> names.of(person, subject.number())).orElse(person.name());
    }

    private Optional<Case> newest(Person person) {
        return myCases.of(person).cases().stream().findFirst();
    }

    /** The languages to choose from: those of the pages and of the programmes here, and the one that holds now. */
    public List<Programme.Option> languages(Person person) {
        return Stream.of(
                        Stream.of(person.locale()),
                        spoken.all().stream(),
                        programmes.all().stream()
                                .flatMap(programme -> programme.languages().stream())
                                .map(Locale::forLanguageTag))
                .flatMap(languages -> languages)
                .distinct()
                .map(language -> new Programme.Option(language.toLanguageTag(), Languages.nativeName(language)))
                .toList();
    }

    public Collection<String> zones(Person person) {
        TreeSet<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone ->
                        zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .collect(Collectors.toCollection(TreeSet::new));
        zones.add(person.timeZone().getId());
        return zones;
    }

    /** The address that waits to be confirmed; empty when none does. */
    @Transactional(readOnly = true)
    public Optional<String> waiting(Person person) {
        return changes.openOf(person.id()).map(AddressChanges.Change::address);
    }

    /** What is wrong with what was typed, a sentence for each field; nothing when all can be taken. */
    @Transactional(readOnly = true)
    public Map<String, String> wrong(Person person, Map<String, String> typed) {
        Map<String, String> wrong = new LinkedHashMap<>();
        String name = typed.get(NAME);
        if (name.isEmpty() || name.length() > LONGEST_NAME || hasControls(name)) {
            wrong.put(NAME, page.say("my-details.name.wrong", LONGEST_NAME));
        }
        String address = typed.get(EMAIL);
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
            wrong.put(EMAIL, page.say("my-details.email.wrong"));
        } else if (isNew(person, address) && newest(person).isEmpty()) {
            wrong.put(EMAIL, page.say("my-details.email.over"));
        } else if (isNew(person, address) && changes.isAskedTooOften(person.id())) {
            wrong.put(EMAIL, page.say("my-details.email.too-often"));
        }
        if (typed.get(USERNAME).length() > LONGEST_NAME || hasControls(typed.get(USERNAME))) {
            wrong.put(USERNAME, page.say("my-details.username.wrong", LONGEST_NAME));
        }
        if (!zones(person).contains(typed.get(ZONE))) {
            wrong.put(ZONE, page.say("my-details.time-zone.wrong"));
        }
        if (languages(person).stream().noneMatch(one -> one.value().equals(typed.get(LANGUAGE)))) {
            wrong.put(LANGUAGE, page.say("my-details.language.wrong"));
        }
        return wrong;
    }

    private static boolean hasControls(String words) {
        return words.codePoints().anyMatch(Character::isISOControl);
    }

    private static boolean isNew(Person person, String address) {
        return !address.equalsIgnoreCase(person.email());
    }

    /**
     * Takes what was typed and found right.
     *
     * @return whether a mail goes to a new address, which waits to be confirmed there
     */
    public boolean correct(Person person, Map<String, String> typed) {
        if (!typed.get(NAME).equals(calledNow(person))) {
            rename(person, typed.get(NAME));
        }
        person.correct(
                typed.get(NAME),
                typed.get(USERNAME),
                Locale.forLanguageTag(typed.get(LANGUAGE)),
                ZoneId.of(typed.get(ZONE)));
        people.save(person);
        if (!isNew(person, typed.get(EMAIL))) {
            return false;
        }
        Case about = newest(person).orElseThrow();
        UUID change = changes.ask(person.id(), about.number(), typed.get(EMAIL));
        outbox.add(new MailRequest(
                about.programme(),
                about.number(),
                "address-confirm:" + change,
                "address-confirm",
                Recipient.newAddress(change),
                new MailRequest.Link(PersonalLink.ADDRESS, change.toString()),
                Map.of()));
        return true;
    }

    /** From now on somebody's mails come in this language; nothing else about them changes. */
    public void reads(String personId, Locale language) {
        Person person = people.of(personId);
        person.reads(language);
        people.save(person);
    }

    /** In what goes on; what is over keeps the name it was done under, since a mailbox may have passed to somebody else. */
    private void rename(Person person, String name) {
        parties.findByPersonId(person.id()).stream()
                .filter(party -> party.name() != null && goesOn(cases.of(party.caseNumber())))
                .forEach(party -> parties.save(party.called(name)));
    }

    private boolean goesOn(Case subject) {
        return subject.closedAt() == null
                || subject.cycle() != null && cases.of(subject.cycle()).closedAt() == null;
    }

    /**
     * Somebody who reads mail at a new address confirms it: the one before is told, and a fresh link to their page goes to the new
     * one. If another person is known by it, the hub is asked instead.
     */
    public AddressChanges.Change confirm(UUID id) {
        boolean wasOpen = changes.find(id).orElseThrow().outcome() == null;
        AddressChanges.Change change = changes.confirm(id);
        if (wasOpen && change.outcome() == AddressChanges.Outcome.CONFIRMED) {
            mail(change, "address-changed", Recipient.formerAddress(id), null, Map.of());
            mail(change, "my-page", Recipient.person(change.personId()), MailRequest.Link.MY, Map.of());
        } else if (wasOpen && change.outcome() == AddressChanges.Outcome.KNOWN) {
            Programme programme = programmes.of(cases.of(change.caseNumber()).programme());
            mail(
                    change,
                    "address-known",
                    Recipient.staff(programme.staffGroup()),
                    null,
                    other(change, programme.key()));
        }
        return change;
    }

    /** The newest case of who is known by the address, if it is one that these staff see. */
    private Map<String, String> other(AddressChanges.Change change, String programme) {
        Map<String, String> given = new HashMap<>();
        people.withEmail(change.address()).stream()
                .flatMap(known -> myCases.of(known).cases().stream())
                .filter(subject -> subject.programme().equals(programme))
                .findFirst()
                .ifPresent(subject -> given.put("other", subject.number()));
        return given;
    }

    private void mail(
            AddressChanges.Change change, String text, Recipient to, MailRequest.Link link, Map<String, String> given) {
        outbox.add(new MailRequest(
                cases.of(change.caseNumber()).programme(),
                change.caseNumber(),
                text + ":" + change.id(),
                text,
                to,
                link,
                given));
    }
}
