package org.peerexchange.programme;

/** Something that knows facts about a side of a case from the application that it came from. */
public interface SideFactSource {

    /**
     * Adds what this room knows, or by which names it will know it, as a {@link FactSource} does.
     *
     * @param application number of the side's application
     * @param programme the case's programme, in the language of the facts
     * @param side the facts about the side so far, to be added to
     */
    void contribute(String application, Programme programme, KnownFacts side);
}
