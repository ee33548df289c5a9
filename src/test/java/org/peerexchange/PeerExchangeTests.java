package org.peerexchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PeerExchangeTest
class PeerExchangeTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void startsWithTheEngineInPublicAndOurTablesInTheirOwnSchema() {
        assertThat(jdbc.queryForObject(
                        "select table_schema from information_schema.tables where table_name = 'act_ru_task'",
                        String.class))
                .isEqualTo("public");
        assertThat(jdbc.queryForObject(
                        "select table_schema from information_schema.tables where table_name = 'flyway_schema_history'",
                        String.class))
                .isEqualTo("app");
    }

    @Test
    void keepsHistoryOnlyForAsLongAsItSays() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.getBatchWindowManager().isBatchWindowConfigured(settings))
                .isTrue();
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P730D");
        assertThat(settings.isAuthorizationEnabled()).isTrue();
    }
}
