package org.peerexchange.application;

import java.util.Collection;

/** What requests to erase data tell the process, and ask it. */
public interface ErasureLifecycle {

    /** @param side the side of the case on which whoever asks takes part */
    void erasureAsked(String caseNumber, String side, String staffGroup);

    /** Whether a request is not answered yet in one of these cases. */
    boolean isOpen(Collection<String> caseNumbers);
}
