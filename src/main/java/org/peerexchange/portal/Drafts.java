package org.peerexchange.portal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.people.Secret;
import org.peerexchange.submission.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have typed and not sent yet. Every save makes a new version and names the one it builds on: a window that has not
 * seen the newest version cannot overwrite it, nor send what is older. A draft lives as long as the longest link.
 */
@Component
@Transactional
class Drafts {

    private final JdbcClient db;
    private final Clock clock;

    Drafts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A draft as it was saved last.
     *
     * @param version from 1
     * @param savedBy the page that saved it
     */
    record Draft(int version, Map<String, Object> answers, Instant savedAt, UUID savedBy) {}

    /**
     * What a page knows of its draft when it sends.
     *
     * @param version the version it has seen; 0 when it knows of none
     * @param page the page, as it was opened; null when it does not say
     */
    record Seen(int version, UUID page) {}

    /** Somebody else, or the same person in another window, has saved or sent the form meanwhile. */
    static class Changed extends Refusal {

        private final int version;

        /** @param sentence its name */
        Changed(int version, String sentence) {
            super(HttpStatus.CONFLICT, sentence);
            this.version = version;
        }

        /** The version that is newer; 0 when there is none any more. */
        int version() {
            return version;
        }
    }

    /** @param subject what the form is for */
    @Transactional(readOnly = true)
    public Optional<Draft> of(String subject) {
        return db.sql("select version, answers, saved_at, saved_by from app.drafts where key = ?")
                .param(Secret.hash(subject))
                .query((row, at) -> new Draft(
                        row.getInt("version"),
                        Answers.read(row.getString("answers")),
                        row.getTimestamp("saved_at").toInstant(),
                        row.getObject("saved_by", UUID.class)))
                .optional();
    }

    /**
     * Saves what was typed.
     *
     * @param base the version that was gone on from; 0 for a new draft
     * @param page the page that saves, as it was opened: it may not have heard that its last save arrived
     * @return the new version
     * @throws Changed when another page has saved a newer version; nothing is saved then
     */
    public int save(String subject, int base, UUID page, Map<String, Object> answers) {
        forgetOld();
        return db.sql(
                        """
                        insert into app.drafts as draft (key, version, answers, saved_at, saved_by)
                        select :key, 1, :answers, :now, :page where :base = 0 or exists (select 1 from app.drafts where key = :key)
                        on conflict (key) do update
                        set version = draft.version + 1, answers = :answers, saved_at = :now, saved_by = :page
                        where draft.version = :base or draft.saved_by = :page
                        returning version""")
                .param("key", Secret.hash(subject))
                .param("answers", Answers.toJson(answers))
                .param("now", Timestamp.from(clock.instant()))
                .param("page", page)
                .param("base", base)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> changed(subject));
    }

    /**
     * Lets a form be sent by a window that has seen the newest version, and forgets the draft.
     *
     * @throws Changed when there is a newer version, or none any more because another window has sent it
     */
    public void send(String subject, Seen seen) {
        // Looked at and forgotten in one: of two windows that send at once, the other one finds nothing.
        int forgotten = db.sql("delete from app.drafts where key = :key and (version <= :seen or saved_by = :page)")
                .param("key", Secret.hash(subject))
                .param("seen", seen.version())
                .param("page", seen.page(), Types.OTHER)
                .update();
        if (forgotten == 0 && (seen.version() > 0 || of(subject).isPresent())) {
            throw changed(subject);
        }
    }

    public void forget(String subject) {
        db.sql("delete from app.drafts where key = ?")
                .param(Secret.hash(subject))
                .update();
    }

    private void forgetOld() {
        db.sql("delete from app.drafts where saved_at < ?")
                .param(Timestamp.from(clock.instant().minus(PersonalLinks.LIFETIME)))
                .update();
    }

    private Changed changed(String subject) {
        return of(subject)
                .map(newer -> new Changed(newer.version(), "draft.newer"))
                .orElseGet(() -> new Changed(0, "draft.sent-elsewhere"));
    }
}
