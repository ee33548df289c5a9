package org.peerexchange.mail;

import java.util.Locale;
import java.util.Map;

/** What a text may say about a case. */
public interface CaseWords {

    String programmeOf(String caseNumber);

    String staffGroupOf(String programme);

    /**
     * Nested maps: {@code case} (number, title, state), {@code partner} (name, publicName, role, email, community; publicName only if the partner agreed to be named in public), {@code programme} (name,
     * contact, zoneName, applyAt), {@code facts}, {@code justSent} (the reader's document by name, if nothing came in after it); the partner as the recipient sees it, absent if there is none.
     *
     * @param language that of the reader
     */
    Map<String, Object> about(String caseNumber, Recipient reader, Locale language);

    /** The same in English. */
    default Map<String, Object> about(String caseNumber, Recipient reader) {
        return about(caseNumber, reader, Locale.ENGLISH);
    }
}
