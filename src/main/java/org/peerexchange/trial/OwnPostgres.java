package org.peerexchange.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.peerexchange.people.CannotStart;

/**
 * A PostgreSQL of our own on one folder, which never has two servers at work on it. It keeps what was committed, unless it need
 * not last: then it waits for no disk, and its folder is of no use after a power cut.
 */
class OwnPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final String waitsForTheDisk;
    private final FileChannel lock;
    private final EmbeddedPostgres server;

    OwnPostgres(Path folder) {
        this(folder, true);
    }

    OwnPostgres(Path folder, boolean lasts) {
        this.folder = folder.toAbsolutePath().normalize();
        this.waitsForTheDisk = lasts ? "on" : "off";
        this.lock = lock();
        try {
            stopWhatAKilledRunLeftBehind();
            this.server = start();
        } catch (RuntimeException e) {
            unlock();
            throw e;
        }
    }

    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** The lock is ours for as long as this JVM lives; the operating system takes it back even after kill -9. */
    private FileChannel lock() {
        try {
            Files.createDirectories(folder.getParent());
            FileChannel channel = FileChannel.open(
                    folder.resolveSibling(folder.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                // Somebody else in this JVM has it, which is the same answer.
            }
            channel.close();
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
        throw new CannotStart("The folder " + folder.getParent()
                + " is in use by another Peer Exchange that is running; stop that one, or name another folder with"
                + " --peerexchange.trial.data=FOLDER.");
    }

    private void stopWhatAKilledRunLeftBehind() {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile);
        } catch (IOException e) {
            throw new CannotStart("The file " + pidFile + " cannot be read: " + e.getMessage(), e);
        }
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(lines.get(0).trim())).orElse(null);
        if (process == null) {
            // PostgreSQL clears the file away itself.
            return;
        }
        if (isPostgresOnThisFolder(process, lines)) {
            stop(process, pidFile);
        } else {
            forget(pidFile);
        }
    }

    /** After a restart of the machine another program may have the number; PostgreSQL would take it for itself. */
    private static void forget(Path pidFile) {
        try {
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new CannotStart("The file " + pidFile + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Process numbers are given out again: the number alone must never be the reason to stop a process. */
    private boolean isPostgresOnThisFolder(ProcessHandle process, List<String> lines) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
        boolean namesThisFolder = info.arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.startsWith("/")
                        && Path.of(argument).normalize().equals(folder));
        boolean startedWhenTheFileSays = lines.size() > 2
                && info.startInstant()
                        .filter(started -> Duration.between(
                                                Instant.ofEpochSecond(Long.parseLong(
                                                        lines.get(2).trim())),
                                                started)
                                        .abs()
                                        .compareTo(Duration.ofSeconds(5))
                                < 0)
                        .isPresent();
        return postgres && (namesThisFolder || startedWhenTheFileSays);
    }

    /** The file goes last of all; the process may stay as a dead entry where nobody collects those. */
    private void stop(ProcessHandle postmaster, Path pidFile) {
        askToStop(postmaster);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (postmaster.isAlive() && Files.exists(pidFile)) {
            if (System.nanoTime() > deadline) {
                throw new CannotStart("The database process " + postmaster.pid() + " of an earlier run still works on "
                        + folder + " and does not stop; end it and start again.");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("Interrupted while the database of an earlier run was stopping.", e);
            }
        }
    }

    /** Interrupt is PostgreSQL's fast shutdown; a plain end would wait until every client has left by itself. */
    private void askToStop(ProcessHandle postmaster) {
        try {
            int exit = new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            if (exit == 0) {
                return;
            }
        } catch (IOException e) {
            // No kill command on this system: the plain end it is.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postmaster.destroy();
    }

    private EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    // Whoever uses the database stops first; the library's own hook would not wait for that.
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setServerConfig("fsync", waitsForTheDisk)
                    .setServerConfig("synchronous_commit", waitsForTheDisk)
                    .setServerConfig("full_page_writes", waitsForTheDisk)
                    .setServerConfig("listen_addresses", "localhost")
                    .start();
        } catch (IOException | RuntimeException e) {
            if (runsAsRoot() && !canUnshare()) {
                throw new CannotStart(
                        "PostgreSQL refuses to run as root, and this system does not let it step down with"
                                + " \"unshare -U\"; start Peer Exchange as an ordinary user.",
                        e);
            }
            throw new CannotStart("The database in " + folder + " did not start: " + e.getMessage(), e);
        }
    }

    static boolean runsAsRoot() {
        return succeeds("sh", "-c", "test \"$(id -u)\" = 0");
    }

    static boolean canUnshare() {
        return succeeds("unshare", "-U", "true");
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("The database in " + folder + " could not be stopped.", e);
        } finally {
            unlock();
        }
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock beside " + folder + " could not be given back.", e);
        }
    }
}
