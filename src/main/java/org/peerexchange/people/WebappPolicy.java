package org.peerexchange.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The content security policy of Tasklist, Cockpit and Admin. The engine's own names a number used once that it keeps
 * for everybody, so that pages loaded at the same time get each other's and their scripts do not run. This one names the
 * hash of the script that stands in the very page it goes out with.
 */
class WebappPolicy extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-eval'%s;"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final Pattern SCRIPT_IN_PAGE =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY.formatted(""));
        if (!request.getRequestURI().matches(".*/app/[^/]+/[^/]+/")) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        page.setHeader("Content-Security-Policy", POLICY.formatted(hashes(page.getContentAsByteArray())));
        page.copyBodyToResponse();
    }

    private static String hashes(byte[] page) {
        StringBuilder hashes = new StringBuilder();
        Matcher scripts = SCRIPT_IN_PAGE.matcher(new String(page, StandardCharsets.UTF_8));
        while (scripts.find()) {
            hashes.append(" 'sha256-").append(sha256(scripts.group(1))).append('\'');
        }
        return hashes.toString();
    }

    private static String sha256(String script) {
        try {
            // Browsers normalise line ends before they compute the hash.
            byte[] text = script.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
