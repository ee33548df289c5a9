package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.submission.GeneratedForms.Filled;

/**
 * The server takes what the pages' form-js would send, and refuses what it refuses: forms that nobody wrote are filled in in
 * form-js itself, and what it would send is checked on the server. The same forms each time; {@code forms.first} and {@code forms.count} take others.
 */
class FormJsTests {

    private static final long FIRST = Long.getLong("forms.first", 1);
    private static final int FORMS = Integer.getInteger("forms.count", 60);
    private static final Path FOLDER = Path.of("target", "form-js");
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final LocalDate TODAY = LocalDate.of(2031, 3, 10);

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Zs}\\u200b]+");
    private static final Pattern UNCLEAN = Pattern.compile("[\\t\\x00\\u0301]");

    /** What form-js made of a form; see {@code src/test/browser/answers.js}. */
    record Sent(List<String> complaints, Set<String> shown, Map<String, Object> sent, Set<String> wrong) {}

    /** Where server and page differ on purpose. Each must be met by some form, so that none outlives its reason. */
    private enum Deliberate {
        /** Once a form is open, form-js takes any value for a choice; the server takes what is offered. */
        ONLY_WHAT_IS_OFFERED(at -> at.refusedByServer() && at.message().contains("not one of the choices offered")),
        /** The page's date picker can give no other; whoever posts without the page can. */
        ONLY_REAL_DAYS_AND_TIMES(at -> at.refusedByServer() && at.is(Kind.DATETIME) && !at.isRealDayOrTime()),
        /** The picker offers no past days, but form-js does not check them. */
        NO_PAST_DAYS(at -> at.refusedByServer()
                && Boolean.TRUE.equals(at.field().at("disallowPassedDates"))
                && LocalDate.parse((String) at.sent()).isBefore(TODAY)),
        /** Nothing but spaces, be they invisible, is no answer: nothing is kept, and where one is needed it is missing. */
        SPACES_ARE_NO_ANSWER(at -> at.kept() == null
                && !at.text().isEmpty()
                && INVISIBLE.matcher(at.text()).matches()),
        /** Spaces around a text are not kept, so they do not count. */
        NO_SPACES_AROUND(at -> !at.text().equals(at.text().strip()) && !at.refusedByServer()),
        /** Tabs in a line, control characters and letters in two parts are kept as what people see. */
        CLEANED(at -> UNCLEAN.matcher(at.text()).find()),
        /** A number has as many digits as a browser can carry exactly. */
        NO_ENDLESS_NUMBERS(
                at -> at.refusedByServer() && at.is(Kind.NUMBER) && at.text().length() > 15),
        /** A number kept as text is kept in the shortest way, so that 007 and 7 are the same. */
        SHORTEST_NUMBERS(at -> at.nobodyRefused()
                && at.is(Kind.NUMBER)
                && at.sent() != null
                && at.kept() != null
                && new BigDecimal(at.text().strip())
                                .compareTo(new BigDecimal(at.kept().toString()))
                        == 0),
        /** What is disabled the page does not send; the server keeps what is known. */
        DISABLED_IS_KNOWN(at -> at.locked() && at.sent() == null && at.nobodyRefused()),
        /** Nobody can mend what is read-only, so it is not refused. */
        LOCKED_IS_NOT_JUDGED(at -> at.locked() && at.refusedByPage());

        private final Predicate<Difference> explains;

        Deliberate(Predicate<Difference> explains) {
            this.explains = explains;
        }
    }

    /** Where the server and form-js do not say the same of an answer; a message says that the server refused it. */
    private record Difference(
            Component field, boolean locked, Object sent, Object kept, boolean wrongOnPage, String message) {

        boolean refusedByServer() {
            return message != null && !wrongOnPage;
        }

        boolean refusedByPage() {
            return message == null && wrongOnPage;
        }

        boolean nobodyRefused() {
            return message == null && !wrongOnPage;
        }

        boolean is(Kind kind) {
            return field.kind() == kind;
        }

        String text() {
            return sent == null ? "" : sent.toString();
        }

        boolean isRealDayOrTime() {
            try {
                return "time".equals(field.at("subtype"))
                        ? LocalTime.parse(text()) != null
                        : LocalDate.parse(text()) != null;
            } catch (DateTimeParseException none) {
                return false;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages-form-js", "tasklist-form-js"})
    void theServerAgreesWithFormJs(String version) throws IOException, InterruptedException {
        List<Filled> forms = LongStream.range(FIRST, FIRST + FORMS)
                .mapToObj(GeneratedForms::number)
                .toList();
        List<Sent> results = fillIn(version, forms);
        List<String> wrong = new ArrayList<>();
        Set<Deliberate> unmet = EnumSet.allOf(Deliberate.class);
        for (int i = 0; i < FORMS; i++) {
            compare(forms.get(i), results.get(i), "form " + (FIRST + i), wrong, unmet);
        }
        assertThat(wrong).isEmpty();
        assertThat(unmet).as("differences that no form has any more").isEmpty();
    }

    private static void compare(Filled filled, Sent sent, String name, List<String> wrong, Set<Deliberate> unmet)
            throws IOException {
        Form form = Form.parse(JSON.writeValueAsString(filled.schema()));
        Map<String, Object> known = new HashMap<>(filled.data());
        known.put("today", TODAY);
        Sheet sheet = new Sheet(form, sent.sent(), known, form.expressions().on(TODAY));
        Map<String, Entry> shown = new TreeMap<>();
        collect(sheet.form().entries(), shown);
        Validated validated = new FormValidator(Clock.systemUTC()).validate(form, sent.sent(), known);
        Map<String, String> messages = new TreeMap<>();
        validated.errors().forEach(error -> messages.put(path(error.field()), error.message()));

        sent.complaints().forEach(complaint -> wrong.add(name + " complains: " + complaint));
        Set<String> judged = new TreeSet<>(shown.keySet());
        judged.retainAll(sent.shown());
        difference(sent.shown(), judged).forEach(path -> {
            // A row of which the page sends nothing does not reach the server.
            if (at(sent.sent(), path.replaceFirst("\\.\\w+$", "")) != null || !path.startsWith("rows.")) {
                wrong.add("%s: %s is shown by form-js only".formatted(name, path));
            }
        });
        difference(shown.keySet(), judged)
                .forEach(path -> wrong.add("%s: %s is shown by the server only: %s"
                        .formatted(name, path, shown.get(path).component().json())));
        difference(messages.keySet(), judged)
                .forEach(path -> wrong.add("%s: %s: %s".formatted(name, path, messages.get(path))));
        for (String path : judged) {
            Entry entry = shown.get(path);
            Difference at = new Difference(
                    entry.component(),
                    entry.locked(),
                    at(sent.sent(), path),
                    at(validated.answers(), path),
                    sent.wrong().contains(path),
                    messages.get(path));
            if (at.nobodyRefused() ? !same(at.sent(), at.kept()) : at.refusedByPage() || at.refusedByServer()) {
                Deliberate deliberate = Stream.of(Deliberate.values())
                        .filter(one -> one.explains.test(at))
                        .findFirst()
                        .orElse(null);
                unmet.remove(deliberate);
                if (deliberate == null) {
                    wrong.add("%s: %s %s".formatted(name, path, at));
                }
            }
        }
    }

    private static Set<String> difference(Set<String> all, Set<String> less) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(less);
        return rest;
    }

    private static boolean same(Object sent, Object kept) {
        return "".equals(sent) ? kept == null : Objects.equals(Plain.of(sent), Plain.of(kept));
    }

    private static Object at(Map<String, Object> data, String path) {
        Object here = data;
        for (String step : path.split("\\.")) {
            here = here instanceof List<?> list
                    ? Integer.parseInt(step) < list.size() ? list.get(Integer.parseInt(step)) : null
                    : here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    private static void collect(List<Entry> entries, Map<String, Entry> shown) {
        entries.stream().filter(entry -> !entry.hidden()).forEach(entry -> {
            if (entry.component().kind().isField() && entry.component().kind() != Kind.DYNAMICLIST) {
                shown.put(path(entry.name()), entry);
            }
            collect(entry.inside(), shown);
            entry.rows().forEach(row -> collect(row.entries(), shown));
        });
    }

    /** days[0].date → days.0.date, as form-js has it. */
    private static String path(String field) {
        return field.replaceAll("\\[(\\d+)]", ".$1");
    }

    private static List<Sent> fillIn(String version, List<Filled> forms) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path cases = FOLDER.resolve("cases.json");
        Path results = FOLDER.resolve("results.json");
        Files.deleteIfExists(results);
        JSON.writeValue(cases.toFile(), forms);
        ProcessBuilder node = new ProcessBuilder(
                "node", "src/test/browser/answers.js", version, cases.toString(), results.toString());
        node.environment().put("TZ", "Europe/Kyiv");
        Process filling = node.redirectErrorStream(true).start();
        filling.getOutputStream().close();
        String said = new String(filling.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(filling.waitFor()).as(said).isZero();
        return JSON.readValue(results.toFile(), new TypeReference<>() {});
    }
}
