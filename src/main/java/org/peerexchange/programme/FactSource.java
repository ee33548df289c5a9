package org.peerexchange.programme;

import java.util.Map;

/** Something that knows facts about a case; each room contributes its own. */
public interface FactSource {

    /**
     * Adds what this room knows.
     *
     * @param subject the case
     * @param facts the facts so far, to be added to; dates as {@link java.time.LocalDate}
     */
    void contribute(Case subject, Map<String, Object> facts);
}
