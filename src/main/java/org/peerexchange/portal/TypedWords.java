package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What somebody typed on a page that was refused. Whoever then reads it in another language follows a link to it, and finds their
 * words again; whoever comes anew begins anew.
 */
@Component
class TypedWords {

    private static final String TYPED = "typed ";

    /** Stands in a link that chooses a language. */
    private static final String LANGUAGE = "language";

    void keep(HttpServletRequest refused, Map<String, String> typed) {
        refused.getSession().setAttribute(name(refused), new HashMap<>(typed));
    }

    /** The same for a page with another path, to which whoever typed it is sent on. */
    void keepAt(HttpServletRequest taken, String path, Map<String, String> typed) {
        taken.getSession().setAttribute(TYPED + path, new HashMap<>(typed));
    }

    /** Once it was taken nobody needs it again. */
    void forget(HttpServletRequest taken) {
        HttpSession session = taken.getSession(false);
        if (session != null) {
            session.removeAttribute(name(taken));
        }
    }

    /** What was typed on this page, by field; empty unless it is read in another language now. */
    Map<String, String> again(HttpServletRequest page) {
        if (page.getParameter(LANGUAGE) == null) {
            forget(page);
        }
        return of(page);
    }

    /** What was typed for this page, by field; empty when nothing was in this session. */
    @SuppressWarnings("unchecked") // it was put there above
    Map<String, String> of(HttpServletRequest page) {
        HttpSession session = page.getSession(false);
        Object typed = session == null ? null : session.getAttribute(name(page));
        return typed == null ? Map.of() : (Map<String, String>) typed;
    }

    private static String name(HttpServletRequest page) {
        return TYPED + page.getRequestURI();
    }
}
