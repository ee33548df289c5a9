package org.peerexchange.people;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {

    private final AtomicLong seconds = new AtomicLong(1000);
    private final SignInThrottle throttle = new SignInThrottle(seconds::get);

    @Test
    void letsFourMistakesPassWithoutADelay() {
        fail(4, "hanna", "10.0.0.1");
        assertThatNoException().isThrownBy(() -> throttle.check("hanna", "10.0.0.1"));
    }

    @Test
    void delaysLongerAfterEachFurtherMistake() {
        fail(5, "hanna", "10.0.0.1");
        expectWait(5, "hanna", "10.0.0.1");
        seconds.addAndGet(5);
        throttle.check("hanna", "10.0.0.1");
        fail(1, "hanna", "10.0.0.1");
        expectWait(10, "hanna", "10.0.0.1");
    }

    @Test
    void neverDelaysByMoreThanFiveMinutes() {
        fail(24, "hanna", "10.0.0.1");
        expectWait(300, "hanna", "10.0.0.1");
    }

    @Test
    void doesNotLockTheOwnerOutWhenAStrangerGuessesElsewhere() {
        fail(20, "hanna", "10.0.0.1");
        assertThatNoException().isThrownBy(() -> throttle.check("hanna", "10.0.0.2"));
    }

    @Test
    void countsOnePasswordTriedOnManyAccounts() {
        for (int i = 0; i < 25; i++) {
            fail(1, "somebody" + i, "10.0.0.1");
        }
        expectWait(5, "hanna", "10.0.0.1");
    }

    @Test
    void takesAnotherSpellingOfTheNameForTheSameAccount() {
        fail(5, "hanna", "10.0.0.1");
        expectWait(5, "HANNA", "10.0.0.1");
    }

    @Test
    void forgetsMistakesAfterTheRightPassword() {
        fail(4, "hanna", "10.0.0.1");
        throttle.succeeded("hanna", "10.0.0.1");
        fail(4, "hanna", "10.0.0.1");
        assertThatNoException().isThrownBy(() -> throttle.check("hanna", "10.0.0.1"));
    }

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }

    private void expectWait(long expected, String name, String address) {
        assertThatExceptionOfType(SignInThrottle.TooManyAttempts.class)
                .isThrownBy(() -> throttle.check(name, address))
                .matches(wait -> wait.seconds() == expected);
    }
}
