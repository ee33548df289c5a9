package org.peerexchange.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mail that is due, written in the transaction of whatever made it due, so that neither exists without the other. */
@Component
public class Outbox {

    private static final TypeReference<Map<String, String>> GIVEN = new TypeReference<>() {};
    private static final TypeReference<Invitation> INVITATION = new TypeReference<>() {};

    private final JdbcClient db;
    private final Clock clock;
    private final Texts texts;
    private final Recipients recipients;
    private final Invitations invitations;
    private final ObjectMapper json;

    Outbox(JdbcClient db, Clock clock, Texts texts, Recipients recipients, Invitations invitations, ObjectMapper json) {
        this.db = db;
        this.clock = clock;
        this.texts = texts;
        this.recipients = recipients;
        this.invitations = invitations;
        this.json = json;
    }

    /** The first request under a key wins; later ones change nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(MailRequest request) {
        texts.check(request);
        var id = UUID.randomUUID();
        var written = db.sql(
                        """
                        insert into app.mails (id, key, programme, case_number, text, recipient, link_purpose,
                            link_target, given, state, created_at, due_at)
                        values (:id, :key, :programme, :case, :text, :to, :purpose, :target, :given::jsonb, 'waiting', :now, :now)
                        on conflict (key) do nothing""")
                .param("id", id)
                .param("key", request.key())
                .param("programme", request.programme())
                .param("case", request.caseNumber())
                .param("text", request.text())
                .param("to", request.to().toString())
                .param("purpose", request.link() == null ? null : request.link().purpose(), Types.VARCHAR)
                .param("target", request.link() == null ? null : request.link().target(), Types.VARCHAR)
                .param("given", write(request.given()))
                .param("now", at(clock.instant()))
                .update();
        if (written == 1 && request.occasion() != null) {
            invitations.next(request).ifPresent(invitation -> goesWith(id, invitation));
        }
    }

    private void goesWith(UUID mail, Invitation invitation) {
        db.sql("update app.mails set invitation = :invitation::jsonb where id = :id")
                .param("id", mail)
                .param("invitation", write(invitation))
                .update();
    }

    /** The mails of a case, the newest first, also those that still wait. */
    public List<SentMail> sentTo(String caseNumber) {
        return db.sql("select * from app.mails where case_number = :case order by created_at desc, id")
                .param("case", caseNumber)
                .query((row, n) -> seen(row))
                .list();
    }

    /** The mails of a case that were given up, the newest first. */
    public List<SentMail> undelivered(String caseNumber) {
        return db.sql(
                        """
                        select * from app.mails where case_number = :case and state = 'failed'
                        order by created_at desc, id""")
                .param("case", caseNumber)
                .query((row, n) -> seen(row))
                .list();
    }

    /**
     * What mails have told their reader about cases: the paths of the values in their texts, such as {@code partner.email}.
     *
     * @return by the number of the case; of a case without mails nothing
     */
    public Map<String, Set<String>> told(Recipient reader, Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> told = new HashMap<>();
        db.sql(
                        """
                        select distinct case_number, programme, text from app.mails
                        where recipient = :reader and state = 'sent' and case_number in (:cases)""")
                .param("reader", reader.toString())
                .param("cases", caseNumbers)
                .query(row -> {
                    told.computeIfAbsent(row.getString("case_number"), number -> new HashSet<>())
                            .addAll(texts.says(row.getString("programme"), row.getString("text")));
                });
        return told;
    }

    /** A mail as it has reached its reader, its personal links masked. */
    public record Kept(String caseNumber, Instant sentAt, String subject, String text) {}

    /** Every mail that was sent to one of these, the oldest first. */
    public List<Kept> sentTo(Collection<Recipient> readers) {
        return db.sql(
                        """
                        select case_number, sent_at, subject, body from app.mails
                        where recipient in (:readers) and state = 'sent' order by sent_at, id""")
                .param("readers", readers.stream().map(Recipient::toString).toList())
                .query((row, n) -> new Kept(
                        row.getString("case_number"),
                        instant(row, "sent_at"),
                        row.getString("subject"),
                        row.getString("body")))
                .list();
    }

    /** The ids of everybody who was ever written to about these cases, staff aside. */
    public List<String> personsWrittenTo(Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? List.of()
                : db
                        .sql("select distinct recipient from app.mails where case_number in (:cases)")
                        .param("cases", caseNumbers)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(Recipient::parse)
                        .filter(Recipient::isPerson)
                        .map(Recipient::id)
                        .toList();
    }

