package org.peerexchange.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerexchange.people.Installation;
import org.peerexchange.people.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants no more mails of a programme than are essential. The link in each other mail says so at once and without sign-in
 * (RFC 8058): 192 random bits, only their SHA-256 here, bound to a person and a programme. It works as often as it is used and as
 * long as the person is known, since mail is read late.
 */
@Component
public class Unsubscribing {

    /** Where the links lead. */
    public static final String PATH = "/unsubscribe/";

    private final JdbcClient db;
    private final Clock clock;
    private final Installation installation;

    Unsubscribing(JdbcClient db, Clock clock, Installation installation) {
        this.db = db;
        this.clock = clock;
        this.installation = installation;
    }

    /** The person and the programme behind a link, and whether the person has unsubscribed. */
    public record Subscription(String personId, String programme, boolean unsubscribed) {}

    /** A new link: the full address, to be put in a mail and kept nowhere else. */
    String mint(String personId, String programme) {
        return installation.address() + path(personId, programme);
    }

    /** The same as a path within this site, to be followed at once. */
    public String path(String personId, String programme) {
        String token = Secret.make();
        db.sql(
                        "insert into app.unsubscribe_links (token_hash, person_id, programme) values (:hash, :person, :programme)")
                .param("hash", Secret.hash(token))
                .param("person", personId)
                .param("programme", programme)
                .update();
        return PATH + token;
    }

    /** What a token stands for; empty when there never was one. */
    public Optional<Subscription> of(String token) {
        return db.sql("select person_id, programme from app.unsubscribe_links where token_hash = :hash")
                .param("hash", Secret.hash(token))
                .query((row, n) -> new Subscription(
                        row.getString(1), row.getString(2), isUnsubscribed(row.getString(1), row.getString(2))))
                .optional();
    }

    /** Since when somebody wants no news, by programme. */
    public Map<String, Instant> since(String personId) {
        return db
                .sql("select programme, since from app.unsubscribed where person_id = :person order by programme")
                .param("person", personId)
                .query((row, n) ->
                        Map.entry(row.getString(1), row.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean isUnsubscribed(String personId, String programme) {
        return db.sql(
                        "select exists (select 1 from app.unsubscribed where person_id = :person and programme = :programme)")
                .param("person", personId)
                .param("programme", programme)
                .query(Boolean.class)
                .single();
    }

    /** Whoever holds the token unsubscribes its person; once more changes nothing. */
    @Transactional
    public void unsubscribe(String token) {
        of(token).ifPresent(one -> db.sql(
                        """
                        insert into app.unsubscribed (person_id, programme, since) values (:person, :programme, :now)
                        on conflict do nothing""")
                .param("person", one.personId())
                .param("programme", one.programme())
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    /** The person wants these mails again. */
    @Transactional
    public void comeBack(String token) {
        of(token).ifPresent(one -> db.sql(
                        "delete from app.unsubscribed where person_id = :person and programme = :programme")
                .param("person", one.personId())
                .param("programme", one.programme())
                .update());
    }
}
