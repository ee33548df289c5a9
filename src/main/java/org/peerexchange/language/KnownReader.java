package org.peerexchange.language;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Knows from a request who is going to read the page. */
public interface KnownReader {

    /** Their own language; empty when nobody is known. */
    Optional<Locale> language(HttpServletRequest request);
}
