package org.peerexchange.portal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.peerexchange.programme.Programme;

/**
 * Whether and until when a programme takes applications.
 *
 * @param open whether it does so now
 * @param opens the first day of the window, or null when no cycle says
 * @param closes the last day of the window, or null when no cycle says
 */
record Opening(Programme programme, boolean open, LocalDate opens, LocalDate closes) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    public String opensInWords() {
        return DAY.format(opens);
    }

    public String closesInWords() {
        return DAY.format(closes);
    }

    public List<Programme.ApplicationKind> roles() {
        return List.copyOf(programme.applications().values());
    }
}
