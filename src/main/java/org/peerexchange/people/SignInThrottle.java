package org.peerexchange.people;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Makes guessing passwords slow. It counts per account and address, so that a stranger's guesses do not lock the owner
 * out, and per address alone, so that one stranger cannot try one password on everybody. Real time counts here, not the
 * engine's clock, which a trial moves by weeks.
 */
@Component
class SignInThrottle {

    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 25;
    private static final long LONGEST_SECONDS = Duration.ofMinutes(5).toSeconds();
    private static final long FORGOTTEN_AFTER_SECONDS = Duration.ofHours(1).toSeconds();
    private static final int MOST_REMEMBERED = 10_000;

    private final LongSupplier seconds;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    SignInThrottle() {
        this(() -> System.nanoTime() / 1_000_000_000L);
    }

    SignInThrottle(LongSupplier seconds) {
        this.seconds = seconds;
    }

    /**
     * @throws TooManyAttempts when the next attempt has to wait
     */
    synchronized void check(String name, String address) {
        long wait = Math.max(
                wait(failures.get(account(name, address)), FREE_PER_ACCOUNT),
                wait(failures.get(address), FREE_PER_ADDRESS));
        if (wait > 0) {
            throw new TooManyAttempts(wait);
        }
    }

    synchronized void failed(String name, String address) {
        count(account(name, address));
        count(address);
    }

    synchronized void succeeded(String name, String address) {
        failures.remove(account(name, address));
    }

    private void count(String key) {
        long now = seconds.getAsLong();
        Failures before = failures.get(key);
        boolean begin = before == null || now - before.last() > FORGOTTEN_AFTER_SECONDS;
        failures.put(key, new Failures(begin ? 1 : before.count() + 1, now));
    }

    private long wait(Failures known, int free) {
        if (known == null || known.count() < free) {
            return 0;
        }
        long delay = Math.min(LONGEST_SECONDS, 5L << Math.min(known.count() - free, 10));
        return Math.max(0, known.last() + delay - seconds.getAsLong());
    }

    private static String account(String name, String address) {
        return name.toLowerCase(Locale.ROOT) + "@" + address;
    }

    private record Failures(int count, long last) {}

    static class TooManyAttempts extends AuthenticationException {

        private final long seconds;

        TooManyAttempts(long seconds) {
            super("too many attempts");
            this.seconds = seconds;
        }

        long seconds() {
            return seconds;
        }
    }
}
