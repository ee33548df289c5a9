package org.peerexchange.trial;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moments as the hub reads them: in its own zone, and saying so. */
@Component
@Profile("trial")
class HubTime {

    private static final DateTimeFormatter IN_FULL =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final Programme programme;

    HubTime(Programmes programmes) {
        this.programme = programmes.all().iterator().next();
    }

    /** Such as {@code Monday 1 March 2027, 12:00 (Warsaw time)}. */
    public String inFull(Instant moment) {
        return "%s (%s)".formatted(IN_FULL.format(moment.atZone(programme.zone())), zone());
    }

    public String of(Instant moment) {
        return SHORT.format(moment.atZone(programme.zone()));
    }

    public String zone() {
        return programme.zoneName();
    }
}
