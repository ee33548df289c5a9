package org.peerexchange.desk;

import java.time.Instant;
import java.util.Set;

/**
 * Something that somebody has yet to do in a case.
 *
 * @param name what is to be done
 * @param side the side that is asked, or null for a task of staff
 * @param groups the groups of which somebody should do it
 * @param assignee the member of staff who has taken it, or null
 * @param due until when, or null
 */
public record OpenTask(
        String id, String caseNumber, String name, String side, Set<String> groups, String assignee, Instant due) {}
