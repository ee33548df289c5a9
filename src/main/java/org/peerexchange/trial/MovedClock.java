package org.peerexchange.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** How far the clock was moved, kept in a file so that a restart does not turn time back. */
class MovedClock {

    private final Path file;

    MovedClock(Path data) {
        this.file = data.resolve("clock");
    }

    Duration offset() {
        if (!Files.exists(file)) {
            return Duration.ZERO;
        }
        try {
            return Duration.parse(Files.readString(file).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(Duration offset) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling("clock.next");
            Files.writeString(next, offset + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
