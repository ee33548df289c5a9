package org.peerexchange.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.peerexchange.programme.Names;

/**
 * A moment as a person reads it.
 *
 * @param date in the person's own time zone
 * @param left how much time there is, or has passed
 */
record TimeLeft(String date, String left, boolean over) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    static TimeLeft until(Instant due, Instant now, ZoneId zone) {
        boolean over = !due.isAfter(now);
        String span = inWords(Duration.between(over ? due : now, over ? now : due));
        return new TimeLeft(
                moment(due, zone),
                over
                        ? "It was due %s ago, but you can still send it: please do so now.".formatted(span)
                        : span + " left",
                over);
    }

    static String moment(Instant moment, ZoneId zone) {
        return "%s (%s)".formatted(FORMAT.format(moment.atZone(zone)), Names.ofZone(zone));
    }

    private static String inWords(Duration span) {
        if (span.toDays() >= 2) {
            return span.toDays() + " days";
        }
        if (span.toHours() >= 2) {
            return span.toHours() + " hours";
        }
        return span.toMinutes() <= 1 ? "a minute" : span.toMinutes() + " minutes";
    }
}