    /** Whether a mail waits that is due now, or is being sent at this moment. */
    public boolean hasDue() {
        return db.sql("select exists (select 1 from app.mails where state = 'waiting' and due_at <= :now)")
                .param("now", at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /**
     * Sends a failed mail once more, with all its attempts anew.
     *
     * @param correctedAddress from now on the address of the person it goes to, or null if nothing was wrong with it
     */
    @Transactional
    public void sendAgain(UUID mail, String correctedAddress) {
        if (correctedAddress != null) {
            db.sql("select recipient, programme from app.mails where id = :id")
                    .param("id", mail)
                    .query((row, n) -> {
                        Recipient was = Recipient.parse(row.getString("recipient"));
                        return Map.entry(was, recipients.correct(was, row.getString("programme"), correctedAddress));
                    })
                    .optional()
                    .filter(changed -> !changed.getKey().equals(changed.getValue()))
                    .ifPresent(changed -> readdress(changed.getKey(), changed.getValue()));
        }
        db.sql(
                        """
                        update app.mails set state = 'waiting', attempts = 0, due_at = :now
                        where id = :id and state = 'failed'""")
                .param("id", mail)
                .param("now", at(clock.instant()))
                .update();
    }

    private void readdress(Recipient was, Recipient now) {
        db.sql(
                        """
                        update app.mails set recipient = :now
                        where recipient = :was and state in ('waiting', 'failed')""")
                .param("was", was.toString())
                .param("now", now.toString())
                .update();
        invitations.readdress(was, now);
    }

    @Transactional
    public void giveUp(UUID mail) {
        db.sql("update app.mails set state = 'given_up' where id = :id and state = 'failed'")
                .param("id", mail)
                .update();
    }

    /** One mail that is due, for this dispatcher alone until the given moment. */
    @Transactional
    Optional<Mail> claim(Instant until) {
        return db.sql(
                        """
                        update app.mails set claim = :claim, claimed_until = :until, attempts = attempts + 1
                        where id = (
                            select id from app.mails
                            where state = 'waiting' and due_at <= :now and (claimed_until is null or claimed_until <= :now)
                            order by due_at, id limit 1 for update skip locked)
                        returning *""")
                .param("claim", UUID.randomUUID())
                .param("until", at(until))
                .param("now", at(clock.instant()))
                .query((row, n) -> read(row))
                .optional();
    }

    /** Whoever holds the claim now: the mail server has the mail, and nothing must send it again. */
    @Transactional
    void sent(Mail mail, Letter letter, String remark) {
        db.sql(
                        """
                        update app.mails set state = 'sent', sent_at = :now, subject = :subject, body = :body,
                            last_error = :remark, claim = null, claimed_until = null
                        where id = :id and state <> 'sent'""")
                .param("id", mail.id())
                .param("now", at(clock.instant()))
                .param("subject", letter.subject())
                .param("body", letter.masked())
                .param("remark", remark, Types.VARCHAR)
                .update();
    }

    /** Its reader has unsubscribed from mails like it. */
    @Transactional
    void notWanted(Mail mail) {
        db.sql(
                        """
                        update app.mails set state = 'not_wanted', claim = null, claimed_until = null
                        where id = :id and claim = :claim and state = 'waiting'""")
                .param("id", mail.id())
                .param("claim", mail.claim())
                .update();
    }

    @Transactional
    void retry(Mail mail, Instant due) {
        db.sql(
                        """
                        update app.mails set due_at = :due, last_error = :error, claim = null, claimed_until = null
                        where id = :id and claim = :claim and state = 'waiting'""")
                .param("id", mail.id())
                .param("claim", mail.claim())
                .param("due", at(due))
                .param("error", mail.lastError())
                .update();
    }

    /** False if another dispatcher has taken over the mail in the meantime. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean fail(Mail mail, String subject) {
        return db.sql(
                                """
                                update app.mails set state = 'failed', last_error = :error, claim = null,
                                    claimed_until = null, subject = :subject
                                where id = :id and claim = :claim and state = 'waiting'""")
                        .param("id", mail.id())
                        .param("claim", mail.claim())
                        .param("error", mail.lastError())
                        .param("subject", subject, Types.VARCHAR)
                        .update()
                == 1;
    }

    private Mail read(ResultSet row) throws SQLException {
        var purpose = row.getString("link_purpose");
        var invitation = row.getString("invitation");
        return new Mail(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                row.getString("case_number"),
                row.getString("text"),
                Recipient.parse(row.getString("recipient")),
                purpose == null ? null : new MailRequest.Link(purpose, row.getString("link_target")),
                parse(row.getString("given"), GIVEN),
                invitation == null ? null : parse(invitation, INVITATION),
                row.getInt("attempts"),
                row.getObject("claim", UUID.class),
                row.getString("last_error"));
    }

    private SentMail seen(ResultSet row) throws SQLException {
        var sent = instant(row, "sent_at");
        var to = recipients.addressee(
                Recipient.parse(row.getString("recipient")), row.getString("programme"), row.getString("case_number"));
        return new SentMail(
                row.getObject("id", UUID.class),
                sent == null ? instant(row, "created_at") : sent,
                to.label(),
                row.getString("text"),
                row.getString("subject"),
                row.getString("body"),
                MailState.parse(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> T parse(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
