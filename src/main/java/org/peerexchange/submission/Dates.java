package org.peerexchange.submission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and times in the ISO forms that form-js sends, and checks that they are not past. */
final class Dates {

    private static final String TIME = "(\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,9})?)(Z|[+-]\\d{2}:\\d{2})?";
    private static final Pattern DATE_ONLY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern TIME_ONLY = Pattern.compile(TIME);
    private static final Pattern BOTH = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T" + TIME);

    private Dates() {}

    static Reading read(Component field, Object posted) {
        if (posted == null || posted instanceof String text && text.isBlank()) {
            return Reading.of(null);
        }
        String subtype = subtype(field);
        String text = posted instanceof String given && given.length() < 50 ? given.strip() : "";
        return isReal(subtype, text) ? Reading.of(text) : Reading.problem(subtype + ".unreadable");
    }

    private static boolean isReal(String subtype, String text) {
        boolean date = subtype.equals("date");
        boolean time = subtype.equals("time");
        Matcher matcher = (date ? DATE_ONLY : time ? TIME_ONLY : BOTH).matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            if (!time) {
                LocalDate.parse(matcher.group(1));
            }
            if (!date) {
                LocalTime.parse(matcher.group(time ? 1 : 2));
                String offset = matcher.group(time ? 2 : 3);
                return offset == null || ZoneOffset.of(offset) != null;
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static Problem check(Component field, String value, LocalDate today) {
        if (!Boolean.TRUE.equals(field.at("disallowPassedDates"))
                || subtype(field).equals("time")) {
            return null;
        }
        LocalDate date = LocalDate.parse(value.substring(0, 10));
        // A moment given in UTC may still be yesterday's there while it is today where the person lives.
        LocalDate earliest = value.endsWith("Z") ? today.minusDays(1) : today;
        return date.isBefore(earliest) ? new Problem("date.past", date, today) : null;
    }

    private static String subtype(Component field) {
        String subtype = field.text("subtype");
        return "time".equals(subtype) || "datetime".equals(subtype) ? subtype : "date";
    }
}
