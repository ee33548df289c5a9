package org.peerexchange.programme;

/** Something that knows facts about a case; each room contributes its own. */
public interface FactSource {

    /**
     * Adds what this room knows, or by which names it will know it: nothing is read from the database before it is asked for.
     *
     * @param subject the case
     * @param facts the facts so far, to be added to; dates as {@link java.time.LocalDate}, words in the language of
     *     {@link KnownFacts#translation}
     */
    void contribute(Case subject, KnownFacts facts);
}
