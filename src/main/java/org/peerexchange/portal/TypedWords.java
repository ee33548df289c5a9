package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What somebody sent on a page that keeps nothing, or was refused. Whoever then reads it in another language follows a link to it,
 * and finds their words again; whoever comes anew begins anew.
 */
@Component
class TypedWords {

    private static final String TYPED = "typed ";

    /** Stands in a link that chooses a language. */
    private static final String LANGUAGE = "language";

    /** In characters: anybody may post anything, and a session lasts for hours. */
    private static final int LONGEST = 64 * 1024;

    /** Keeps it for whoever's browser comes back. */
    void keep(HttpServletRequest sent, Map<String, String> typed) {
        keep(typed, name(sent), sent.getSession());
    }

    /** Keeps it where somebody has been here before: whoever sends too much leaves nothing. */
    void keepIfKnown(HttpServletRequest sent, Map<String, String> typed) {
        HttpSession known = sent.getSession(false);
        if (known != null) {
            keep(typed, name(sent), known);
        }
    }

    /** The same for a page with another path, to which whoever typed it is sent on. */
    void keepAt(HttpServletRequest taken, String path, Map<String, String> typed) {
        keep(typed, TYPED + path, taken.getSession());
    }

    private static void keep(Map<String, String> typed, String name, HttpSession session) {
        int length = typed.entrySet().stream()
                .mapToInt(answer -> answer.getKey().length() + answer.getValue().length())
                .sum();
        if (length <= LONGEST) {
            Map<String, String> words = new HashMap<>(typed);
            words.remove("_csrf");
            session.setAttribute(name, words);
        }
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
