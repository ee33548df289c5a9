package org.peerexchange.trial.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peerexchange.programme.Programme;
import org.springframework.jdbc.core.JdbcTemplate;

/** A rehearsal in lines for people: what to expect of a cycle before it begins. */
class RehearsalReport {

    private final Programme programme;
    private final Rehearsal.Setting setting;
    private final Diary diary;
    private final JdbcTemplate jdbc;
    private final List<String> lines = new ArrayList<>();

    RehearsalReport(Programme programme, Rehearsal.Setting setting, Diary diary, JdbcTemplate jdbc) {
        this.programme = programme;
        this.setting = setting;
        this.diary = diary;
        this.jdbc = jdbc;
    }

    List<String> lines() {
        lines.add("%s, %d participants, year %d, seed %d"
                .formatted(programme.name(), setting.participants(), setting.year(), setting.seed()));
        cases();
        tasks();
        mails();
        list("Due on a Saturday, a Sunday or a holiday", counted(diary.dueOnDaysOff));
        list(
                "Could not be answered by chance (a form may ask what nobody can know; see \"rehearse\")",
                counted(diary.couldNot));
        list("Cases that never end", List.copyOf(diary.unfinished));
        list("Failed", diary.failures);
        list("Flows never taken", diary.neverTaken);
        return lines;
    }

    private void cases() {
        lines.add("");
        lines.add("Cases");
        jdbc.query(
                        """
                        select kind, state, count(*) as n from app.cases where programme = ?
                        group by kind, state order by kind, n desc, state""",
                        (row, at) -> "  %4d  %-12s %s"
                                .formatted(
                                        row.getInt("n"),
                                        row.getString("kind"),
                                        programme.state(row.getString("state")).staff()),
                        programme.key())
                .forEach(lines::add);
    }

    private void tasks() {
        lines.add("");
        lines.add(
                "Tasks of staff by group and week (participants were asked %d times, came too late %d times, and said something unasked %d times)"
                        .formatted(diary.asked, diary.tooLate, diary.unasked));
        Map<String, Integer> weeks = new TreeMap<>();
        diary.tasksByGroupAndWeek.forEach((group, byWeek) -> {
            byWeek.forEach((week, count) -> weeks.merge(week, count, Integer::sum));
            int all = byWeek.values().stream().mapToInt(Integer::intValue).sum();
            Map.Entry<String, Integer> most = busiest(byWeek);
            lines.add("  %4d  %s, at most %d in %s; by week: %s"
                    .formatted(all, group, most.getValue(), most.getKey(), inWords(byWeek)));
        });
        if (!weeks.isEmpty()) {
            Map.Entry<String, Integer> most = busiest(weeks);
            lines.add("  The busiest week is %s with %d tasks.".formatted(most.getKey(), most.getValue()));
        }
    }

    private static Map.Entry<String, Integer> busiest(Map<String, Integer> byWeek) {
        return byWeek.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow();
    }

    private static String inWords(Map<String, Integer> byWeek) {
        StringBuilder words = new StringBuilder();
        byWeek.forEach((week, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(week.replaceFirst("^\\d+-", ""))
                .append(' ')
                .append(count));
        return words.toString();
    }

    private void mails() {
        List<Integer> perPerson = jdbc.queryForList(
                """
                select count(*)::int from app.mails where programme = ? and recipient like 'person:%'
                group by recipient order by 1""",
                Integer.class, programme.key());
        lines.add("");
        if (perPerson.isEmpty()) {
            lines.add("No mail was sent to anybody.");
            return;
        }
        lines.add("Mails: %d to %d people; half of them got at most %d, nobody more than %d"
                .formatted(
                        perPerson.stream().mapToInt(Integer::intValue).sum(),
                        perPerson.size(),
                        perPerson.get((perPerson.size() - 1) / 2),
                        perPerson.get(perPerson.size() - 1)));
    }

    private static List<String> counted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> "%4d  %s".formatted(entry.getValue(), entry.getKey()))
                .toList();
    }

    private void list(String heading, List<String> entries) {
        lines.add("");
        lines.add("%s: %s".formatted(heading, entries.isEmpty() ? "none" : entries.size()));
        entries.forEach(entry -> lines.add("  " + entry));
    }
}
