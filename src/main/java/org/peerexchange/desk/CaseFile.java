package org.peerexchange.desk;

import java.util.List;
import java.util.UUID;
import org.peerexchange.submission.Answer;

/**
 * Everything one reader may know about a case, in words.
 *
 * @param daysMovedBy the process by which staff move the days of the cycle; null where none does
 */
record CaseFile(
        String number,
        String title,
        String state,
        String since,
        String cycle,
        String programme,
        String zone,
        boolean everything,
        List<Participant> parties,
        List<CaseLink> related,
        List<TaskLine> tasks,
        List<Awaited> awaited,
        List<Day> days,
        String daysMovedBy,
        List<WorkInProgress.Running> processes,
        List<Document> documents,
        List<Decided> decisions,
        List<Letter> mails,
        List<Passed> states,
        Money money) {

    /**
     * One side of a case.
     *
     * @param community its name, or null while it is not known
     * @param communityId for those who may open its page, else null
     * @param name null for those who may not read it, as are address and user name
     */
    record Participant(String side, String community, String communityId, String name, String email, String username) {}

    /** What happens by itself next. */
    record Awaited(String until, String event) {}

    /** A day of a cycle. */
    record Day(String name, String on) {}

    record CaseLink(String number, String title) {}

    /** A document with its versions, the current one first. */
    record Document(String name, List<Version> versions) {}

    /**
     * @param who who sent it, in words
     * @param withheld how many answers the reader may not see
     */
    record Version(
            int number,
            boolean current,
            String when,
            String who,
            String sha256,
            List<Answer> answers,
            int withheld,
            List<Signed> signatures,
            List<File> files) {}

    record Signed(String who, String when) {}

    record File(UUID id, String name, String size) {}

    record Decided(String table, int version, String outcome, List<String> reasons, String when) {}

    record Letter(String when, String to, String subject, String state, boolean trouble, String error, String body) {}

    record Passed(String state, String when) {}

    /** The ledger; null where there is none. */
    record Money(List<Sum> sums, List<Booking> bookings) {}

    record Sum(String name, String amount) {}

    record Booking(String on, String kind, String what, String payee, String amount, String eur, boolean reversal) {}
}
