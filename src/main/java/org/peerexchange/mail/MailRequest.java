package org.peerexchange.mail;

import java.util.Map;
import org.peerexchange.people.PersonalLink;

/**
 * A mail that a step wants sent.
 *
 * @param key says which mail this is; a second request under the same key is the same mail and not sent again
 * @param text name of the text in the programme's folder
 * @param link what the reader's personal link is for, or null for a mail without a link
 * @param given what the step knows and the case does not: {@code task} (what is asked, a sentence), {@code deadline}
 *     (an instant in ISO form), or anything the text calls {@code given.…}
 * @param occasion what the mail is an invitation to, or null
 */
public record MailRequest(
        String programme,
        String caseNumber,
        String key,
        String text,
        Recipient to,
        Link link,
        Map<String, String> given,
        Occasion occasion) {

    public MailRequest(
            String programme,
            String caseNumber,
            String key,
            String text,
            Recipient to,
            Link link,
            Map<String, String> given) {
        this(programme, caseNumber, key, text, to, link, given, null);
    }

    /**
     * @param name one of the programme's occasions
     * @param cancelled whether it does not take place: the mail takes it from the calendars of those who were invited, and has
     *     no entry for the others
     */
    public record Occasion(String name, boolean cancelled) {}

    /**
     * @param purpose a purpose of personal links, or {@link #TASK} for staff
     * @param target what it is for
     */
    public record Link(String purpose, String target) {

        /** Leads staff to a task; the target is the task's id. */
        public static final String TASK = "task";

        /** Leads participants to their own page. */
        public static final Link MY = new Link(PersonalLink.MY, "");
    }
}
