package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where somebody finds back to their own page: the browser they opened it with remembers it for as long as its session lasts. A
 * link to one thing to do does not lead there by itself, since it may have been passed on.
 */
@Component
class WayBack {

    private static final String PREFIX = "own page of ";

    private final HttpServletRequest request;

    WayBack(HttpServletRequest request) {
        this.request = request;
    }

    /** Their page was opened with this token. */
    void is(String personId, String token) {
        request.getSession().setAttribute(PREFIX + personId, token);
    }

    /** The token of their page; empty in a browser that has not opened it. */
    Optional<String> of(String personId) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(known -> known.getAttribute(PREFIX + personId))
                .map(String.class::cast);
    }
}
