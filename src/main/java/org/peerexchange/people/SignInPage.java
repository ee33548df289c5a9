package org.peerexchange.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one place where staff sign in, for our pages and for Tasklist, Cockpit and Admin alike. */
@Controller
class SignInPage {

    static final String REFUSED = "/sign-in/refused";

    @GetMapping("/sign-in")
    String show(@RequestParam(required = false) String signedOut, Authentication known, Model model) {
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("known", known == null ? null : known.getName());
        return "sign-in";
    }

    /** Where a refused attempt is forwarded to, so that the name typed is still there. */
    @PostMapping(REFUSED)
    String refuse(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object why = request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        String sentence;
        if (why instanceof SignInThrottle.TooManyAttempts tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", Long.toString(tooMany.seconds()));
            sentence = "That was wrong too often. Please wait " + duration(tooMany.seconds())
                    + ", then try again. If you have forgotten your password, ask an administrator for a new one.";
        } else if (why instanceof DisabledException) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            sentence = "Your account belongs to no group yet. Please ask an administrator to add it to one.";
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            sentence = "This name and password do not fit together. Please check both and try again.";
        }
        model.addAttribute("refusal", sentence);
        model.addAttribute("name", request.getParameter("username"));
        return "sign-in";
    }

    private static String duration(long seconds) {
        if (seconds < 90) {
            return seconds + (seconds == 1 ? " second" : " seconds");
        }
        return (seconds + 59) / 60 + " minutes";
    }
}
