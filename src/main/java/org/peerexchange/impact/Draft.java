package org.peerexchange.impact;

/**
 * A draft of a cycle's report.
 *
 * @param summary plain text
 * @param report wikitext for Meta-Wiki
 */
record Draft(String summary, String report) {}
