package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What somebody typed on a page that then shows it again: one that was refused, or one that gave an answer, as a self-check does.
 * Whoever reads it in another language follows a link to it, and finds their words again; whoever comes anew begins anew.
 */
@Component
class TypedWords {

    private static final String TYPED = "typed ";

    /** Stands in a link that chooses a language. */
    private static final String LANGUAGE = "language";

    void keep(HttpServletRequest refused, Map<String, String> typed) {
        refused.getSession().setAttribute(name(refused), new HashMap<>(typed));
    }

    /** Once it was taken nobody needs it again. */
    void forget(HttpServletRequest taken) {
        HttpSession session = taken.getSession(false);
        if (session != null) {
            session.removeAttribute(name(taken));
        }
    }

    /** What was typed on this page, by field; empty unless it is read in another language now. */
    @SuppressWarnings("unchecked") // it was put there above
    Map<String, String> again(HttpServletRequest page) {
        if (page.getParameter(LANGUAGE) == null) {
            forget(page);
        }
        HttpSession session = page.getSession(false);
        Object typed = session == null ? null : session.getAttribute(name(page));
        return typed == null ? Map.of() : (Map<String, String>) typed;
    }

    private static String name(HttpServletRequest page) {
        return TYPED + page.getRequestURI();
    }
}
