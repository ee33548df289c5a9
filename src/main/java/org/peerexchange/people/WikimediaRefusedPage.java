package org.peerexchange.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What somebody reads whom Wikimedia did not sign in. */
@Controller
@ConditionalOnWikimedia
class WikimediaRefusedPage {

    static final String PATH = "/sign-in/wikimedia-refused";
    static final String WHY = WikimediaRefusal.class.getName();

    /** Where a sign-in that failed is forwarded to; by itself it is no page. */
    @GetMapping(PATH)
    ModelAndView show(HttpServletRequest request) {
        if (!(request.getAttribute(WHY) instanceof WikimediaRefusal refusal)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ModelAndView page = new ModelAndView("wikimedia-refused").addObject("why", refusal.name());
        page.setStatus(refusal.status());
        return page;
    }
}
