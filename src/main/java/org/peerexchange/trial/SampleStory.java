package org.peerexchange.trial;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What happens in the sample cycle, read from {@code trial/sample.yaml}.
 *
 * @param parts pieces that the scenes share by YAML references
 * @param programme key of the programme
 * @param begins the first day (month-day)
 * @param ends the day on which the clock is left
 */
record SampleStory(
        Object parts,
        String programme,
        String begins,
        String ends,
        Map<String, KnownCommunity> communities,
        List<Scene> story) {

    private static final Pattern DAY = Pattern.compile("(visit|\\d\\d-\\d\\d)(?:\\+(\\d+))?");

    /**
     * A community that the hub knows, with its facts; whoever speaks for it applies under this name and address.
     *
     * @param gsf yes or no, or null when staff have not looked it up
     * @param ceeMeeting yes or no, or null when staff have not looked it up
     */
    record KnownCommunity(String name, String type, String country, String languages, String gsf, String ceeMeeting) {}

    /**
     * One thing that somebody does. It concerns an application or an exchange, both named by the community that applied (an
     * exchange by its mentee's), a request for help, named by who asked, or else the cycle.
     *
     * @param day month-day; without one it is the same day, a little later
     * @param visit first day of the visit, for answers that say {@code visit+1}
     * @param staff a member of staff, who {@code starts} a process, {@code completes} a task or {@code claims} it
     * @param applies role in which the community of {@code application} applies
     * @param side one or more sides, who answer a request by its form ({@code asked}) or say something unasked ({@code tells})
     * @param help who asks the hub for help
     */
    record Scene(
            String day,
            String visit,
            String application,
            String exchange,
            String request,
            String staff,
            String starts,
            String completes,
            String claims,
            String applies,
            List<String> side,
            String asked,
            String tells,
            String help,
            Map<String, Object> answers) {

        /** The answers, with every day of the story as a day of this year. */
        Map<String, Object> answers(int year) {
            Map<String, Object> dated = new LinkedHashMap<>();
            if (answers != null) {
                answers.forEach((field, answer) -> dated.put(field, dated(answer, year)));
            }
            return dated;
        }

        private Object dated(Object answer, int year) {
            if (answer instanceof List<?> rows) {
                return rows.stream().map(row -> dated(row, year)).toList();
            }
            if (answer instanceof Map<?, ?> row) {
                Map<String, Object> dated = new LinkedHashMap<>();
                row.forEach((field, value) -> dated.put((String) field, dated(value, year)));
                return dated;
            }
            if (answer instanceof String text) {
                Matcher written = DAY.matcher(text);
                if (written.matches()) {
                    String from = written.group(1).equals("visit") ? visit : written.group(1);
                    long later = written.group(2) == null ? 0 : Long.parseLong(written.group(2));
                    return SampleStory.day(from, year).plusDays(later).toString();
                }
            }
            return answer;
        }
    }

    /** The scenes in the order of their days; the file may tell them in any order that reads well. */
    List<Scene> inOrder() {
        List<Map.Entry<String, Scene>> dated = new ArrayList<>();
        String day = begins;
        for (Scene scene : story) {
            day = scene.day() == null ? day : scene.day();
            dated.add(Map.entry(day, scene));
        }
        dated.sort(Map.Entry.comparingByKey());
        return dated.stream().map(Map.Entry::getValue).toList();
    }

    static SampleStory read() {
        LoaderOptions manyReferences = new LoaderOptions();
        manyReferences.setMaxAliasesForCollections(1000);
        try (InputStream in = SampleStory.class.getResourceAsStream("/trial/sample.yaml")) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    .build()
                    .convertValue(new Yaml(manyReferences).load(in), SampleStory.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LocalDate day(String monthDay, int year) {
        return MonthDay.parse("--" + monthDay).atYear(year);
    }
}
