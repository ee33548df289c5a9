package org.peerexchange;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One PostgreSQL per test JVM, and in it a fresh database for every Spring context. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    @Bean(destroyMethod = "close")
    FreshDatabase freshDatabase() {
        return new FreshDatabase();
    }

    static class FreshDatabase implements JdbcConnectionDetails, AutoCloseable {

        private final String name = Server.newDatabase();

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return Server.POSTGRES.getJdbcUrl("postgres", name);
        }

        @Override
        public void close() {
            Server.drop(name);
        }
    }

    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();
        private static final AtomicInteger CREATED = new AtomicInteger();
        private static final AtomicInteger OPEN = new AtomicInteger();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setRegisterShutdownHook(false)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterTheContexts(postgres)));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Hooks run side by side; a context that closes without its database waits for it for half a minute. */
        private static void stopAfterTheContexts(EmbeddedPostgres postgres) {
            try {
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                while (OPEN.get() > 0 && System.nanoTime() < deadline) {
                    Thread.sleep(20);
                }
                postgres.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String newDatabase() {
            String name = "test_" + CREATED.incrementAndGet();
            execute("create database " + name);
            OPEN.incrementAndGet();
            return name;
        }

        private static void drop(String name) {
            execute("drop database if exists " + name + " with (force)");
            OPEN.decrementAndGet();
        }

        private static void execute(String sql) {
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}
