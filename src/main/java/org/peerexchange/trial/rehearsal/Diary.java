package org.peerexchange.trial.rehearsal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peerexchange.trial.process.RehearsalEngine;

/** What happens in a rehearsal, noted while it is played. */
class Diary {

    private final ZoneId zone;
    private final Set<MonthDay> holidays;
    final Map<String, Map<String, Integer>> tasksByGroupAndWeek = new TreeMap<>();
    final Map<String, Integer> dueOnDaysOff = new TreeMap<>();
    final Map<String, Integer> couldNot = new TreeMap<>();
    int asked;
    int tooLate;
    int unasked;
    Collection<String> unfinished = List.of();
    List<String> failures = List.of();
    List<String> neverTaken = List.of();

    /** @param holidays days of each year on which nobody works */
    Diary(ZoneId zone, Collection<String> holidays) {
        this.zone = zone;
        this.holidays = holidays.stream().map(day -> MonthDay.parse("--" + day)).collect(Collectors.toSet());
    }

    void taskCreated(RehearsalEngine.OpenTask task, Instant now) {
        if (task.request() == null) {
            tasksByGroupAndWeek
                    .computeIfAbsent(task.group(), group -> new TreeMap<>())
                    .merge(week(now), 1, Integer::sum);
        } else {
            asked++;
        }
        if (isOff(LocalDate.ofInstant(task.due(), zone))) {
            dueOnDaysOff.merge(task.name().replaceAll("[A-Z]{2}-[\\d-]+", "…"), 1, Integer::sum);
        }
    }

    private boolean isOff(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(MonthDay.from(day));
    }

    private String week(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Somebody tried again and again and was refused each time. */
    void couldNot(String form, String sentence) {
        couldNot.merge("%s: %s".formatted(form, sentence), 1, Integer::sum);
    }

    /** Somebody did something that was not needed any more. */
    void tooLate() {
        tooLate++;
    }

    void saidUnasked() {
        unasked++;
    }

    void ends(Collection<String> open, List<String> failed, List<String> never) {
        unfinished = open;
        failures = failed;
        neverTaken = never;
    }
}
