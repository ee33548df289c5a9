package org.peerexchange.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail as the people who look after a case see it. Subject and body are null until it is sent for the first time; the
 * personal link in the body is masked.
 *
 * @param when sent, or asked for if it is not sent yet
 * @param to name and masked address
 */
public record SentMail(
        UUID id,
        Instant when,
        String to,
        String text,
        String subject,
        String body,
        MailState state,
        int attempts,
        String lastError) {}
