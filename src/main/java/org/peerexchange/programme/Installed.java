package org.peerexchange.programme;

import java.time.Instant;
import java.util.List;

/**
 * A programme as this installation found it when it started.
 *
 * @param key its key
 * @param name what people call it; the key when its description cannot be read
 * @param state what became of it
 * @param since when the version was installed that goes on; null unless one does
 * @param wrong what is wrong with its files: a sentence each
 */
public record Installed(String key, String name, State state, Instant since, List<String> wrong) {

    public enum State {
        BUILT_IN("Runs: it is part of the application."),
        RUNS("Runs as its folder has it."),
        GOES_ON("Goes on as it was before: what its folder has now is not right."),
        FOLDER_GONE("Goes on as it was before: its folder is gone."),
        NOT_STARTED("Was not started: what its folder has is not right.");

        private final String sentence;

        State(String sentence) {
            this.sentence = sentence;
        }

        /** For staff. */
        public String sentence() {
            return sentence;
        }
    }
}
