package org.peerexchange.portal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps one address from flooding the public forms. It counts what an address sends within an hour, generously, since a whole
 * meeting may share one. Real time counts here, not the engine's clock, which a trial moves by weeks.
 */
@Component
class PostThrottle {

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final int MOST_REMEMBERED = 10_000;

    private final int most;
    private final LongSupplier seconds;
    private final Map<String, Sent> sent = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    @Autowired
    PostThrottle(@Value("${peerexchange.public-posts-per-hour}") int most) {
        this(most, () -> System.nanoTime() / 1_000_000_000L);
    }

    PostThrottle(int most, LongSupplier seconds) {
        this.most = most;
        this.seconds = seconds;
    }

    /**
     * Counts one form sent from this address.
     *
     * @throws Refusal with a sentence when too many came in the last hour
     */
    synchronized void count(String address) {
        long now = seconds.getAsLong();
        Sent before = sent.get(address);
        Sent counted = before == null || now - before.since() >= HOUR
                ? new Sent(1, now)
                : new Sent(before.count() + 1, before.since());
        if (counted.count() > most) {
            long minutes = (counted.since() + HOUR - now + 59) / 60;
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "send.too-many", minutes);
        }
        sent.put(address, counted);
    }

    private record Sent(int count, long since) {}
}
