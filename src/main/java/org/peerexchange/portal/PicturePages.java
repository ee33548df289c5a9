package org.peerexchange.portal;

import java.util.function.Supplier;
import org.peerexchange.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages that show the way of a case as a picture to those who take part in it. */
@Controller
class PicturePages {

    private final Visits visits;
    private final CasePictures pictures;
    private final DeadLinks deadLinks;

    PicturePages(Visits visits, CasePictures pictures, DeadLinks deadLinks) {
        this.visits = visits;
        this.pictures = pictures;
        this.deadLinks = deadLinks;
    }

    @GetMapping("/my/{token}/cases/{number}/picture")
    ModelAndView ofMine(
            @PathVariable String token, @PathVariable String number, @RequestParam(required = false) String way) {
        return unlessDead(() -> page(visits.owner(token), number, way).addObject("back", "/my/" + token));
    }

    /** For the case that a link to one thing to do belongs to. */
    @GetMapping("/p/{token}/picture")
    ModelAndView ofVisit(@PathVariable String token, @RequestParam(required = false) String way) {
        return unlessDead(() -> {
            Visit visit = visits.open(token);
            return page(visit.person(), visit.subject().number(), way).addObject("back", visit.path());
        });
    }

    private ModelAndView unlessDead(Supplier<ModelAndView> page) {
        try {
            return page.get();
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
    }

    private ModelAndView page(Person person, String caseNumber, String way) {
        return pictures.of(person, caseNumber, way)
                .map(picture -> new ModelAndView("picture").addObject("picture", picture))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
