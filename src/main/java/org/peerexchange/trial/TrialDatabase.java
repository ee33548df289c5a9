package org.peerexchange.trial;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The database of the trial mode. Spring stops it after everything that uses it. */
@Component
@Profile("trial")
class TrialDatabase implements JdbcConnectionDetails, AutoCloseable {

    private final OwnPostgres postgres;

    TrialDatabase(
            @Value("${peerexchange.trial.data}") Path data, @Value("${peerexchange.trial.lasts:true}") boolean lasts) {
        this.postgres = new OwnPostgres(data.resolve("postgres"), lasts);
    }

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
        return postgres.jdbcUrl();
    }

    @Override
    public void close() {
        postgres.close();
    }
}
