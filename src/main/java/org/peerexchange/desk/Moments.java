package org.peerexchange.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as staff of a programme read them, in the hub's time. */
record Moments(ZoneId zone, Instant now) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    String of(Instant moment) {
        return FORMAT.format(moment.atZone(zone));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    boolean isOver(Instant due) {
        return due != null && !due.isAfter(now);
    }

    /** Such as "due 3 Mar 2027, 23:59" or "overdue by 4 days, it was due 3 Mar 2027, 23:59". */
    String due(Instant due) {
        if (due == null) {
            return "no date";
        }
        return isOver(due)
                ? "overdue by %s, it was due %s".formatted(span(Duration.between(due, now)), of(due))
                : "due " + of(due);
    }

    private static String span(Duration span) {
        if (span.toDays() >= 2) {
            return span.toDays() + " days";
        }
        return span.toHours() >= 2 ? span.toHours() + " hours" : "less than two hours";
    }
}
