package org.peerexchange.programme;

import java.util.List;
import java.util.Map;

/** Decision tables, asked by id. */
public interface Tables {

    /**
     * What a table said.
     *
     * @param version version of the table
     * @param rows outputs of every rule that fired, by output name
     */
    record Answer(int version, List<Map<String, Object>> rows) {}

    /** Whether there is a table with this id. */
    boolean exists(String table);

    /**
     * Asks a table.
     *
     * @param facts what its inputs read, nested by name
     * @throws IllegalArgumentException when there is no such table
     */
    Answer ask(String table, Map<String, Object> facts);

    /** The fact names a table's inputs read, such as {@code community.gsf}. */
    List<String> reads(String table);
}
