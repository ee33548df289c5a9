package org.peerexchange.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.peerexchange.language.InWords;
import org.peerexchange.programme.Programme;

/**
 * Which roles of a programme people can apply for, and until when.
 *
 * @param roles the roles that are open now
 * @param opens the first day of the window, or null when no cycle says
 * @param closes the last day of the window, or null when no cycle says or it has passed
 * @param usual the day on which the next cycle's window usually opens, or null where none is usual
 */
record Opening(
        Programme programme,
        List<Programme.ApplicationKind> roles,
        LocalDate opens,
        LocalDate closes,
        LocalDate usual,
        Locale language) {

    public boolean open() {
        return !roles.isEmpty();
    }

    /** Whether people can apply now, or know from when. */
    public boolean announced() {
        return open() || opens != null;
    }

    public boolean takes(Programme.ApplicationKind kind) {
        return roles.contains(kind);
    }

    /** Whether the window ends for this role on the last day: one that is open in several states of a cycle goes on. */
    public boolean closes(Programme.ApplicationKind kind) {
        return closes != null && kind.open().size() == 1;
    }

    public String opensInWords() {
        return InWords.day(opens, language);
    }

    public String closesInWords() {
        return InWords.day(closes, language);
    }

    /** It is usual only, so the year is left out: nobody has fixed it. */
    public String usualInWords() {
        return InWords.dayOfYear(usual, language);
    }
}
