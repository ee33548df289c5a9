package org.peerexchange.people.process;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.peerexchange.people.Installation;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On an empty database, where nobody can be an administrator yet, asks for one before the engine makes its tables and takes the
 * models: who installs need not wait for that to hear what is missing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AdministratorIsNamed extends AbstractProcessEnginePlugin {

    private final Installation installation;
    private final DataSource database;

    AdministratorIsNamed(Installation installation, DataSource database) {
        this.installation = installation;
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (!hasAccounts()) {
            installation.admin().mustBeUsable();
        }
    }

    private boolean hasAccounts() {
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "act_id_user", null)) {
            return tables.next();
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database does not say which tables it has.", unreachable);
        }
    }
}
