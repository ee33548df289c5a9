package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostThrottleTests {

    private long now = 1_000;
    private final PostThrottle throttle = new PostThrottle(3, () -> now);

    private void sends(int times, String address) {
        for (int i = 0; i < times; i++) {
            throttle.count(address);
        }
    }

    @Test
    void anAddressSendsSoManyFormsAnHourAndThenReadsWhenToGoOn() {
        sends(3, "192.0.2.1");
        now += 20 * 60;

        assertThatThrownBy(() -> throttle.count("192.0.2.1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("What you wrote is still here: please send it again in 40 minutes.");
        assertThatCode(() -> throttle.count("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void afterAnHourItIsForgottenAndTryingMeanwhileDoesNotProlongIt() {
        sends(3, "192.0.2.1");
        now += 59 * 60;
        assertThatThrownBy(() -> throttle.count("192.0.2.1")).hasMessageContaining("in 1 minute.");
        now += 60;

        assertThatCode(() -> sends(3, "192.0.2.1")).doesNotThrowAnyException();
    }
}
