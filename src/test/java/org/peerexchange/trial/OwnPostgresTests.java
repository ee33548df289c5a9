package org.peerexchange.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.people.CannotStart;

@Tag(PeerExchangeTest.APPLICATION)
class OwnPostgresTests {

    @TempDir
    Path data;

    @Test
    void keepsWhatWasCommittedWhenItIsStartedAgain() throws SQLException {
        try (OwnPostgres first = new OwnPostgres(folder())) {
            execute(first, "create table kept (id int)");
            execute(first, "insert into kept values (42)");
            assertThat(number(
                            first,
                            "select count(*) from pg_settings where (name, setting) in"
                                    + " (('fsync', 'on'), ('synchronous_commit', 'on'), ('full_page_writes', 'on'))"))
                    .isEqualTo(3);
        }
        try (OwnPostgres second = new OwnPostgres(folder())) {
            assertThat(number(second, "select id from kept")).isEqualTo(42);
        }
    }

    @Test
    void refusesAFolderOnWhichAnotherOneWorks() {
        try (OwnPostgres first = new OwnPostgres(folder())) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> new OwnPostgres(folder()))
                    .withMessageContaining("is in use by another Peer Exchange");
            assertThat(first.jdbcUrl()).isNotBlank();
        }
    }

    @Test
    void takesOverAfterItsJvmWasKilledAndNeverRunsTwoServersOnOneFolder() throws Exception {
        Process jvm = startAnotherJvm();
        long postmaster = postmaster();
        assertThatExceptionOfType(CannotStart.class)
                .as("as long as the other JVM lives")
                .isThrownBy(() -> new OwnPostgres(folder()));

        jvm.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(postmaster)).as("stays behind").isPresent();

        try (OwnPostgres next = new OwnPostgres(folder())) {
            // An ended process whose number nobody has collected yet runs no command any more.
            assertThat(ProcessHandle.of(postmaster)
                            .flatMap(ended -> ended.info().command()))
                    .isEmpty();
            assertThat(postmaster()).isNotEqualTo(postmaster);
            assertThat(number(next, "select id from survivor")).isEqualTo(7);
        }
    }

    @Test
    void takesOverAfterJvmAndServerWereKilledTogether() throws Exception {
        Process jvm = startAnotherJvm();
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        jvm.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);

        try (OwnPostgres next = new OwnPostgres(folder())) {
            assertThat(number(next, "select id from survivor")).isEqualTo(7);
        }
    }

    @Test
    void leavesAProcessAloneThatOnlyHappensToHaveTheNumber() throws Exception {
        new OwnPostgres(folder()).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.write(
                    folder().resolve("postmaster.pid"),
                    List.of(Long.toString(stranger.pid()), folder().toString(), "1", "5432"));
            try (OwnPostgres next = new OwnPostgres(folder())) {
                assertThat(number(next, "select 1")).isEqualTo(1);
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    private Path folder() {
        return data.resolve("postgres");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder().resolve("postmaster.pid")).get(0).trim());
    }

    private Process startAnotherJvm() throws IOException {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherJvm.class.getName(),
                        folder().toString())
                .redirectError(data.resolve("another-jvm.log").toFile())
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(jvm.getInputStream()));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("committed")) {
                return jvm;
            }
        }
        throw new IllegalStateException(Files.readString(data.resolve("another-jvm.log")));
    }

    private static void execute(OwnPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(OwnPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static class AnotherJvm {

        public static void main(String[] args) throws Exception {
            OwnPostgres postgres = new OwnPostgres(Path.of(args[0]));
            execute(postgres, "create table survivor (id int)");
            execute(postgres, "insert into survivor values (7)");
            System.out.println("committed");
            // Until it is killed, or the test that holds the other end of this stream is gone.
            System.in.read();
        }
    }
}
