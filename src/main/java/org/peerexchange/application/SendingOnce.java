package org.peerexchange.application;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.peerexchange.language.Sayable;
import org.peerexchange.submission.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a public form from being taken twice: by a double click, or because the answer was lost on its way and people send
 * again. Every opened form has a key of its own.
 */
@Component
@Transactional
public class SendingOnce {

    private final JdbcClient db;

    SendingOnce(JdbcClient db) {
        this.db = db;
    }

    /** The form was taken before, with other answers. */
    public static class SentBefore extends Sayable {

        SentBefore(Object number) {
            super("send.before", number);
        }
    }

    /**
     * Takes what was sent, unless it was taken before.
     *
     * @param key of the opened form; null for a page that has none, whose posts all count
     * @param posted everything the form sent
     * @param take opens the case and returns its number
     * @return number of the case: a new one, or the one that the same post opened before
     * @throws SentBefore when the form was taken before with other answers
     */
    public String send(UUID key, Map<String, Object> posted, Supplier<String> take) {
        if (key == null) {
            return take.get();
        }
        String answers = Answers.of(posted).sha256();
        // Of two posts at one moment the second waits here until the first is through.
        int first = db.sql("insert into app.sent_once (key, answers) values (?, ?) on conflict do nothing")
                .params(key, answers)
                .update();
        if (first == 0) {
            return before(key, answers);
        }
        String number = take.get();
        db.sql("update app.sent_once set case_number = ? where key = ?")
                .params(number, key)
                .update();
        return number;
    }

    private String before(UUID key, String answers) {
        Map<String, Object> taken = db.sql("select answers, case_number from app.sent_once where key = ?")
                .param(key)
                .query()
                .singleRow();
        if (!taken.get("answers").equals(answers)) {
            throw new SentBefore(taken.get("case_number"));
        }
        return (String) taken.get("case_number");
    }
}
