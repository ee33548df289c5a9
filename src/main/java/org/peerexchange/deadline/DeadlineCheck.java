package org.peerexchange.deadline;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Tables;
import org.springframework.stereotype.Component;

/**
 * Every row of the tables of deadlines and ladders can be read, every name a model uses is in them, and a ladder gives up only
 * where the model goes on without an answer: where it takes over {@code answered}.
 */
@Component
public class DeadlineCheck implements ModelCheck {

    private static final String ANSWERED = "answered";
    private static final String GIVE_UP = "give-up";

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        for (ModelFiles.Table table : files.tables()) {
            if (isTable(table, Deadlines.TABLE)) {
                rows(table, wrong);
            } else if (isTable(table, ReminderLadders.TABLE)) {
                rungs(table, wrong);
            }
        }
        for (ModelFiles.Process process : files.processes()) {
            for (ModelFiles.Word word : process.words()) {
                known(files, process, word, "deadline", Deadlines.TABLE, wrong);
                known(files, process, word, "ladder", ReminderLadders.TABLE, wrong);
            }
            process.calls().stream()
                    .filter(call -> call.process().equals(ModelFiles.ASKS)
                            && !call.takes().contains(ANSWERED))
                    .forEach(call -> neverGivesUp(files, process, call, wrong));
        }
        return wrong;
    }

    private static boolean isTable(ModelFiles.Table table, String name) {
        return table.id().equals(Tables.ofProgramme(table.programme(), name));
    }

    private static void rows(ModelFiles.Table table, List<String> wrong) {
        Set<String> names = new HashSet<>();
        for (ModelFiles.Row row : table.rows()) {
            if (!names.add(name(row))) {
                wrong.add("%s, row %d: the deadline \"%s\" stands in the table twice."
                        .formatted(table.file(), row.number(), name(row)));
            }
            offset(table, row, "offset", wrong);
            if (!row.text("atLeast").isEmpty()) {
                offset(table, row, "atLeast", wrong);
            }
            try {
                LocalTime.parse(row.text("until"));
            } catch (DateTimeException unreadable) {
                wrong.add("%s, row %d: the time \"%s\" cannot be read; write one such as 23:59."
                        .formatted(table.file(), row.number(), row.text("until")));
            }
            if (row.text("from").isEmpty()) {
                wrong.add("%s, row %d: the deadline does not say which date it counts from; write \"today\" or a fact."
                        .formatted(table.file(), row.number()));
            }
        }
    }

    private static void rungs(ModelFiles.Table table, List<String> wrong) {
        for (ModelFiles.Row row : table.rows()) {
            offset(table, row, "offset", wrong);
            try {
                Rung.Action.of(row.text("action"));
            } catch (IllegalArgumentException unknown) {
                wrong.add("%s, row %d: %s".formatted(table.file(), row.number(), unknown.getMessage()));
            }
        }
    }

    private static void offset(ModelFiles.Table table, ModelFiles.Row row, String column, List<String> wrong) {
        try {
            Period.parse(row.text(column));
        } catch (DateTimeException unreadable) {
            wrong.add("%s, row %d: the %s \"%s\" cannot be read; write a period such as P14D, P1M or -P7D."
                    .formatted(table.file(), row.number(), column, row.text(column)));
        }
    }

    private static void known(
            ModelFiles files,
            ModelFiles.Process process,
            ModelFiles.Word word,
            String kind,
            String table,
            List<String> wrong) {
        if (!word.name().equals(kind) || word.isExpression() || word.value().isEmpty()) {
            return;
        }
        List<ModelFiles.Table> tables = files.tablesFor(process, table);
        if (tables.isEmpty()) {
            wrong.add("%s, %s: there is no table %s with the %s \"%s\"; each programme has one of its own."
                    .formatted(
                            process.file(),
                            word.element(),
                            Tables.ofProgramme(process.programme(), table),
                            kind,
                            word.value()));
        }
        for (ModelFiles.Table one : tables) {
            if (one.rows().stream().noneMatch(row -> name(row).equals(word.value()))) {
                wrong.add("%s, %s: the table %s has no row for the %s \"%s\"."
                        .formatted(process.file(), word.element(), one.file(), kind, word.value()));
            }
        }
    }

    /** A model that does not hear whether somebody answered would go on as if they had. */
    private static void neverGivesUp(
            ModelFiles files, ModelFiles.Process process, ModelFiles.Call call, List<String> wrong) {
        Set<String> ladders = process.words().stream()
                .filter(word ->
                        word.element().equals(call.element()) && word.name().equals("ladder"))
                .map(ModelFiles.Word::value)
                .collect(Collectors.toSet());
        for (ModelFiles.Table table : files.tablesFor(process, ReminderLadders.TABLE)) {
            table.rows().stream()
                    .filter(row ->
                            ladders.contains(name(row)) && row.text("action").equals(GIVE_UP))
                    .forEach(row -> wrong.add(
                            "%s, row %d: the ladder \"%s\" gives up, but %s, %s does not take over \"answered\" and would go on as if it had an answer."
                                    .formatted(table.file(), row.number(), name(row), process.file(), call.element())));
        }
    }

    private static String name(ModelFiles.Row row) {
        return ModelFiles.plain(row.conditions().get(0));
    }
}
