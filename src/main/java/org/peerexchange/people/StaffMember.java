package org.peerexchange.people;

import java.util.Set;

/** Somebody with an account, and the groups they work in. */
public record StaffMember(String id, String name, Set<String> groups) {}
