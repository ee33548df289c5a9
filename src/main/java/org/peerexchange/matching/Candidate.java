package org.peerexchange.matching;

/**
 * Somebody in the pool.
 *
 * @param application number of the application
 * @param name name of the community, or of the person who applied for herself
 * @param role the role applied for, as people read it
 * @param places how many more pairs are possible
 */
record Candidate(String application, String name, String role, int places) {}
