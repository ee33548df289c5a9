package org.peerexchange.mail;

/** A rendered mail. {@code masked} is its plain text as it may be kept: without the personal link. */
record Letter(String subject, String plain, String html, String masked) {}
