package org.peerexchange.impact;

/**
 * An application.
 *
 * @param role the role in words, such as "Mentee"
 * @param outcome what became of it, in words
 */
record Applied(String role, String outcome) {}
