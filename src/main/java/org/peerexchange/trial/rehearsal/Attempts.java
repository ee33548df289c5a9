package org.peerexchange.trial.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.peerexchange.submission.FieldError;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.LikelyAnswers;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.trial.PostedAnswers;

/** Somebody fills in a form, reads what is wrong with it, and tries again. */
class Attempts {

    private static final int MOST = 40;

    private final Diary diary;

    Attempts(Diary diary) {
        this.diary = diary;
    }

    /**
     * Sends the form until it is accepted, and gives up after many tries.
     *
     * @param given the answers that stay as they are
     */
    void send(Form form, LikelyAnswers likely, Map<String, Object> given, Consumer<Map<String, Object>> to) {
        Map<String, Object> answers = likely.all(given);
        RefusedAnswers last = null;
        for (int tried = 0; tried < MOST; tried++) {
            try {
                to.accept(PostedAnswers.of(answers));
                return;
            } catch (RefusedAnswers refused) {
                last = refused;
                List<String> wrong = refused.errors().stream()
                        .map(FieldError::field)
                        .filter(field -> !given.containsKey(field))
                        .toList();
                answers = likely.anew(answers, wrong);
            }
        }
        diary.couldNot(form.name(), last.getMessage());
    }

    /** Some tasks want other eyes than those that have looked already: then it is somebody else's turn. */
    static void oneOf(List<String> members, Consumer<String> doing) {
        RefusedAnswers last = null;
        for (String member : members) {
            try {
                doing.accept(member);
                return;
            } catch (RefusedAnswers refused) {
                last = refused;
                if (refused.errors().stream().anyMatch(error -> !error.field().isEmpty())) {
                    throw refused;
                }
            }
        }
        throw last;
    }
}
