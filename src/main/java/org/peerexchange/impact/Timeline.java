package org.peerexchange.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.peerexchange.language.InWords;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Programme;

/**
 * The days of a cycle that everybody may know, with today among them.
 *
 * @param days in their order
 */
record Timeline(List<Day> days) {

    /**
     * A day of it.
     *
     * @param label what happens then; null for today between the others
     * @param words the day, written out
     * @param today whether it is today
     * @param past whether it lies behind
     */
    record Day(String label, String words, boolean today, boolean past) {}

    private record Known(String label, LocalDate date) {}

    /**
     * @param facts what is known of the cycle; a day that is not known is left out
     * @return empty where no day is known
     */
    static Timeline of(Programme programme, Map<String, Object> facts, LocalDate today, Locale language) {
        List<Known> known = programme.publicPages().timeline().stream()
                .flatMap(day -> Facts.at(facts, day.day()) instanceof LocalDate date
                        ? Stream.of(new Known(day.label(), date))
                        : Stream.empty())
                .sorted(Comparator.comparing(Known::date))
                .toList();
        List<Day> days = new ArrayList<>();
        known.forEach(day -> days.add(new Day(
                day.label(),
                InWords.day(day.date(), language),
                day.date().equals(today),
                day.date().isBefore(today))));
        if (!days.isEmpty() && days.stream().noneMatch(Day::today)) {
            int behind = (int) days.stream().filter(Day::past).count();
            days.add(behind, new Day(null, InWords.day(today, language), true, false));
        }
        return new Timeline(List.copyOf(days));
    }
}
