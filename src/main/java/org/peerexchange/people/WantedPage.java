package org.peerexchange.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Remembers the page somebody wanted when we asked them to sign in; not the scripts and pictures on it. */
class WantedPage extends HttpSessionRequestCache {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    WantedPage() {
        RequestMatcher pages = new OrRequestMatcher(
                PATH.matcher(HttpMethod.GET, "/desk/**"),
                PATH.matcher(HttpMethod.GET, "/trial/**"),
                PATH.matcher(HttpMethod.GET, "/camunda/app/{app}"),
                PATH.matcher(HttpMethod.GET, "/camunda/app/{app}/"),
                PATH.matcher(HttpMethod.GET, "/camunda/app/{app}/{engine}/"));
        setRequestMatcher(request -> pages.matches(request) && wantsAPage(request));
        setMatchingRequestParameterName(null);
    }

    static boolean wantsAPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
