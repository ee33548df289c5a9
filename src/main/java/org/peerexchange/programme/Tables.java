package org.peerexchange.programme;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Decision tables, asked by id. */
public interface Tables {

    /**
     * What a table said.
     *
     * @param version version of the table
     * @param rows outputs of every rule that fired, by output name
     */
    record Answer(int version, List<Map<String, Object>> rows) {

        /**
         * The outputs of the one rule that fired.
         *
         * @throws IllegalStateException when none fired or several did, naming the table
         */
        public Map<String, Object> only(String table) {
            if (rows.size() != 1) {
                throw new IllegalStateException(
                        "The table %s has %d rules that fit where one should.".formatted(table, rows.size()));
            }
            return rows.get(0);
        }
    }

    /** Whether there is a table with this id. */
    boolean exists(String table);

    /** The id of a table that each programme has of its own, such as {@code exchange-deadlines}. */
    static String ofProgramme(String programme, String name) {
        return programme + "-" + name;
    }

    /**
     * Asks a table.
     *
     * @param facts what its inputs read, nested by name
     * @throws IllegalArgumentException when there is no such table
     */
    Answer ask(String table, Map<String, Object> facts);

    /**
     * Looks something up in a table that is a list by name: a version of it says the same to the same key every time, so its
     * answers are kept.
     *
     * @param key what its inputs read; its outputs read nothing else
     * @throws IllegalArgumentException when there is no such table
     */
    Answer lookUp(String table, Map<String, String> key);

    /**
     * Asks a table about each row of a list.
     *
     * @param facts what its inputs read besides the row
     * @param name the name under which they read the row, such as {@code row}
     * @return one answer for each row, in their order
     */
    default List<Answer> askForEach(
            String table, Map<String, Object> facts, String name, List<Map<String, Object>> rows) {
        Function<Map<String, Object>, Answer> asked = manyTimes(table);
        return rows.stream()
                .map(row -> {
                    Map<String, Object> known = KnownFacts.over(facts);
                    known.put(name, row);
                    return asked.apply(known);
                })
                .toList();
    }

    /**
     * The latest version of a table, ready to be asked about many things in a row.
     *
     * @throws IllegalArgumentException when there is no such table
     */
    Function<Map<String, Object>, Answer> manyTimes(String table);

    /**
     * The rules of the latest version of a table that decides about cases.
     *
     * @throws IllegalArgumentException when there is no such table
     */
    Rules rules(String table);

    /**
     * The rules of a table that is not installed.
     *
     * @param dmn the file
     * @throws IllegalArgumentException when it is no table, with a sentence that says why
     */
    Rules draft(Path dmn);

    /** The outputs of each rule, by output name, that are plain texts: what a table can say whatever it is asked. */
    List<Map<String, String>> plainTexts(String table);
}
