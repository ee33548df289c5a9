package org.peerexchange.impact;

import java.util.List;

/**
 * What the exchange's report counts by, in the words of the programme.
 *
 * @param agreed the states of a pair both sides agreed to
 * @param completed those of one that was completed
 * @param cancelled those of one that was cancelled
 * @param reportsDue the deadline that both sides' reports have (domain A21)
 */
public record Counting(List<String> agreed, List<String> completed, List<String> cancelled, String reportsDue) {}
