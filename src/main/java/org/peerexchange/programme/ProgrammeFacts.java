package org.peerexchange.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Facts about a programme before there is a case: for start forms and public pages. */
@Component
public class ProgrammeFacts {

    private final Programmes programmes;
    private final Cases cases;
    private final Clock clock;

    ProgrammeFacts(Programmes programmes, Cases cases, Clock clock) {
        this.programmes = programmes;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * The facts by name: {@code today}, the lists, {@code programme} in English, {@code openCycles}, {@code cycleNumbers} (without
     * their beginnings), and {@code defaults} for a next cycle.
     */
    public Map<String, Object> of(String key) {
        Programme programme = programmes.of(key);
        LocalDate today = LocalDate.now(clock.withZone(programme.zone()));
        Map<String, Object> facts = new LinkedHashMap<>(programme.listsAsFacts());
        facts.put("today", today);
        facts.put("programme", programme.asFacts(Locale.ENGLISH));
        facts.put("openCycles", openCycles(key).stream().map(Case::number).toList());
        facts.put(
                "cycleNumbers",
                cases.findByProgrammeAndKindOrderByNumber(key, Case.CYCLE).stream()
                        .map(cycle -> cycle.number().substring(cycle.number().indexOf('-') + 1))
                        .toList());
        facts.put("defaults", defaults(programme, today));
        return facts;
    }

    /** The cycle that is running, or empty. */
    public Optional<Case> currentCycle(String key) {
        return openCycles(key).stream().findFirst();
    }

    /** All cycles that are running: in some programmes one begins before the last one has ended. */
    public List<Case> openCycles(String key) {
        return cases.findByProgrammeAndKindOrderByNumber(key, Case.CYCLE).stream()
                .filter(cycle -> cycle.closedAt() == null)
                .toList();
    }

    /** When the window of a next cycle usually opens; empty where no day is usual. */
    public Optional<LocalDate> usuallyOpens(Programme programme) {
        return defaults(programme, LocalDate.now(clock.withZone(programme.zone())))
                                .get("applicationsOpen")
                        instanceof LocalDate day
                ? Optional.of(day)
                : Optional.empty();
    }

    /**
     * The usual days of the programme's next cycle: of those a year has, the first that begins on a day still to come;
     * {@code year}, {@code run} (which of them it is, from 1), and the days and limits by name.
     */
    private static Map<String, Object> defaults(Programme programme, LocalDate today) {
        Map<String, Object> next = Stream.of(today.getYear(), today.getYear() + 1)
                .flatMap(year -> IntStream.range(0, programme.cycleDates().size())
                        .mapToObj(run ->
                                days(year, run + 1, programme.cycleDates().get(run))))
                .filter(days -> days.values().stream()
                        .filter(LocalDate.class::isInstance)
                        .map(LocalDate.class::cast)
                        .findFirst()
                        .filter(first -> !first.isBefore(today))
                        .isPresent())
                .findFirst()
                .orElseGet(() -> new LinkedHashMap<>(Map.of("year", today.getYear(), "run", 1)));
        next.putAll(programme.cycleLimits());
        return next;
    }

    private static Map<String, Object> days(int year, int run, Map<String, String> usual) {
        Map<String, Object> days = new LinkedHashMap<>();
        days.put("year", year);
        days.put("run", run);
        LocalDate last = LocalDate.of(year, 1, 1);
        for (var day : usual.entrySet()) {
            LocalDate next = MonthDay.parse("--" + day.getValue()).atYear(last.getYear());
            last = next.isBefore(last) ? next.plusYears(1) : next;
            days.put(day.getKey(), last);
        }
        return days;
    }
}
