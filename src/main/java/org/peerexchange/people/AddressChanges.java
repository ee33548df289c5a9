package org.peerexchange.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail addresses that people want to be written to from now on. Asking for one changes nothing and looks nobody up; it holds once
 * somebody who reads mail there confirms it.
 */
@Component
public class AddressChanges {

    /** How long it can be confirmed. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    /** So many a day, since each sends a mail to an address that nobody has proven. */
    private static final int MOST_A_DAY = 5;

    private final JdbcClient db;
    private final People people;
    private final PersonalLinks links;
    private final Clock clock;

    AddressChanges(JdbcClient db, People people, PersonalLinks links, Clock clock) {
        this.db = db;
        this.people = people;
        this.links = links;
        this.clock = clock;
    }

    public enum Outcome {
        CONFIRMED,
        REPLACED,
        /** Another person is reached there, so the hub is asked. */
        KNOWN
    }

    /**
     * A change somebody asked for.
     *
     * @param address the new one
     * @param former the one before, once the new one holds
     * @param outcome null while it can be confirmed
     */
    public record Change(
            UUID id,
            String personId,
            String caseNumber,
            String address,
            Instant askedAt,
            String former,
            Outcome outcome) {

        public boolean isOpenAt(Instant now) {
            return outcome == null && askedAt.plus(LIFETIME).isAfter(now);
        }
    }

    public boolean isAskedTooOften(String personId) {
        return db.sql("select count(*) from app.address_changes where person_id = :person and asked_at > :since")
                        .param("person", personId)
                        .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                        .query(Integer.class)
                        .single()
                >= MOST_A_DAY;
    }

    /**
     * Remembers what is asked for, in place of what was asked before.
     *
     * @param caseNumber the case that the mails about it belong to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID ask(String personId, String caseNumber, String address) {
        db.sql(
                        """
                        update app.address_changes set outcome = 'replaced', decided_at = :now
                        where person_id = :person and outcome is null""")
                .param("now", now())
                .param("person", personId)
                .update();
        UUID id = UUID.randomUUID();
        db.sql(
                        """
                        insert into app.address_changes (id, person_id, case_number, address, asked_at)
                        values (:id, :person, :case, :address, :now)""")
                .param("id", id)
                .param("person", personId)
                .param("case", caseNumber)
                .param("address", address)
                .param("now", now())
                .update();
        return id;
    }

    public Optional<Change> find(UUID id) {
        return find(id, "");
    }

    /** What somebody waits to confirm; empty when there is nothing. */
    public Optional<Change> openOf(String personId) {
        return ofPerson(personId).stream()
                .filter(change -> change.isOpenAt(clock.instant()))
                .findFirst();
    }

    /** Everything a person asked for. */
    public List<Change> ofPerson(String personId) {
        return db.sql("select * from app.address_changes where person_id = :person order by asked_at")
                .param("person", personId)
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * Whoever reads mail at the new address wants it: it holds from now on, and links to their own page that went to the one before
     * show it no more. When it is another person's, nothing changes.
     *
     * @return the change as it stands now; as it stood before if it was confirmed, replaced or too old already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change confirm(UUID id) {
        Change change = find(id, " for update").orElseThrow();
        if (!change.isOpenAt(clock.instant())) {
            return change;
        }
        Person person = people.of(change.personId());
        boolean known = people.withEmail(change.address())
                .filter(other -> !other.id().equals(person.id()))
                .isPresent();
        db.sql("update app.address_changes set outcome = :outcome, former = :former, decided_at = :now where id = :id")
                .param(
                        "outcome",
                        (known ? Outcome.KNOWN : Outcome.CONFIRMED).name().toLowerCase())
                .param("former", person.email())
                .param("now", now())
                .param("id", id)
                .update();
        if (!known) {
            person.correctEmail(change.address());
            people.save(person);
            links.endOwnPages(person.id());
        }
        return find(id).orElseThrow();
    }

    private Optional<Change> find(UUID id, String lock) {
        return db.sql("select * from app.address_changes where id = :id" + lock)
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    private static Change read(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Change(
                row.getObject("id", UUID.class),
                row.getString("person_id"),
                row.getString("case_number"),
                row.getString("address"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("former"),
                outcome == null ? null : Outcome.valueOf(outcome.toUpperCase()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
