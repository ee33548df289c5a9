package org.peerexchange.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CaseTests {

    private static final Instant THEN = Instant.parse("2027-03-01T12:00:00Z");

    private final Case application =
            new Case("AP-2027-001", "exchange", Case.APPLICATION, "CY-2027", "Examplia", "opened", THEN);

    @Test
    void anEndedCaseStaysAsItEnded() {
        application.enter("in-review", false, THEN);
        application.enter("withdrawn", true, THEN.plusSeconds(60));

        assertThat(application.enter("withdrawn", true, THEN.plusSeconds(90))).isFalse();
        for (boolean closes : new boolean[] {true, false}) {
            assertThatThrownBy(() -> application.enter("rejected", closes, THEN.plusSeconds(120)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("AP-2027-001 has ended (withdrawn) and cannot become \"rejected\".");
        }
        assertThat(application.state()).isEqualTo("withdrawn");
        assertThat(application.closedAt()).isEqualTo(THEN.plusSeconds(60));
    }
}
