package org.peerexchange.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The Wikimedia account that somebody has signed in with in this browser. It stands beside what staff sign in to and never in its
 * place: no door to staff's rooms looks here.
 */
@Component
public class WikimediaSession {

    private static final String ACCOUNT = "signed in with Wikimedia";
    private static final String WANTED = "wanted after signing in with Wikimedia";

    private final HttpServletRequest request;

    WikimediaSession(HttpServletRequest request) {
        this.request = request;
    }

    /** Empty when nobody has signed in, or the session has run out. */
    public Optional<WikimediaAccount> account() {
        return attribute(ACCOUNT).map(WikimediaAccount.class::cast);
    }

    void begin(WikimediaAccount account) {
        request.getSession().setAttribute(ACCOUNT, account);
    }

    /** Where to go after signing in; a path of our own that nobody outside has named. */
    public void wants(String path) {
        request.getSession().setAttribute(WANTED, path);
    }

    /** The path, once. */
    Optional<String> wanted() {
        Optional<String> path = attribute(WANTED).map(String.class::cast);
        path.ifPresent(known -> request.getSession().removeAttribute(WANTED));
        return path;
    }

    /** Signs out of everything in this browser. */
    public void end() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private Optional<Object> attribute(String name) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session).map(known -> known.getAttribute(name));
    }
}
