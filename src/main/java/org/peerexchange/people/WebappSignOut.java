package org.peerexchange.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signing out in Tasklist or Cockpit ends the whole session, once they have accepted the request as genuine. */
class WebappSignOut extends OncePerRequestFilter {

    private final RequestMatcher signOut;

    WebappSignOut(RequestMatcher signOut) {
        this.signOut = signOut;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !signOut.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        HttpSession session = request.getSession(false);
        if (response.getStatus() < 300 && session != null) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
    }
}
