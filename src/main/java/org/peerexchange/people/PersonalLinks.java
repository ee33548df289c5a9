package org.peerexchange.people;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal links: 192 random bits in the address, only their SHA-256 here, bound to a person and one thing to do. Opening a
 * link changes nothing; using it works once.
 */
@Component
@Transactional
public class PersonalLinks {

    /** How long a link works; a reminder brings a fresh one. */
    public static final Duration LIFETIME = Duration.ofDays(120);

    /** How long one works that gives an account a lasting way in; another is asked for in a moment. */
    static final Duration LIFETIME_TO_LINK = Duration.ofDays(7);

    private final EntityManager entities;
    private final Clock clock;
    private final Installation installation;
    private final WikimediaAccounts accounts;

    PersonalLinks(EntityManager entities, Clock clock, Installation installation, WikimediaAccounts accounts) {
        this.entities = entities;
        this.clock = clock;
        this.installation = installation;
        this.accounts = accounts;
    }

    /**
     * Makes a new link.
     *
     * @param purpose one of those of {@link PersonalLink}
     * @param target what it is for, see there
     * @return the full address, to be put in a mail and kept nowhere else
     */
    public String mint(String personId, String caseNumber, String purpose, String target) {
        String token = Secret.make();
        Instant now = clock.instant();
        Duration life = purpose.equals(PersonalLink.WIKIMEDIA) ? LIFETIME_TO_LINK : LIFETIME;
        entities.persist(
                new PersonalLink(Secret.hash(token), personId, caseNumber, purpose, target, now, now.plus(life)));
        String path =
                switch (purpose) {
                    case PersonalLink.MY -> "/my/";
                    case PersonalLink.ADDRESS -> "/my/address/";
                    case PersonalLink.WIKIMEDIA -> "/my/wikimedia/";
                    default -> "/p/";
                };
        return installation.address() + path + token;
    }

    /** The link behind a token, used or not, expired or not; empty when there never was one. */
    @Transactional(readOnly = true)
    public Optional<PersonalLink> open(String token) {
        return Optional.ofNullable(entities.find(PersonalLink.class, Secret.hash(token)));
    }

    /** Every link somebody was given, the oldest first. */
    @Transactional(readOnly = true)
    public List<PersonalLink> of(String personId) {
        return entities.createQuery(
                        "select l from PersonalLink l where l.personId = :person order by l.mintedAt",
                        PersonalLink.class)
                .setParameter("person", personId)
                .getResultList();
    }

    /**
     * Uses the link up. Of any number of simultaneous
     * callers one gets true.
     */
    public boolean use(String token) {
        int used = entities.createNativeQuery(
                        """
                        update app.personal_links set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now""")
                .setParameter("now", clock.instant())
                .setParameter("hash", Secret.hash(token))
                .executeUpdate();
        return used == 1;
    }

    /**
     * Ends what leads to a person's own page: what went to an address that was wrong shows nobody that page, nor does an account that
     * was linked from there.
     */
    public void endOwnPages(String personId) {
        entities.createNativeQuery(
                        """
                        update app.personal_links set expires_at = :now
                        where person_id = :person and purpose in ('my', 'wikimedia') and expires_at > :now""")
                .setParameter("now", clock.instant())
                .setParameter("person", personId)
                .executeUpdate();
        accounts.unlink(personId);
    }
}
