package org.peerexchange.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerexchange.mail.MailRequest;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.people.WikimediaAccount;
import org.peerexchange.people.WikimediaAccounts;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links a Wikimedia account to a person: whoever is signed in with it asks for a mail, and opens the link in it where they are signed
 * in. So it is known of both that they are theirs; that names or addresses are the same links nothing.
 */
@Component
@Transactional
class LinkingWikimedia {

    /** However often it is asked for, an address gets one mail for an account in each such span of the clock. */
    private static final Duration ONCE_IN = Duration.ofMinutes(15);

    private final People people;
    private final PersonalLinks links;
    private final WikimediaAccounts accounts;
    private final MyCases myCases;
    private final Cases cases;
    private final Outbox outbox;
    private final Clock clock;

    LinkingWikimedia(
            People people,
            PersonalLinks links,
            WikimediaAccounts accounts,
            MyCases myCases,
            Cases cases,
            Outbox outbox,
            Clock clock) {
        this.people = people;
        this.links = links;
        this.accounts = accounts;
        this.myCases = myCases;
        this.cases = cases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What a link in a mail can do in the hands of whoever opens it. */
    enum State {
        READY(HttpStatus.OK),
        LINKED(HttpStatus.OK),
        NOT_SIGNED_IN(HttpStatus.OK),
        /** It was asked for with another account. */
        OTHER_ACCOUNT(HttpStatus.FORBIDDEN),
        /** The person signs in with another account. */
        HAS_ANOTHER(HttpStatus.CONFLICT),
        /** The account opens another person's page. */
        SOMEBODY_ELSES(HttpStatus.CONFLICT),
        USED(HttpStatus.GONE);

        private final HttpStatus status;

        State(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    /** Nothing tells whether the address is known: the mail is written later, by whoever sends it. */
    public void send(String address, WikimediaAccount account) {
        people.withEmail(address).ifPresent(person -> myCases.of(person).cases().stream()
                .findFirst()
                .ifPresent(newest -> outbox.add(linking(person, newest, account))));
    }

    private MailRequest linking(Person person, Case newest, WikimediaAccount account) {
        long time = clock.instant().getEpochSecond() / ONCE_IN.toSeconds();
        return new MailRequest(
                newest.programme(),
                newest.number(),
                "wikimedia-link:%s:%s:%d".formatted(person.id(), account.sub(), time),
                "wikimedia-link",
                Recipient.person(person.id()),
                new MailRequest.Link(PersonalLink.WIKIMEDIA, account.sub()),
                Map.of("account", account.username()));
    }

    /** @param account what whoever has opened the link is signed in with */
    @Transactional(readOnly = true)
    public State state(PersonalLink link, Optional<WikimediaAccount> account) {
        if (account.isEmpty()) {
            return State.NOT_SIGNED_IN;
        }
        if (!link.target().equals(account.get().sub())) {
            return State.OTHER_ACCOUNT;
        }
        Optional<WikimediaAccounts.Linked> linked = accounts.find(account.get());
        if (linked.isPresent()) {
            return linked.get().personId().equals(link.personId()) ? State.LINKED : State.SOMEBODY_ELSES;
        }
        if (link.isUsed()) {
            return State.USED;
        }
        return accounts.ofPerson(link.personId()).isPresent() ? State.HAS_ANOTHER : State.READY;
    }

    /**
     * Links the account, once, and tells the person by mail; does nothing where that cannot be.
     *
     * @param token the one of the link
     * @throws org.springframework.dao.DuplicateKeyException when another link was faster
     */
    public void link(String token, PersonalLink link, WikimediaAccount account) {
        if (state(link, Optional.of(account)) == State.READY && links.use(token)) {
            accounts.link(account, link.personId());
            outbox.add(new MailRequest(
                    cases.of(link.caseNumber()).programme(),
                    link.caseNumber(),
                    "wikimedia-linked:" + UUID.randomUUID(),
                    "wikimedia-linked",
                    Recipient.person(link.personId()),
                    MailRequest.Link.MY,
                    Map.of("account", account.username())));
        }
    }
}
