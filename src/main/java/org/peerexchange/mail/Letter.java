package org.peerexchange.mail;

/**
 * A rendered mail.
 *
 * @param masked its plain text as it may be kept: without the personal link
 * @param unsubscribe where its reader unsubscribes from mails like it; null if it is essential
 */
record Letter(String subject, String plain, String html, String masked, String unsubscribe) {}
