package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.peerexchange.people.ConditionalOnWikimedia;
import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.WikimediaAccount;
import org.peerexchange.people.WikimediaAccounts;
import org.peerexchange.people.WikimediaSession;
import org.peerexchange.programme.PageLanguage;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody who has signed in with Wikimedia links that account to what they take part in, unlinks it, and signs out. */
@Controller
@ConditionalOnWikimedia
class WikimediaPages {

    private static final String SIGNED_OUT = "redirect:/my?ended";

    private final Visits visits;
    private final WikimediaSession session;
    private final WikimediaAccounts accounts;
    private final LinkingWikimedia linking;
    private final PostThrottle throttle;
    private final DeadLinks deadLinks;
    private final PageLanguage language;

    WikimediaPages(
            Visits visits,
            WikimediaSession session,
            WikimediaAccounts accounts,
            LinkingWikimedia linking,
            PostThrottle throttle,
            DeadLinks deadLinks,
            PageLanguage language) {
        this.visits = visits;
        this.session = session;
        this.accounts = accounts;
        this.linking = linking;
        this.throttle = throttle;
        this.deadLinks = deadLinks;
        this.language = language;
    }

    /** Where somebody comes to who has just signed in. */
    @GetMapping("/my/wikimedia")
    ModelAndView show(@RequestParam(required = false) String asked) {
        if (session.account().isEmpty()) {
            return new ModelAndView(SIGNED_OUT);
        }
        if (visits.signedIn().isPresent()) {
            return new ModelAndView("redirect:/my/" + Visits.SIGNED_IN);
        }
        return new ModelAndView("wikimedia-unlinked").addObject("asked", asked != null);
    }

    /** The answer is the same whether the address is known or not. */
    @PostMapping("/my/wikimedia")
    ModelAndView send(@RequestParam(defaultValue = "") String email, HttpServletRequest http) {
        Optional<WikimediaAccount> account = session.account();
        if (account.isEmpty()) {
            return new ModelAndView(SIGNED_OUT);
        }
        String address = email.strip();
        try {
            throttle.count(http.getRemoteAddr());
        } catch (Refusal refusal) {
            return again(address, refusal.status()).addObject("refusal", refusal.in(language.locale()));
        }
        if (!MyPages.isAddress(address)) {
            return again(address, HttpStatus.UNPROCESSABLE_ENTITY).addObject("wrong", true);
        }
        linking.send(address, account.get());
        return new ModelAndView("redirect:/my/wikimedia?asked");
    }

    private static ModelAndView again(String address, HttpStatus status) {
        ModelAndView again =
                new ModelAndView("wikimedia-unlinked").addObject("asked", false).addObject("email", address);
        again.setStatus(status);
        return again;
    }

    /** Opening it links nothing: mail programs open links by themselves. Whoever has to sign in first comes back here. */
    @GetMapping("/my/wikimedia/{token}")
    ModelAndView link(@PathVariable String token) {
        try {
            ModelAndView page = page(token);
            if (session.account().isEmpty()) {
                session.wants("/my/wikimedia/" + token);
            }
            return page;
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
    }

    @PostMapping("/my/wikimedia/{token}")
    ModelAndView confirm(@PathVariable String token) {
        try {
            PersonalLink link = visits.wikimediaLink(token);
            session.account().ifPresent(account -> link(token, link, account));
            return page(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
    }

    private void link(String token, PersonalLink link, WikimediaAccount account) {
        try {
            linking.link(token, link, account);
        } catch (DuplicateKeyException another) {
            // Another link was used in the same moment; the page says how things stand now.
        }
    }

    private ModelAndView page(String token) {
        LinkingWikimedia.State state = linking.state(visits.wikimediaLink(token), session.account());
        ModelAndView page =
                new ModelAndView("wikimedia-link").addObject("token", token).addObject("state", state.name());
        page.setStatus(state.status());
        return page;
    }

    @PostMapping("/my/{token}/unlink")
    ModelAndView unlink(@PathVariable String token, RedirectAttributes onTheNextPage) {
        Person person;
        try {
            person = visits.owner(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        accounts.unlink(person.id());
        if (token.equals(Visits.SIGNED_IN)) {
            return new ModelAndView("redirect:/my/wikimedia");
        }
        onTheNextPage.addFlashAttribute("unlinked", true);
        return new ModelAndView("redirect:/my/%s/details".formatted(token));
    }

    @PostMapping("/my/sign-out")
    String signOut() {
        session.end();
        return "redirect:/my?signedOut";
    }
}
