package org.peerexchange.submission;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peerexchange.language.Sayable;

/** What the participants' pages must know of and tell the processes that ask. */
public interface Asking {

    /**
     * An open request.
     *
     * @param id id of the request, as in a personal link
     * @param task what is asked, in words
     * @param side the side that is asked
     * @param due until when
     * @param form the form to fill in
     * @param data what the form shows
     */
    record Request(
            String id,
            String caseNumber,
            String task,
            String side,
            Instant due,
            Form form,
            String formJson,
            Map<String, Object> data) {}

    /**
     * Something that somebody has yet to do in a case.
     *
     * @param id of a request its id, as in a personal link
     * @param task what is asked, in words
     * @param side the side that is asked; null for those who run the programme
     * @param form what is filled in; null for those who run the programme
     * @param due until when, or null
     */
    record Turn(String id, String caseNumber, String task, String side, String form, Instant due) {}

    /** What is open in these cases, in English, the earliest due first; nothing that only the system asks of staff, such as a wrong address. */
    List<Turn> turns(Collection<String> caseNumbers);

    /**
     * The request with this id while it is open; empty once it is answered, given up or withdrawn.
     *
     * @param language that of who is to read it
     */
    Optional<Request> open(String requestId, Locale language);

    /** The same in English, for who only asks whether it is open. */
    default Optional<Request> open(String requestId) {
        return open(requestId, Locale.ENGLISH);
    }

    /**
     * Answers an open request in one transaction: the submission, the signature and the process all move, or nothing does.
     *
     * @param author the person who answers, and reads in their language what is wrong
     * @throws RefusedAnswers naming each field that is wrong
     * @throws AlreadyDone when the request is no longer open
     */
    void answer(String requestId, Map<String, Object> posted, Author author);

    /**
     * Something a participant starts unasked.
     *
     * @param message name of the message the case's process waits for
     * @throws RefusedAnswers naming each field that is wrong
     * @throws AlreadyDone when the case does not wait for it any more
     */
    void tell(String caseNumber, String message, String formId, Map<String, Object> posted, Author author);

    /**
     * Why something a participant could start unasked is not possible now, whatever they would answer; empty when it is
     * possible.
     *
     * @param language in which it is said
     */
    Optional<String> impossible(String caseNumber, String message, String formId, Locale language);

    /** The same in English. */
    default Optional<String> impossible(String caseNumber, String message, String formId) {
        return impossible(caseNumber, message, formId, Locale.ENGLISH);
    }

    /**
     * A form in its latest version.
     *
     * @throws IllegalArgumentException when there is no such form
     */
    DeployedForm form(String formId);

    /** Somebody else, or the same person in another window, was first. */
    class AlreadyDone extends Sayable {

        /** @param sentence its name */
        public AlreadyDone(String sentence) {
            super(sentence);
        }
    }
}
