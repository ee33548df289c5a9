package org.peerexchange.mail;

import java.util.Map;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.KnownFacts;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the form {@code mail-trouble} shows: the mails of a case that did not arrive. */
@Component
class UndeliveredMails implements FactSource {

    private final Outbox outbox;

    UndeliveredMails(@Lazy Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void contribute(Case subject, KnownFacts facts) {
        facts.later("undeliveredMails", () -> outbox.undelivered(subject.number()).stream()
                .map(mail -> Map.of(
                        "number", Mail.number(mail.id()),
                        "subject", mail.subject() == null ? mail.text() : mail.subject(),
                        "to", mail.to(),
                        "error", mail.lastError()))
                .toList());
    }
}
