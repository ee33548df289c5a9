package org.peerexchange.programme;

import java.util.List;

/** What one room demands of models, tables and forms before the application starts with them. */
public interface ModelCheck {

    /** What is wrong: a sentence each, with the file and, in a table, the row. */
    List<String> wrong(ModelFiles files);

    /** What is probably not meant so, but harms nobody: a sentence each. It keeps no programme from starting. */
    default List<String> doubtful(ModelFiles files) {
        return List.of();
    }
}
