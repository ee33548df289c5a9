package org.peerexchange.mail;

import java.util.List;

/** Knows the staff's mail addresses; they sign in with the engine's accounts. */
public interface StaffDirectory {

    /** The addresses of a group's members. */
    List<String> addressesOf(String group);
}
