package org.peerexchange.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.peerexchange.mail.MailRequest;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails the link to somebody's own page, to an address that takes part and to no other. */
@Component
@Transactional
class MyLink {

    /** However often it is asked for, an address gets one mail in each such span of the clock. */
    private static final Duration ONCE_IN = Duration.ofMinutes(15);

    private final People people;
    private final MyCases myCases;
    private final Outbox outbox;
    private final Clock clock;

    MyLink(People people, MyCases myCases, Outbox outbox, Clock clock) {
        this.people = people;
        this.myCases = myCases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Nothing tells whether the address is known: the mail is written later, by whoever sends it. */
    public void send(String address) {
        people.withEmail(address).ifPresent(person -> myCases.of(person).cases().stream()
                .findFirst()
                .ifPresent(newest -> outbox.add(mail(person, newest))));
    }

    private MailRequest mail(Person person, Case newest) {
        long time = clock.instant().getEpochSecond() / ONCE_IN.toSeconds();
        return new MailRequest(
                newest.programme(),
                newest.number(),
                "my-page:%s:%d".formatted(person.id(), time),
                "my-page",
                Recipient.person(person.id()),
                MailRequest.Link.MY,
                Map.of());
    }
}
