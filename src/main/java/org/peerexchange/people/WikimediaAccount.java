package org.peerexchange.people;

import java.io.Serializable;

/**
 * A Wikimedia account, as Meta-Wiki tells of it.
 *
 * @param sub its number on all wikis, which is never anybody else's
 * @param username what it is called now; accounts are renamed, and another one may get the name
 */
public record WikimediaAccount(String sub, String username) implements Serializable {}
