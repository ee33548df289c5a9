package org.peerexchange.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.peerexchange.language.InWords;
import org.peerexchange.language.Sentences;

/**
 * A moment as a person reads it.
 *
 * @param date in the person's own time zone
 * @param left how much time there is, or has passed
 */
record TimeLeft(String date, String left, boolean over) {

    static TimeLeft until(Instant due, Instant now, ZoneId zone, Locale language) {
        boolean over = !due.isAfter(now);
        return new TimeLeft(
                moment(due, zone, language),
                inWords(over ? "over" : "left", Duration.between(over ? due : now, over ? now : due), language),
                over);
    }

    static String moment(Instant moment, ZoneId zone, Locale language) {
        return InWords.momentWithZone(moment.atZone(zone), language);
    }

    private static String inWords(String which, Duration span, Locale language) {
        String unit = span.toDays() >= 2 ? "days" : span.toHours() >= 2 ? "hours" : "minutes";
        long count = span.toDays() >= 2
                ? span.toDays()
                : span.toHours() >= 2 ? span.toHours() : Math.max(1, span.toMinutes());
        return Sentences.PAGES.say(language, "time.%s.%s".formatted(which, unit), count);
    }
}
