package org.peerexchange.deadline;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.Tables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deadlines by name, from the programme's table {@code <programme>-deadlines}: a name, the date it counts from ({@code today} or a fact such as
 * {@code cycle.applicationsClose}), an offset such as {@code P14D}, the time of day it ends, in the programme's zone, and the
 * time that is left at least to somebody who is asked when that day is near or past.
 * Months and weeks are the calendar's: one month after 31 January is the last of February.
 */
@Component
public class Deadlines {

    static final String TABLE = "deadlines";

    private final Tables tables;
    private final Facts facts;
    private final Cases cases;
    private final Programmes programmes;
    private final Clock clock;

    Deadlines(Tables tables, Facts facts, Cases cases, Programmes programmes, Clock clock) {
        this.tables = tables;
        this.facts = facts;
        this.cases = cases;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * When a deadline of a case ends.
     *
     * @param name a name in the table
     * @throws IllegalArgumentException when the table does not know the name, or the date it counts from is not known yet
     */
    @Transactional(readOnly = true)
    public Instant of(String caseNumber, String name) {
        Case subject = cases.of(caseNumber);
        Programme programme = programmes.of(subject.programme());
        Map<String, Object> row = row(programme.key(), name);
        LocalDate from = from(caseNumber, name, (String) row.get("from"), programme.zone());
        String until = (String) row.get("until");
        Instant due = at(from, (String) row.get("offset"), until, programme.zone());
        String atLeast = (String) row.get("atLeast");
        if (atLeast == null || atLeast.isEmpty()) {
            return due;
        }
        Instant soonest = at(LocalDate.now(clock.withZone(programme.zone())), atLeast, until, programme.zone());
        return due.isBefore(soonest) ? soonest : due;
    }

    /** The same as a day in the programme's zone; empty while the date it counts from is not known. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> dayIfKnown(String caseNumber, String name) {
        Programme programme = programmes.of(cases.of(caseNumber).programme());
        String from = (String) row(programme.key(), name).get("from");
        return from.equals("today") || Facts.at(facts.of(caseNumber), from) instanceof LocalDate
                ? Optional.of(LocalDate.ofInstant(of(caseNumber, name), programme.zone()))
                : Optional.empty();
    }

    /**
     * Whether a deadline of a case counts from a day of its cycle, which staff can move, and not from one of its own.
     *
     * @throws IllegalArgumentException when the table does not know the name
     */
    @Transactional(readOnly = true)
    public boolean countsFromCycle(String caseNumber, String name) {
        String from = (String) row(cases.of(caseNumber).programme(), name).get("from");
        return from.startsWith(Case.CYCLE + ".");
    }

    /**
     * The calendar part of a deadline.
     *
     * @param offset ISO period such as {@code P14D}, {@code P1M}, {@code -P3D}
     * @param until local time the day ends at, such as {@code 23:59}
     */
    static Instant at(LocalDate from, String offset, String until, ZoneId zone) {
        try {
            return from.plus(Period.parse(offset))
                    .atTime(LocalTime.parse(until))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "\"%s\" at \"%s\" is not an offset such as P14D with a time such as 23:59."
                            .formatted(offset, until),
                    wrong);
        }
    }

    private Map<String, Object> row(String programme, String name) {
        String table = Tables.ofProgramme(programme, TABLE);
        List<Map<String, Object>> rows =
                tables.lookUp(table, Map.of("name", name)).rows();
        if (rows.size() != 1) {
            throw new IllegalArgumentException("The table %s has %d rows for the deadline \"%s\"; it needs one."
                    .formatted(table, rows.size(), name));
        }
        return rows.get(0);
    }

    private LocalDate from(String caseNumber, String name, String path, ZoneId zone) {
        if (path.equals("today")) {
            return LocalDate.now(clock.withZone(zone));
        }
        if (facts.at(caseNumber, path) instanceof LocalDate date) {
            return date;
        }
        throw new IllegalArgumentException(
                "The deadline \"%s\" of %s counts from %s, which is not known yet.".formatted(name, caseNumber, path));
    }
}
