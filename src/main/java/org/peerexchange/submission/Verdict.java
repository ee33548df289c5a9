package org.peerexchange.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes through a sheet in the order of the form and keeps the answers that are right and the errors of those not. */
final class Verdict {

    private final Expressions.Evaluation feel;
    private final Map<String, Object> context;
    private final LocalDate today;
    private final Messages messages;
    private final List<FieldError> errors = new ArrayList<>();

    Verdict(Expressions.Evaluation feel, Map<String, Object> context, LocalDate today, Messages messages) {
        this.feel = feel;
        this.context = context;
        this.today = today;
        this.messages = messages;
    }

    Validated on(Sheet sheet) {
        return new Validated(answers(sheet.form()), errors);
    }

    private Map<String, Object> answers(Row row) {
        Map<String, Object> answers = new LinkedHashMap<>();
        row.entries().forEach(entry -> judge(entry, answers));
        return answers;
    }

    private void judge(Entry entry, Map<String, Object> answers) {
        if (entry.hidden()) {
            return;
        }
        entry.inside().forEach(one -> judge(one, answers));
        Component field = entry.component();
        if (!field.kind().isField()) {
            return;
        }
        Reading reading = field.kind() == Kind.DYNAMICLIST ? list(entry) : answer(entry);
        if (reading.problem() == null) {
            Plain.put(answers, field.path(), reading.value());
        } else {
            report(entry.name(), entry, reading.problem());
        }
    }

    private Reading list(Entry list) {
        if (list.problem() != null && !list.locked()) {
            return new Reading(null, list.problem());
        }
        if (list.rows().isEmpty() && !list.locked() && limits(list).required()) {
            return Reading.problem("needed.rows");
        }
        List<Object> rows = new ArrayList<>();
        for (Row row : list.rows()) {
            if (row.isReadable()) {
                rows.add(answers(row));
            } else {
                report(row.name(), list, new Problem("row.unreadable"), row);
            }
        }
        return Reading.of(rows);
    }

    private Reading answer(Entry entry) {
        Object value = entry.value();
        boolean empty = isEmpty(value);
        if (entry.locked() || entry.component().kind() == Kind.EXPRESSION) {
            return Reading.of("".equals(value) ? null : value);
        }
        if (entry.problem() != null) {
            return new Reading(null, entry.problem());
        }
        Limits limits = limits(entry);
        if ((empty || Boolean.FALSE.equals(value)) && limits.required()) {
            return Reading.problem(needed(entry.component().kind()));
        }
        return empty ? Reading.of("".equals(value) ? null : value) : check(entry, limits);
    }

    private Reading check(Entry entry, Limits limits) {
        Component field = entry.component();
        Object value = entry.value();
        Problem problem =
                switch (field.kind()) {
                    case TEXTFIELD, TEXTAREA -> Texts.check(field, (String) value, limits);
                    case NUMBER -> Numbers.check(field, value, limits);
                    case DATETIME -> Dates.check(field, (String) value, today);
                    default -> null;
                };
        if (problem != null) {
            return new Reading(null, problem);
        }
        if (Commons.isAskedBy(field)) {
            return Commons.read(field, (String) value);
        }
        if (field.kind().isOneChoice()) {
            return Choices.offered(value, options(entry));
        }
        return field.kind().isManyChoices()
                ? Choices.offeredAll((Collection<?>) value, options(entry))
                : Reading.of(value);
    }

    private List<Object> options(Entry entry) {
        return Choices.options(entry.component(), context, feel, entry.row().scope());
    }

    private Limits limits(Entry entry) {
        return new Limits(entry.component(), feel, entry.row().scope());
    }

    private static boolean isEmpty(Object value) {
        return value == null || "".equals(value) || value instanceof Collection<?> all && all.isEmpty();
    }

    private static String needed(Kind kind) {
        return switch (kind) {
            case CHECKBOX -> "needed.tick";
            case SELECT, RADIO -> "needed.choice";
            case CHECKLIST, TAGLIST -> "needed.choices";
            default -> "needed";
        };
    }

    private void report(String name, Entry entry, Problem problem) {
        report(name, entry, problem, entry.row());
    }

    private void report(String name, Entry entry, Problem problem, Row row) {
        String rendered =
                feel.render(entry.component().label(), entry.row().scope()).strip();
        String label = rendered.isEmpty() ? entry.component().key() : rendered;
        String own = problem.wordedByForm() ? entry.component().property("message") : null;
        String shown = row.isForm() ? label : messages.labelInRow(label, row.index() + 1);
        errors.add(new FieldError(name, label, own != null ? own : messages.about(shown, problem)));
    }
}
