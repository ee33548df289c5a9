package org.peerexchange.submission;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerexchange.Chromium;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.submission.SampleAnswers.Sample;

/**
 * Tasklist and the pages show forms with different versions of form-js, and the server checks what was sent with neither: the
 * three must agree about every form.
 */
@Tag(PeerExchangeTest.APPLICATION)
class FormsInBrowserIT {

    private static final Path BUNDLE = Path.of("target", "browser-tests");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2031, 1, 1);
    private static final String TASKLIST = "tasklist";
    private static final String PAGES = "pages";

    private static final List<String> complaints = new ArrayList<>();
    private static Chromium chromium;
    private static Page page;

    /** What the browser made of a form; see {@code src/test/browser/forms.js}. */
    record Shown(
            List<String> complaints,
            List<Labelled> fields,
            Map<String, Integer> displays,
            List<String> before,
            Map<String, Object> sent,
            Set<String> wrong,
            List<String> after) {

        Map<String, String> labels() {
            Map<String, String> labels = new TreeMap<>();
            fields.forEach(field -> labels.put(field.key(), String.valueOf(field.label())));
            return labels;
        }
    }

    record Labelled(String key, String label) {}

    record Changed(List<String> complaints, boolean grey, boolean hidden) {}

    @BeforeAll
    static void openPage() throws IOException, InterruptedException {
        // Nobody watches: a form need not wait for the next picture of a screen, and a window of hardly any height has
        // few
        // to draw, which takes a third less time. A page with moving pictures would draw them all day.
        chromium = Chromium.start("--disable-frame-rate-limit", "--disable-gpu-vsync");
        Process bundling = new ProcessBuilder("node", "src/test/browser/build.js", BUNDLE.toString())
                .redirectErrorStream(true)
                .start();
        bundling.getOutputStream().close();
        String said = new String(bundling.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bundling.waitFor()).as(said).isZero();
        page = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 2)
                        .setLocale("en-US")
                        .setTimezoneId("Europe/Kyiv"))
                .newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.setContent("<!doctype html><html lang=\"en\"><body></body></html>");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(BUNDLE.resolve("forms.js")));
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static List<Path> forms() {
        return FormFiles.all();
    }

    static List<Path> staffForms() {
        return FormFiles.ofStaff();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aFormIsTheSameInTasklistOnThePagesAndOnTheServer(Path file) {
        String schema = FormFiles.read(file);
        Form form = Form.parse(schema);
        List<String> wrong = new ArrayList<>();
        Set<String> neverShown = FormReader.everyComponent(form.components())
                .map(FormsInBrowserIT::idOf)
                .collect(toSet());
        for (Sample sample : SampleAnswers.of(form)) {
            Shown tasklist = show(TASKLIST, schema, sample);
            Shown pages = show(PAGES, schema, sample);
            Comparison comparison = new Comparison(sample.name(), wrong);
            comparison.same("the fields and their labels", tasklist.labels(), pages.labels());
            comparison.same("the texts and tables", tasklist.displays(), pages.displays());
            comparison.same("what is sent", tasklist.sent(), pages.sent());
            comparison.same("the fields that are wrong", tasklist.wrong(), pages.wrong());
            for (Shown shown : List.of(tasklist, pages)) {
                comparison.none("the browser complains", shown.complaints());
                comparison.none("an error is shown before anything was typed", shown.before());
                if (sample.answered()) {
                    comparison.none("an error is shown after good answers", shown.after());
                }
            }
            List<Entry> onServer = shownOnServer(form, tasklist.sent(), sample.data());
            onServer.forEach(entry -> neverShown.remove(idOf(entry.component())));
            comparison.same("the fields and their labels on the server", tasklist.labels(), labels(onServer));
            comparison.same("the texts and tables on the server", tasklist.displays(), displays(onServer));
            comparison.same(
                    "the fields that are wrong on the server",
                    tasklist.wrong(),
                    wrongOnServer(form, tasklist.sent(), sample.data()));
        }
        assertThat(wrong).isEmpty();
        assertThat(neverShown).as("shown with no sample").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("staffForms")
    void nobodyIsStuckInTasklistWithAnErrorThatIsHidden(Path file) throws JsonProcessingException {
        Form form = Form.parse(FormFiles.read(file));
        JsonNode schema = JSON.readTree(FormFiles.read(file));
        TasklistForm.fit(schema);
        List<Sample> answered =
                SampleAnswers.of(form).stream().filter(Sample::answered).toList();
        Map<Sample, Set<String>> shown = new LinkedHashMap<>();
        answered.forEach(sample -> shown.put(
                sample,
                labels(shownOnServer(form, sample.data(), sample.data())).keySet()));
        List<String> stuck = new ArrayList<>();
        for (Field field : form.fields()) {
            for (Object unfit : unfit(field)) {
                Sample before = first(shown, field, true);
                Sample after = first(shown, field, false);
                if (before != null && after != null) {
                    Map<String, Object> others = new LinkedHashMap<>(after.data());
                    others.keySet().retainAll(shown.get(after));
                    Changed changed = changeMind(schema.toString(), before, field.key(), unfit, others);
                    if (changed.grey()
                            || !changed.hidden()
                            || !changed.complaints().isEmpty()) {
                        stuck.add("%s was \"%.20s\": %s".formatted(field.key(), unfit, changed));
                    }
                }
            }
        }
        assertThat(stuck).isEmpty();
    }

    private static Sample first(Map<Sample, Set<String>> shown, Field field, boolean visible) {
        return shown.entrySet().stream()
                .filter(sample -> sample.getValue().contains(field.key()) == visible)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static List<Object> unfit(Field field) {
        return switch (field.type()) {
            case "textfield", "textarea" -> List.of("", "x".repeat(10_000));
            case "number" -> List.of("", -1, 0.123456, 1_000_000_000);
            case "checkbox" -> List.of(false);
            case "checklist" -> List.of(List.of());
            default -> List.of("");
        };
    }

    private static Shown show(String version, String schema, Sample sample) {
        complaints.clear();
        Shown shown = ask(
                "([version, schema, data]) => show(version, JSON.parse(schema), JSON.parse(data)).then(JSON.stringify)",
                List.of(version, schema, SampleAnswers.json(sample.data())),
                Shown.class);
        shown.complaints().addAll(complaints);
        shown.complaints().replaceAll(complaint -> version + ": " + complaint);
        return shown;
    }

    private static Changed changeMind(
            String schema, Sample before, String key, Object unfit, Map<String, Object> others) {
        return ask(
                "([schema, data, key, unfit, others]) => changeMind(JSON.parse(schema), JSON.parse(data), key,"
                        + " JSON.parse(unfit), JSON.parse(others)).then(JSON.stringify)",
                List.of(
                        schema,
                        SampleAnswers.json(before.data()),
                        key,
                        SampleAnswers.json(unfit),
                        SampleAnswers.json(others)),
                Changed.class);
    }

    private static <T> T ask(String script, List<String> arguments, Class<T> type) {
        try {
            return JSON.readValue((String) page.evaluate(script, arguments), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Entry> shownOnServer(Form form, Map<String, Object> sent, Map<String, Object> data) {
        List<Entry> shown = new ArrayList<>();
        collect(new Sheet(form, sent, data, form.expressions().on(TODAY)).form().entries(), shown);
        return shown;
    }

    private static void collect(List<Entry> entries, List<Entry> shown) {
        entries.stream().filter(entry -> !entry.hidden()).forEach(entry -> {
            shown.add(entry);
            collect(entry.inside(), shown);
            entry.rows().forEach(row -> collect(row.entries(), shown));
        });
    }

    private static Map<String, String> labels(List<Entry> shown) {
        Map<String, String> labels = new TreeMap<>();
        shown.stream()
                .filter(entry ->
                        entry.component().kind().isField() && entry.component().kind() != Kind.DYNAMICLIST)
                .forEach(entry -> labels.put(path(entry.name()), labelOf(entry.component())));
        return labels;
    }

    /** What is only computed has a label where answers are read, and none in the form. */
    private static String labelOf(Component component) {
        return component.kind() == Kind.EXPRESSION ? "null" : component.label().strip();
    }

    private static Map<String, Integer> displays(List<Entry> shown) {
        return Stream.of("text", "table").collect(toMap(type -> type, type -> (int) shown.stream()
                .filter(entry -> type.equals(entry.component().text("type")))
                .count()));
    }

    private static Set<String> wrongOnServer(Form form, Map<String, Object> sent, Map<String, Object> data) {
        Map<String, Object> known = new HashMap<>(data);
        known.put("today", TODAY);
        Set<String> wrong = new TreeSet<>();
        new FormValidator(Clock.systemUTC())
                .validate(form, sent, known)
                .errors()
                .forEach(error -> wrong.add(path(error.field())));
        return wrong;
    }

    /** days[0].date → days.0.date, as form-js has it. */
    private static String path(String field) {
        return field.replaceAll("\\[(\\d+)]", ".$1");
    }

    private static String idOf(Component component) {
        return component.text("id");
    }

    private record Comparison(String sample, List<String> wrong) {

        void same(String what, Object one, Object other) {
            if (!one.equals(other)) {
                wrong.add("%s: %s differ:\n  %s\n  %s".formatted(sample, what, one, other));
            }
        }

        void none(String what, List<String> found) {
            if (!found.isEmpty()) {
                wrong.add("%s: %s: %s".formatted(sample, what, found));
            }
        }
    }
}
