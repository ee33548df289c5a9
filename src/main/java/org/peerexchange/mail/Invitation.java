package org.peerexchange.mail;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry for a reader's calendar as one mail brings it, in the words of RFC 5546. It is made once, with the mail's row, so
 * that each attempt at sending brings the same.
 *
 * @param uid what the entry is known by in calendars: the same for all that is ever sent about this occasion of this case
 * @param sequence grows whenever something in the entry changed since the reader got it last
 * @param cancelled whether the entry is to be taken away
 * @param stamp when it was made
 */
record Invitation(String uid, int sequence, boolean cancelled, Instant stamp, Entry entry) {

    /**
     * What is in the calendar. Either whole days or two moments are given.
     *
     * @param organizer what the programme is called
     * @param contact the address at which it is reached
     * @param page where the reader finds more; holds no secret
     */
    record Entry(
            String summary,
            String description,
            String place,
            LocalDate firstDay,
            LocalDate lastDay,
            Instant begins,
            Instant ends,
            String organizer,
            String contact,
            URI page) {}
}
