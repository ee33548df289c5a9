package org.peerexchange.portal;

import java.time.LocalDate;
import java.util.List;
import org.peerexchange.programme.Programme;

/**
 * Whether and until when a programme takes applications.
 *
 * @param open whether it does so now
 * @param opens the first day of the window, or null when no cycle says
 * @param closes the last day of the window, or null when no cycle says
 */
record Opening(Programme programme, boolean open, LocalDate opens, LocalDate closes) {

    List<Programme.ApplicationKind> roles() {
        return List.copyOf(programme.applications().values());
    }
}
