package org.peerexchange.portal;

import org.peerexchange.language.Languages;
import org.peerexchange.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where somebody asks for their mails in the language they read a page in. It is a button and no link: mail programs open links by
 * themselves, and a look at a page in another language changes nobody's mails.
 */
@Controller
class MailLanguagePages {

    private final Visits visits;
    private final MyDetails details;
    private final Languages languages;
    private final DeadLinks deadLinks;

    MailLanguagePages(Visits visits, MyDetails details, Languages languages, DeadLinks deadLinks) {
        this.visits = visits;
        this.details = details;
        this.languages = languages;
        this.deadLinks = deadLinks;
    }

    @PostMapping("/my/{token}/language")
    ModelAndView ofOwnPage(@PathVariable String token, @RequestParam String to) {
        try {
            return written(visits.owner(token), to, "/my/" + token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
    }

    @PostMapping("/p/{token}/language")
    ModelAndView ofRequest(@PathVariable String token, @RequestParam String to) {
        try {
            return written(visits.open(token).person(), to, "/p/" + token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
    }

    private ModelAndView written(Person person, String to, String back) {
        details.reads(
                person.id(),
                languages.find(to).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY)));
        return new ModelAndView("redirect:" + back);
    }
}
