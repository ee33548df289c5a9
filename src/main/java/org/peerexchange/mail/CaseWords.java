package org.peerexchange.mail;

import java.util.Map;

/** What a text may say about a case. */
public interface CaseWords {

    String programmeOf(String caseNumber);

    String staffGroupOf(String programme);

    /**
     * Nested maps: {@code case} (number, title, state), {@code partner} (name, publicName, role, email, community; publicName only if the partner agreed to be named in public), {@code programme} (name,
     * contact, zoneName, applyAt), {@code facts}, {@code justSent} (the reader's document by name, if nothing came in after it); the partner as the recipient sees it, absent if there is none.
     */
    Map<String, Object> about(String caseNumber, Recipient reader);
}
