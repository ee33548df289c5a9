package org.peerexchange.impact;

/**
 * What somebody wrote in a report.
 *
 * @param words their words, without names and addresses
 * @param community the community that said it; empty when nobody is to be named
 */
record Quote(String words, String community) {}
