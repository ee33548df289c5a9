package org.peerexchange.mail;

import java.util.List;

/** Finds the people behind the words that models use for them. */
public interface Recipients {

    /**
     * @param to a side of the case ({@code mentee}, {@code applicant}, {@code both}), {@code everyone} in the case's
     *     cycle, {@code side:mentee of pair in completed, settling} for that side of the cycle's cases of a kind that
     *     are in one of these states, the same with {@code of the last cycle} for the cycle before this one, without those
     *     who are on that side in this cycle already, {@code staff} for those who run the programme, or {@code staff:} and the name of a group
     */
    List<Recipient> of(String caseNumber, String to);

    /**
     * Who a mail of this case reaches; without addresses if nobody can be reached any more. A person is called as they were
     * called in the case.
     */
    Addressee addressee(Recipient recipient, String programme, String caseNumber);

    /**
     * Corrects where a person is reached; the staff's addresses belong to their accounts. If the address is that of somebody
     * known already, they were two records of one person: the known one then takes part in the other's running cases of the
     * programme, except where they take part already: nobody becomes both sides of a case.
     *
     * @return who is reached at the address: the person themselves, or the one known already
     */
    Recipient correct(Recipient person, String programme, String address);
}
