package org.peerexchange.language;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Knows from a request who is going to read the page. */
public interface KnownReader {

    /** Their own language; empty when nobody is known. */
    Optional<Locale> language(HttpServletRequest request);

    /** The path that was asked for, also where a page only tells what went wrong with it. */
    static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }
}
