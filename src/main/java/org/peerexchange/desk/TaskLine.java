package org.peerexchange.desk;

/**
 * An open task as a line of a page.
 *
 * @param link where Tasklist shows it, or null for a reader it does not show it to
 * @param waitingFor who has to do it, in words
 * @param due until when, in words
 */
record TaskLine(String name, String link, String waitingFor, String due, boolean overdue) {}
