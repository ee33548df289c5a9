package org.peerexchange.people;

import java.util.Map;

/** Who works with the programmes. */
public interface Groups {

    /**
     * A group of staff.
     *
     * @param name as people call it
     * @param hub whether it runs programmes: starts processes, opens the desk and Cockpit, sees what waits for participants
     */
    record Group(String name, boolean hub) {}

    /** Every group but the administrators', by its id. */
    Map<String, Group> groups();

    /** What people call a group; its id when nothing is known of it. */
    default String nameOf(String group) {
        Group known = groups().get(group);
        return known == null ? group : known.name();
    }

    /** Whether somebody in it may work here. */
    default boolean knows(String group) {
        return group.equals(Installation.ADMINISTRATORS) || groups().containsKey(group);
    }

    /** Whether it runs programmes. */
    default boolean isHub(String group) {
        return group.equals(Installation.ADMINISTRATORS)
                || groups().containsKey(group) && groups().get(group).hub();
    }
}
