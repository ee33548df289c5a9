package org.peerexchange.impact;

import java.util.List;
import java.util.Map;

/**
 * Everything a cycle's impact report is written from.
 *
 * @param title the cycle in words
 * @param stateLabels words for the states of pairs, by code
 * @param topicLabels words for the topics, by code
 * @param exchanges every pair, whatever became of it
 */
record CycleRecord(
        String number,
        String title,
        Map<String, String> stateLabels,
        Map<String, String> topicLabels,
        List<Applied> applications,
        List<Exchange> exchanges,
        FocusGroup focusGroup) {

    /**
     * What the mentees said together.
     *
     * @param attendance how many communities took part; 0 when it was not held
     * @param noneBecause why there was none; empty when there was one
     */
    record FocusGroup(int attendance, List<String> lessons, List<Quote> quotes, String noneBecause) {}
}
