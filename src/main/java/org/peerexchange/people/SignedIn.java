package org.peerexchange.people;

import java.security.Principal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout who is signed in, if anybody is. */
@ControllerAdvice
class SignedIn {

    @ModelAttribute("signedInAs")
    String name(Principal principal) {
        return principal == null ? null : principal.getName();
    }
}
