package org.peerexchange.mail;

import java.util.Map;
import java.util.UUID;

/**
 * A row of the outbox.
 *
 * @param invitation the entry for the reader's calendar that goes with it, or null
 */
public record Mail(
        UUID id,
        String programme,
        String caseNumber,
        String text,
        Recipient to,
        MailRequest.Link link,
        Map<String, String> given,
        Invitation invitation,
        int attempts,
        UUID claim,
        String lastError) {

    /** Short enough to be said; enough to tell the mails of one case apart. */
    public String number() {
        return number(id);
    }

    static String number(UUID id) {
        return id.toString().substring(0, 6);
    }

    Mail because(String error) {
        return new Mail(id, programme, caseNumber, text, to, link, given, invitation, attempts, claim, error);
    }
}
