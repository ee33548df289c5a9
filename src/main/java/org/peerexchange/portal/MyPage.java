package org.peerexchange.portal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.peerexchange.issuing.IssuedDocument;
import org.peerexchange.submission.Answer;

/**
 * Everything about one person's part, in words.
 *
 * @param asked what is asked of them now, the earliest due first
 * @param parts the cases they take part in: those that go on first
 * @param news the programmes that send them news, unless they have unsubscribed
 */
record MyPage(List<Asked> asked, List<Part> parts, List<News> news) {

    /** A programme that news comes from. */
    record News(String programme, String name) {}

    /**
     * An open request.
     *
     * @param about the case, in words
     * @param due null where there is no date
     */
    record Asked(String id, String task, String about, TimeLeft due) {}

    /**
     * A case.
     *
     * @param turn whose turn it is, in words; null once the case has ended
     * @param next what comes next, in words; null where nothing does
     * @param standing how it stands, a sentence each
     * @param partner null where there is none, or no mail has said who it is
     */
    record Part(
            String number,
            String title,
            String programme,
            String colour,
            String contact,
            boolean ended,
            String state,
            String since,
            String turn,
            String next,
            List<Progress.Step> steps,
            List<String> standing,
            Partner partner,
            List<Document> documents,
            List<IssuedDocument> issued,
            List<Alternatives.Alternative> offers,
            List<Listed> lists) {}

    /** The other side, as far as mails have said who it is; what they have not said is null. */
    record Partner(String name, String community, String email) {}

    /** A public list that says they take part. */
    record Listed(String label, String path) {}

    /** A document with its versions, the current one first. */
    record Document(String name, List<Version> versions) {}

    /**
     * @param own whether the reader's side sent it
     * @param who who sent it, in words
     * @param answers what the reader may read of it
     */
    record Version(
            UUID id,
            String caseNumber,
            String document,
            String title,
            int number,
            boolean own,
            String who,
            Instant sentAt,
            String when,
            List<Answer> answers,
            List<String> signatures,
            List<File> files) {}

    record File(UUID id, String name) {}
}
