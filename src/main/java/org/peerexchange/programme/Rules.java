package org.peerexchange.programme;

import java.util.List;
import java.util.Map;

/** The rules of one version of a decision table that decides about cases, installed or only drafted. */
public interface Rules {

    /**
     * A rule that fits a case.
     *
     * @param row its row in the table, from 1
     * @param outcome what it says
     * @param reason its sentence
     */
    record Fired(int row, String outcome, String reason) {}

    /** The id of the table. */
    String table();

    /** The version of the table; 0 for a draft. */
    int version();

    /** The fact names its inputs read, such as {@code community.gsf}. */
    List<String> reads();

    /**
     * The rules that fit, in the table's order.
     *
     * @param facts what its inputs read, nested by name
     */
    List<Fired> fitting(Map<String, Object> facts);
}
