package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.people.AddressChanges;
import org.peerexchange.people.Person;
import org.peerexchange.people.WikimediaAccounts;
import org.peerexchange.programme.PageLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people correct what is known about them, and confirm a new mail address from there. */
@Controller
class MyDetailsPages {

    private final Visits visits;
    private final MyDetails details;
    private final AddressChanges changes;
    private final WikimediaAccounts accounts;
    private final PostThrottle throttle;
    private final TypedWords words;
    private final DeadLinks deadLinks;
    private final PageLanguage language;
    private final Clock clock;

    MyDetailsPages(
            Visits visits,
            MyDetails details,
            AddressChanges changes,
            WikimediaAccounts accounts,
            PostThrottle throttle,
            TypedWords words,
            DeadLinks deadLinks,
            PageLanguage language,
            Clock clock) {
        this.visits = visits;
        this.details = details;
        this.changes = changes;
        this.accounts = accounts;
        this.throttle = throttle;
        this.words = words;
        this.deadLinks = deadLinks;
        this.language = language;
        this.clock = clock;
    }

    @GetMapping("/my/{token}/details")
    ModelAndView show(@PathVariable String token, HttpServletRequest http) {
        try {
            Person person = visits.owner(token);
            Map<String, String> typed = words.again(http);
            return page(token, person, typed.isEmpty() ? details.of(person) : typed, Map.of());
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
    }

    /** The answer is the same whether anybody is known by the address or not: nobody is looked up. */
    @PostMapping("/my/{token}/details")
    ModelAndView correct(
            @PathVariable String token,
            @RequestParam Map<String, String> posted,
            HttpServletRequest http,
            RedirectAttributes onTheNextPage) {
        Person person;
        try {
            person = visits.owner(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        Map<String, String> typed = typed(posted);
        words.keep(http, typed);
        Map<String, String> wrong = details.wrong(person, typed);
        if (!wrong.isEmpty()) {
            return again(page(token, person, typed, wrong), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            throttle.count(http.getRemoteAddr());
        } catch (Refusal refusal) {
            return again(page(token, person, typed, wrong), refusal.status())
                    .addObject("refusal", refusal.in(language.locale()));
        }
        details.correct(person, typed);
        words.forget(http);
        onTheNextPage.addFlashAttribute("saved", true);
        return new ModelAndView("redirect:/my/%s/details".formatted(token));
    }

    private static Map<String, String> typed(Map<String, String> posted) {
        return Stream.of(MyDetails.NAME, MyDetails.EMAIL, MyDetails.USERNAME, MyDetails.LANGUAGE, MyDetails.ZONE)
                .collect(Collectors.toMap(
                        field -> field, field -> posted.getOrDefault(field, "").strip()));
    }

    private ModelAndView page(String token, Person person, Map<String, String> typed, Map<String, String> wrong) {
        return new ModelAndView("my-details")
                .addObject("token", token)
                .addObject("typed", typed)
                .addObject("wrong", wrong)
                .addObject("waiting", details.waiting(person).orElse(null))
                .addObject("languages", details.languages(person))
                .addObject("zones", details.zones(person))
                .addObject("linked", accounts.ofPerson(person.id()).orElse(null));
    }

    private static ModelAndView again(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    /** Opening it confirms nothing: mail programs open links by themselves. */
    @GetMapping("/my/address/{token}")
    ModelAndView address(@PathVariable String token) {
        try {
            UUID change = visits.addressChange(token);
            return address(token, changes.find(change).orElseThrow());
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
    }

    @PostMapping("/my/address/{token}")
    ModelAndView confirm(@PathVariable String token) {
        try {
            return address(token, details.confirm(visits.addressChange(token)));
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
    }

    private ModelAndView address(String token, AddressChanges.Change change) {
        return new ModelAndView("my-address")
                .addObject("token", token)
                .addObject("address", change.address())
                .addObject("open", change.isOpenAt(clock.instant()))
                .addObject(
                        "outcome",
                        change.outcome() == null ? "" : change.outcome().name());
    }
}
