package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.peerexchange.application.AskingErasure;
import org.peerexchange.people.Person;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.submission.FieldError;
import org.peerexchange.submission.RefusedAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people read what is erased when, and ask for it to be done now. */
@Controller
class MyErasurePages {

    private static final String REASON = "reason";

    private final Visits visits;
    private final AskingErasure erasure;
    private final DeadLinks deadLinks;
    private final PageLanguage page;
    private final TypedWords words;

    MyErasurePages(Visits visits, AskingErasure erasure, DeadLinks deadLinks, PageLanguage page, TypedWords words) {
        this.visits = visits;
        this.erasure = erasure;
        this.deadLinks = deadLinks;
        this.page = page;
        this.words = words;
    }

    @GetMapping("/my/{token}/erasure")
    ModelAndView show(@PathVariable String token, HttpServletRequest http) {
        try {
            String reason = words.again(http).getOrDefault(REASON, "");
            return page(token, visits.owner(token), reason, List.of());
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
    }

    @PostMapping("/my/{token}/erasure")
    ModelAndView ask(
            @PathVariable String token, @RequestParam(defaultValue = "") String reason, HttpServletRequest http) {
        Person person;
        try {
            person = visits.owner(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        try {
            erasure.ask(person, Map.of(REASON, reason), page.words(ProgrammeFiles.SHARED));
            words.forget(http);
            return new ModelAndView("redirect:/my/%s/erasure".formatted(token));
        } catch (RefusedAnswers refused) {
            words.keep(http, Map.of(REASON, reason));
            ModelAndView again = page(token, person, reason, refused.errors());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private String names(List<Programme> programmes) {
        return programmes.stream()
                .map(programme -> page.of(programme).name())
                .reduce((one, other) -> page.say("list.and", one, other))
                .orElse("");
    }

    private ModelAndView page(String token, Person person, String reason, List<FieldError> errors) {
        return new ModelAndView("my-erasure")
                .addObject("token", token)
                .addObject("toAsk", erasure.toAsk(person).stream().map(page::of).toList())
                .addObject("asked", names(erasure.asked(person)))
                .addObject("reason", reason)
                .addObject(
                        "wrong",
                        errors.stream().map(FieldError::message).findFirst().orElse(null));
    }
}
