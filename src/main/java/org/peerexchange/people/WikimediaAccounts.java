package org.peerexchange.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose Wikimedia accounts these are: of each person at most one, and each at most one person's. */
@Component
public class WikimediaAccounts {

    private final JdbcClient db;
    private final Clock clock;

    WikimediaAccounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** An account that opens somebody's own page. */
    public record Linked(WikimediaAccount account, String personId, Instant linkedAt) {}

    /** Looked up by its number and by nothing else: a name that is the same proves nothing. */
    public Optional<Linked> find(WikimediaAccount account) {
        return db.sql("select * from app.wikimedia_accounts where sub = :sub")
                .param("sub", account.sub())
                .query((row, n) -> read(row))
                .optional();
    }

    public Optional<Linked> ofPerson(String personId) {
        return db.sql("select * from app.wikimedia_accounts where person_id = :person")
                .param("person", personId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Somebody has signed in: what the account is called now is known from now on. */
    @Transactional
    public void seen(WikimediaAccount account) {
        db.sql("update app.wikimedia_accounts set username = :username where sub = :sub and username <> :username")
                .param("username", account.username())
                .param("sub", account.sub())
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when either has been linked already */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(WikimediaAccount account, String personId) {
        db.sql(
                        """
                        insert into app.wikimedia_accounts (sub, person_id, username, linked_at)
                        values (:sub, :person, :username, :now)""")
                .param("sub", account.sub())
                .param("person", personId)
                .param("username", account.username())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** From now on the person's account opens nothing; that there was none is no error. */
    @Transactional
    public void unlink(String personId) {
        db.sql("delete from app.wikimedia_accounts where person_id = :person")
                .param("person", personId)
                .update();
    }

    private static Linked read(ResultSet row) throws SQLException {
        return new Linked(
                new WikimediaAccount(row.getString("sub"), row.getString("username")),
                row.getString("person_id"),
                row.getTimestamp("linked_at").toInstant());
    }
}
