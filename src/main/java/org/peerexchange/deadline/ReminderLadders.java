package org.peerexchange.deadline;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Tables;
import org.springframework.stereotype.Component;

/** Reminder ladders by kind, from the programme's table {@code <programme>-reminder-ladder}. */
@Component
public class ReminderLadders {

    static final String TABLE = "reminder-ladder";

    private final Tables tables;

    ReminderLadders(Tables tables) {
        this.tables = tables;
    }

    /**
     * The ladder of a kind.
     *
     * @throws IllegalArgumentException when the table has no row for the kind or a row cannot be read
     */
    public Ladder of(String programme, String kind) {
        String table = Tables.ofProgramme(programme, TABLE);
        List<Map<String, Object>> rows =
                tables.lookUp(table, Map.of("kind", kind)).rows();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("The table %s has no row for the ladder \"%s\".".formatted(table, kind));
        }
        return new Ladder(rows.stream()
                .map(row -> new Rung(
                        Period.parse((String) row.get("offset")),
                        Rung.Action.of((String) row.get("action")),
                        row.get("text") == null ? "" : (String) row.get("text")))
                .toList());
    }
}
