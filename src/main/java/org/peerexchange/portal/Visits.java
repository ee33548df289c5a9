package org.peerexchange.portal;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.people.WikimediaAccounts;
import org.peerexchange.people.WikimediaSession;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.GivenNames;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Opens personal links. That changes nothing, however often it happens and whoever does it. */
@Component
class Visits {

    private final PersonalLinks links;
    private final People people;
    private final Cases cases;
    private final Programmes programmes;
    private final GivenNames names;
    private final PageLanguage page;
    private final Clock clock;
    private final WikimediaSession session;
    private final WikimediaAccounts accounts;

    Visits(
            PersonalLinks links,
            People people,
            Cases cases,
            Programmes programmes,
            GivenNames names,
            PageLanguage page,
            Clock clock,
            WikimediaSession session,
            WikimediaAccounts accounts) {
        this.links = links;
        this.people = people;
        this.cases = cases;
        this.programmes = programmes;
        this.names = names;
        this.page = page;
        this.clock = clock;
        this.session = session;
        this.accounts = accounts;
    }

    /** Stands in addresses where the token would, for whoever has signed in with Wikimedia. */
    static final String SIGNED_IN = "signed-in";

    /** Nobody is signed in any more, or with an account that opens nothing. */
    static class SignedOut extends DeadLink {
        SignedOut() {
            super(HttpStatus.UNAUTHORIZED, "dead-link.signed-out");
        }
    }

    /** A link that leads nowhere, or nowhere any more. */
    static class DeadLink extends Refusal {

        /** @param sentence its name */
        DeadLink(HttpStatus status, String sentence) {
            super(status, sentence);
        }
    }

    /**
     * The visit behind a token; the link may have been used.
     *
     * @throws DeadLink 404 when there never was such a link, 410 when it has expired or its programme is gone
     */
    Visit open(String token) {
        PersonalLink link = link(token, Set.of(PersonalLink.ASK, PersonalLink.OFFER, PersonalLink.DOCUMENT));
        Case subject = cases.of(link.caseNumber());
        Programme programme = programmes
                .find(subject.programme())
                .map(page::of)
                .orElseThrow(() -> new DeadLink(HttpStatus.GONE, "dead-link.no-programme"));
        Person person = people.of(link.personId());
        return new Visit(token, link, person, names.of(person, subject.number()), subject, programme);
    }

    /**
     * Whose own page a token opens.
     *
     * @param token one of a link, or {@link #SIGNED_IN}
     * @throws DeadLink as {@link #open}; {@link SignedOut} where nobody is signed in
     */
    Person owner(String token) {
        if (token.equals(SIGNED_IN)) {
            return signedIn().orElseThrow(SignedOut::new);
        }
        return people.of(link(token, Set.of(PersonalLink.MY)).personId());
    }

    /** Whose own page the account opens that somebody has signed in with in this browser; empty when there is none. */
    Optional<Person> signedIn() {
        return session.account().flatMap(accounts::find).map(linked -> people.of(linked.personId()));
    }

    /**
     * The link behind a token that can link a Wikimedia account; it may have been used.
     *
     * @throws DeadLink as {@link #open}
     */
    PersonalLink wikimediaLink(String token) {
        return link(token, Set.of(PersonalLink.WIKIMEDIA));
    }

    /**
     * The change of an address that a token confirms, by its id.
     *
     * @throws DeadLink as {@link #open}
     */
    UUID addressChange(String token) {
        return UUID.fromString(link(token, Set.of(PersonalLink.ADDRESS)).target());
    }

    /** A link to somebody's own page is none to one thing to do, and the other way round. */
    private PersonalLink link(String token, Set<String> purposes) {
        PersonalLink link = links.open(token)
                .filter(found -> purposes.contains(found.purpose()))
                .orElseThrow(() -> new DeadLink(HttpStatus.NOT_FOUND, "dead-link.incomplete"));
        if (link.isExpiredAt(clock.instant())) {
            throw new DeadLink(HttpStatus.GONE, "dead-link.old");
        }
        return link;
    }
}
