package org.peerexchange.portal;

import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programmes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page that somebody reads who came by a link that does not work: why, and whom to ask. */
@Component
class DeadLinks {

    private final Programmes programmes;
    private final PageLanguage language;

    DeadLinks(Programmes programmes, PageLanguage language) {
        this.programmes = programmes;
        this.language = language;
    }

    ModelAndView page(Visits.DeadLink dead) {
        if (dead instanceof Visits.SignedOut) {
            return new ModelAndView("redirect:/my?ended");
        }
        return page(dead.status(), dead.in(language.locale()));
    }

    /** @param sentence why the link does not work, and what to try */
    ModelAndView page(HttpStatus status, String sentence) {
        ModelAndView page = new ModelAndView("dead-link")
                .addObject("sentence", sentence)
                .addObject(
                        "programmes",
                        programmes.all().stream().map(language::of).toList());
        page.setStatus(status);
        return page;
    }
}
