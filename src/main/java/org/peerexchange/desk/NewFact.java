package org.peerexchange.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.peerexchange.programme.CommunityFact;
import org.peerexchange.programme.Programme;

/** What somebody typed in to record a fact about a community, as it was typed. */
record NewFact(String kind, String value, String since, String until, String source) {

    private static final int LONGEST_SOURCE = 300;

    NewFact {
        kind = typed(kind);
        value = typed(value);
        since = typed(since);
        until = typed(until);
        source = typed(source);
    }

    private static String typed(String given) {
        return given == null ? "" : given.strip();
    }

    /** What is wrong with it, by field; empty when nothing is. */
    Map<String, String> problems(Map<String, Programme.FactKind> kinds, LocalDate today) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!kinds.containsKey(kind)) {
            problems.put("kind", "Please choose what you found out.");
        }
        if (!value.equals("yes") && !value.equals("no")) {
            problems.put("value", "Please choose yes or no.");
        }
        LocalDate first = date(since);
        if (first == null) {
            problems.put("since", "Please give the day, such as 2027-03-01.");
        } else if (first.isAfter(today)) {
            problems.put("since", "This day is still to come. Please record a fact once it holds.");
        }
        LocalDate last = date(until);
        if (!until.isEmpty() && last == null) {
            problems.put("until", "Please give the day, such as 2027-12-31, or leave it empty while the fact holds.");
        } else if (last != null && first != null && last.isBefore(first)) {
            problems.put("until", "The last day lies before the first one. Please check both.");
        }
        if (source.isEmpty()) {
            problems.put("source", "Please say where you looked it up, such as a link.");
        } else if (source.length() > LONGEST_SOURCE) {
            problems.put("source", "Please keep the source below %d characters.".formatted(LONGEST_SOURCE + 1));
        }
        return problems;
    }

    /** The fact, when there is no problem with it. A meeting takes place on one day. */
    CommunityFact about(String communityId, Programme.FactKind how, String recordedBy, Instant now) {
        LocalDate first = date(since);
        return new CommunityFact(
                communityId,
                kind,
                value,
                first,
                how.type().equals("attendance") ? first : date(until),
                source,
                recordedBy,
                now);
    }

    private static LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
