package org.peerexchange.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers for each person what their calendar was told last about an occasion of a case, so that the next mail about it
 * updates that entry or takes it away.
 */
@Component
class Invitations {

    private final JdbcClient db;
    private final Clock clock;
    private final CalendarEntries entries;
    private final Recipients recipients;
    private final MailSettings settings;
    private final ObjectMapper json;

    Invitations(
            JdbcClient db,
            Clock clock,
            CalendarEntries entries,
            Recipients recipients,
            MailSettings settings,
            ObjectMapper json) {
        this.db = db;
        this.clock = clock;
        this.entries = entries;
        this.recipients = recipients;
        this.settings = settings;
        this.json = json;
    }

    /** What a mail brings to its reader's calendar; empty when it cancels what the reader was never invited to. */
    Optional<Invitation> next(MailRequest request) {
        Optional<Told> last = told(request);
        if (request.occasion().cancelled()) {
            return last.filter(told -> !told.cancelled())
                    .map(told -> tell(request, new Told(told.sequence() + 1, true, told.entry())));
        }
        var language = recipients
                .addressee(request.to(), request.programme(), request.caseNumber())
                .language();
        var entry = entries.of(request.caseNumber(), request.occasion().name(), request.to(), language);
        var same = last.filter(told -> !told.cancelled() && told.entry().equals(entry));
        int sequence =
                same.or(() -> last.map(Told::following)).map(Told::sequence).orElse(0);
        return Optional.of(tell(request, new Told(sequence, false, entry)));
    }

    /** What the reader was told last. */
    private record Told(int sequence, boolean cancelled, Invitation.Entry entry) {

        Told following() {
            return new Told(sequence + 1, cancelled, entry);
        }
    }

    private Optional<Told> told(MailRequest request) {
        return db.sql(
                        """
                        select * from app.invitations
                        where case_number = :case and occasion = :occasion and recipient = :to for update""")
                .param("case", request.caseNumber())
                .param("occasion", request.occasion().name())
                .param("to", request.to().toString())
                .query((row, n) -> read(row))
                .optional();
    }

    private Invitation tell(MailRequest request, Told told) {
        db.sql(
                        """
                        insert into app.invitations (case_number, occasion, recipient, sequence, cancelled, entry)
                        values (:case, :occasion, :to, :sequence, :cancelled, :entry::jsonb)
                        on conflict (case_number, occasion, recipient)
                        do update set sequence = :sequence, cancelled = :cancelled, entry = :entry::jsonb""")
                .param("case", request.caseNumber())
                .param("occasion", request.occasion().name())
                .param("to", request.to().toString())
                .param("sequence", told.sequence())
                .param("cancelled", told.cancelled())
                .param("entry", write(told.entry()))
                .update();
        return new Invitation(
                "%s-%s@%s".formatted(request.caseNumber(), request.occasion().name(), settings.domain()),
                told.sequence(),
                told.cancelled(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                told.entry());
    }

    /** From now on somebody else is meant: they are the same person, or take over what that one takes part in. */
    void readdress(Recipient was, Recipient now) {
        db.sql(
                        """
                        update app.invitations as one set recipient = :now
                        where recipient = :was and not exists (
                            select 1 from app.invitations as other
                            where other.case_number = one.case_number and other.occasion = one.occasion
                                and other.recipient = :now)""")
                .param("was", was.toString())
                .param("now", now.toString())
                .update();
    }

    private String write(Invitation.Entry value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Told read(ResultSet row) throws SQLException {
        return new Told(row.getInt("sequence"), row.getBoolean("cancelled"), parse(row.getString("entry")));
    }

    private Invitation.Entry parse(String entry) {
        try {
            return json.readValue(entry, Invitation.Entry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
