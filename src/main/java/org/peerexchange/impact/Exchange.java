package org.peerexchange.impact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peerexchange.programme.Facts;

/**
 * What is known about a pair and may be said of it in public.
 *
 * @param state code of the pair's state
 * @param agreed whether both sides agreed to it
 * @param completed whether it was completed
 * @param cancelled whether it was cancelled
 * @param topics codes of the topics
 * @param from first day of the visit, or null
 * @param to day the visit really ended, or null while it has not
 * @param reports when each side's report first arrived, null for one that has not
 * @param reportsDue until when reports were due, or null before the visit ended
 * @param advance what was paid in advance, in EUR; with what was spent and came back
 * @param actions what is done after the exchange
 * @param evidence links to pictures and resources
 */
record Exchange(
        String number,
        String state,
        boolean agreed,
        boolean completed,
        boolean cancelled,
        Side mentee,
        Side mentor,
        List<String> topics,
        List<String> objectives,
        LocalDate from,
        LocalDate to,
        List<Instant> reports,
        Instant reportsDue,
        Advance advance,
        boolean callHeld,
        List<String> actions,
        List<Quote> quotes,
        List<String> evidence) {

    /** Amounts in EUR. */
    record Advance(BigDecimal paid, BigDecimal spent, BigDecimal returned) {}

    /**
     * Reads a pair out of its facts.
     *
     * @param menteeReport when the mentee's report first arrived, or null
     * @param mentorReport when the mentor's did, or null
     */
    static Exchange read(
            Map<String, Object> facts,
            Instant menteeReport,
            Instant mentorReport,
            Instant reportsDue,
            Privacy privacy,
            Counting counting) {
        boolean accepted = "accept".equals(Facts.at(facts, "acceptReports.reportsDecision"));
        Side mentee = side(facts, "mentee");
        Side mentor = side(facts, "mentor");
        List<Quote> quotes = new ArrayList<>();
        if (accepted) {
            quote(quotes, text(facts, "menteeReport.change"), mentee, privacy);
            quote(quotes, text(facts, "mentorReport.learned"), mentor, privacy);
        }
        boolean held = Boolean.TRUE.equals(Facts.at(facts, "callNotes.callHeld"));
        List<String> reports = accepted
                ? List.of(text(facts, "menteeReport.evidenceLink"), text(facts, "mentorReport.evidenceLink"))
                : List.of();
        List<Instant> arrived = new ArrayList<>();
        arrived.add(menteeReport);
        arrived.add(mentorReport);
        return new Exchange(
                text(facts, "case.number"),
                text(facts, "case.state"),
                counting.agreed().contains(text(facts, "case.state")),
                counting.completed().contains(text(facts, "case.state")),
                counting.cancelled().contains(text(facts, "case.state")),
                mentee,
                mentor,
                topics(facts),
                rows(facts, "activityPlan.objectives", "objective", privacy),
                Facts.at(facts, "activityPlan.visitStart") instanceof LocalDate day ? day : null,
                Facts.at(facts, "confirmVisitEnd.endedOn") instanceof LocalDate day ? day : null,
                arrived,
                reportsDue,
                new Advance(
                        amount(facts, "ledger.paid"),
                        amount(facts, "ledger.accepted"),
                        amount(facts, "ledger.refunded")),
                held,
                held ? rows(facts, "callNotes.actionItems", "what", privacy) : List.of(),
                quotes,
                reports.stream()
                        .flatMap(links -> List.of(links.split("\\s+")).stream())
                        .filter(link -> !link.isEmpty())
                        .distinct()
                        .toList());
    }

    boolean visited() {
        return agreed && from != null && to != null && !to.isBefore(from);
    }

    /** Days on site, the first and the last included. */
    long days() {
        return visited() ? ChronoUnit.DAYS.between(from, to) + 1 : 0;
    }

    long reportsOnTime() {
        return visited()
                ? reports.stream()
                        .filter(Objects::nonNull)
                        .filter(sent -> !sent.isAfter(reportsDue))
                        .count()
                : 0;
    }

    long reportsLate() {
        return visited()
                ? reports.stream()
                        .filter(Objects::nonNull)
                        .filter(sent -> sent.isAfter(reportsDue))
                        .count()
                : 0;
    }

    long reportsMissing() {
        return visited() ? reports.stream().filter(Objects::isNull).count() : 0;
    }

    private static Side side(Map<String, Object> facts, String side) {
        return Side.of(
                text(facts, side + ".community.name"),
                text(facts, side + ".community.country"),
                text(facts, "%s.%sApplication.username".formatted(side, side)));
    }

    /** What both sides named; what the mentee named where they name nothing in common. */
    private static List<String> topics(Map<String, Object> facts) {
        List<String> wanted = texts(Facts.at(facts, "mentee.menteeApplication.topics"));
        List<String> offered = texts(Facts.at(facts, "mentor.mentorApplication.topics"));
        List<String> common = wanted.stream().filter(offered::contains).toList();
        return common.isEmpty() ? wanted : common;
    }

    private static void quote(List<Quote> quotes, String words, Side side, Privacy privacy) {
        if (!words.isBlank()) {
            quotes.add(new Quote(privacy.keep(words), side.community()));
        }
    }

    private static List<String> rows(Map<String, Object> facts, String path, String key, Privacy privacy) {
        return Facts.at(facts, path) instanceof List<?> rows
                ? rows.stream()
                        .map(row -> row instanceof Map<?, ?> map && map.get(key) instanceof String text ? text : "")
                        .filter(text -> !text.isBlank())
                        .map(privacy::keep)
                        .toList()
                : List.of();
    }

    private static List<String> texts(Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    private static String text(Map<String, Object> facts, String path) {
        return Facts.at(facts, path) instanceof String text ? text : "";
    }

    private static BigDecimal amount(Map<String, Object> facts, String path) {
        return Facts.at(facts, path) instanceof Number number ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
    }
}
