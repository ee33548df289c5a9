package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationOutcomeTests {

    @ParameterizedTest
    @CsvSource({
        "completed, took-part",
        "planning, took-part",
        "declined completed, took-part",
        "cancelled closed-without-reports completed, took-part",
        "closed-without-reports, ended-without-reports",
        "cancelled closed-without-reports, ended-without-reports",
        "cancelled, exchange-cancelled",
        "declined cancelled, exchange-cancelled"
    })
    void anApplicationEndsAsTheBestOfItsExchanges(String pairs, String outcome) {
        assertThat(Table.of("application-outcome")
                        .with("pairStates", List.of(pairs.split(" ")))
                        .says("outcome"))
                .last()
                .isEqualTo(outcome);
    }
}
