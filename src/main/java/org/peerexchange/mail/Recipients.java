package org.peerexchange.mail;

import java.util.List;
import java.util.Optional;

/** Finds the people behind the words that models use for them. */
public interface Recipients {

    /**
     * @param to a side of the case ({@code mentee}, {@code applicant}, {@code both}), {@code everyone} in the case's
     *     cycle, or {@code staff:} and the name of a group
     */
    List<Recipient> of(String caseNumber, String to);

    /** Empty if nobody, or nobody with an address, stands behind the recipient any more. */
    Optional<Addressee> addressee(Recipient recipient);
}
