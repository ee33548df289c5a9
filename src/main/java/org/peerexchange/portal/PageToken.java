package org.peerexchange.portal;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Proof that a post comes from one of these pages. It is made before the page is written, while a session can still begin. */
@ControllerAdvice(
        assignableTypes = {
            ApplyPages.class,
            PersonalPages.class,
            MyPages.class,
            MyDetailsPages.class,
            MyErasurePages.class,
            WikimediaPages.class
        })
class PageToken {

    @ModelAttribute("pageToken")
    CsrfToken token(CsrfToken token) {
        token.getToken();
        return token;
    }
}
