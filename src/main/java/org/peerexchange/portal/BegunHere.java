package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Which application somebody has begun in this browser, so that whoever comes back by the public address finds it again. A cookie
 * knows it until the browser is closed: others may use the same computer, and the address itself can be kept for longer.
 */
@Component
class BegunHere {

    private static final String COOKIE = "begun";
    private static final String AFRESH = "begun afresh ";
    private static final String SENT = "sent from ";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    BegunHere(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** The draft with this secret was begun in this browser. */
    void is(String programme, String role, String secret) {
        set(programme, role, secret, -1);
    }

    /** The secret of the draft; empty in a browser that has begun none. */
    Optional<String> secret() {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(cookie -> cookie.getValue());
    }

    /** It was begun afresh, so the draft is gone. */
    void afresh(String programme, String role, String secret) {
        forget(programme, role, secret);
        request.getSession().setAttribute(AFRESH + secret, Boolean.TRUE);
    }

    /** Whether the draft is gone since it was begun afresh here. */
    boolean isAfresh(String secret) {
        return known(AFRESH + secret).isPresent();
    }

    /** It was sent, and has this number now. */
    void sent(String programme, String role, String secret, String number) {
        forget(programme, role, secret);
        request.getSession().setAttribute(SENT + secret, number);
    }

    /** The number of the application that was sent here from this draft; empty when none was. */
    Optional<String> sentAs(String secret) {
        return known(SENT + secret).map(String.class::cast);
    }

    /** Another one may have been begun meanwhile. */
    private void forget(String programme, String role, String secret) {
        if (secret().filter(secret::equals).isPresent()) {
            set(programme, role, "", 0);
        }
    }

    private void set(String programme, String role, String secret, long seconds) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, secret)
                        .path("/apply/%s/%s".formatted(programme, role))
                        .maxAge(seconds)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private Optional<Object> known(String name) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(name));
    }
}
