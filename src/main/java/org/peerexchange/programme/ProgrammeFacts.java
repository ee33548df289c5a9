package org.peerexchange.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The facts by name: {@code today}, the lists, {@code openCycles}, {@code years}, and {@code defaults} for a next cycle. */
    public Map<String, Object> of(String key) {
        Programme programme = programmes.of(key);
        LocalDate today = LocalDate.now(clock.withZone(programme.zone()));
        Map<String, Object> facts = new LinkedHashMap<>(programme.listsAsFacts());
        facts.put("today", today);
        facts.put("openCycles", openCycles(key).stream().map(Case::number).toList());
        facts.put(
                "years",
                cases.findByProgrammeAndKindOrderByNumber(key, Case.CYCLE).stream()
                        .map(cycle -> Integer.valueOf(
                                cycle.number().substring(cycle.number().indexOf('-') + 1)))
                        .toList());
        facts.put("defaults", defaults(programme, today));
        return facts;
    }

    /** The cycle that is running, or empty. */
    public Optional<Case> currentCycle(String key) {
        return openCycles(key).stream().findFirst();
    }

    private List<Case> openCycles(String key) {
        return cases.findByProgrammeAndKindOrderByNumber(key, Case.CYCLE).stream()
                .filter(cycle -> cycle.closedAt() == null)
                .toList();
    }

    /** The programme's usual days, in the first year in which its first one is still to come. */
    private static Map<String, Object> defaults(Programme programme, LocalDate today) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        int year = programme.cycleDates().values().stream()
                        .findFirst()
                        .map(first -> MonthDay.parse("--" + first)
                                .atYear(today.getYear())
                                .isBefore(today))
                        .orElse(false)
                ? today.getYear() + 1
                : today.getYear();
        defaults.put("year", year);
        programme
                .cycleDates()
                .forEach((name, day) ->
                        defaults.put(name, MonthDay.parse("--" + day).atYear(year)));
        defaults.putAll(programme.cycleLimits());
        return defaults;
    }
}
