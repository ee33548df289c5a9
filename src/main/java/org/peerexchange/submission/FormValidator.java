package org.peerexchange.submission;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks on the server what somebody sent in a form, whatever page or program it came from. What the form does not ask
 * for is dropped, what it computes is computed again, and nothing posted makes it fail. It holds no state.
 */
public final class FormValidator {

    private final Clock clock;

    public FormValidator(Clock clock) {
        this.clock = clock;
    }

    /**
     * Checks the answers to a form.
     *
     * @param form the form
     * @param posted what was sent, as JSON reads: text, numbers, true and false, lists and maps; null counts as nothing
     * @param context data the form reads, by name (see {@link Form#reads}), and under the names of its own fields the
     *     values it began with, which disabled and read-only fields keep. {@code today} is the date where the person
     *     lives, a LocalDate or its ISO text; without it the clock's date counts.
     * @return the answers to keep and the errors to show, in the language of the form
     */
    public Validated validate(Form form, Map<String, Object> posted, Map<String, Object> context) {
        Map<String, Object> known = context == null ? Map.of() : context;
        LocalDate today = today(known);
        Expressions.Evaluation feel = form.expressions().on(today);
        Sheet sheet = new Sheet(form, posted == null ? Map.of() : posted, known, feel);
        return new Verdict(
                        feel,
                        sheet.form().initial(),
                        today,
                        new Messages(form.translation().language()))
                .on(sheet);
    }

    /**
     * The places where files are asked for that these answers do not hide.
     *
     * @param posted what was sent or the answers kept from it
     * @param context as for {@link #validate}
     */
    public List<Upload> uploads(Form form, Map<String, Object> posted, Map<String, Object> context) {
        Map<String, Object> known = context == null ? Map.of() : context;
        Expressions.Evaluation feel = form.expressions().on(today(known));
        List<Upload> uploads = new ArrayList<>();
        collect(
                new Sheet(form, posted == null ? Map.of() : posted, known, feel)
                        .form()
                        .entries(),
                uploads);
        return List.copyOf(uploads);
    }

    private static void collect(List<Entry> entries, List<Upload> uploads) {
        for (Entry entry : entries) {
            if (!entry.hidden() && entry.component().isUpload()) {
                uploads.add(Upload.of(entry.component()));
            }
            collect(entry.inside(), uploads);
        }
    }

    private LocalDate today(Map<String, Object> context) {
        Object today = context.get("today");
        try {
            return today instanceof TemporalAccessor date
                    ? LocalDate.from(date)
                    : LocalDate.parse(String.valueOf(today));
        } catch (DateTimeException e) {
            return LocalDate.now(clock);
        }
    }
}
