package org.peerexchange.portal;

import org.peerexchange.mail.Unsubscribing;
import org.peerexchange.mail.Unsubscribing.Subscription;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programmes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where people unsubscribe from mails that are not essential, and come back. Opening the page changes nothing, since mail
 * programs open links by themselves; a post does, whoever sends it: a button of the page, or a mail program for its reader
 * (RFC 8058).
 */
@Controller
class UnsubscribePages {

    private final Unsubscribing unsubscribing;
    private final Programmes programmes;
    private final WayBack wayBack;
    private final DeadLinks deadLinks;
    private final PageLanguage language;

    UnsubscribePages(
            Unsubscribing unsubscribing,
            Programmes programmes,
            WayBack wayBack,
            DeadLinks deadLinks,
            PageLanguage language) {
        this.unsubscribing = unsubscribing;
        this.programmes = programmes;
        this.wayBack = wayBack;
        this.deadLinks = deadLinks;
        this.language = language;
    }

    @GetMapping(Unsubscribing.PATH + "{token}")
    ModelAndView page(@PathVariable String token) {
        return unsubscribing.of(token).map(this::page).orElseGet(this::deadLink);
    }

    @PostMapping(Unsubscribing.PATH + "{token}")
    ModelAndView decide(@PathVariable String token, @RequestParam(defaultValue = "false") boolean back) {
        if (back) {
            unsubscribing.comeBack(token);
        } else {
            unsubscribing.unsubscribe(token);
        }
        return page(token);
    }

    private ModelAndView page(Subscription subscription) {
        return programmes
                .find(subscription.programme())
                .map(language::of)
                .map(programme -> new ModelAndView("unsubscribe")
                        .addObject("programme", programme)
                        .addObject("unsubscribed", subscription.unsubscribed())
                        .addObject(
                                "wayBack", wayBack.of(subscription.personId()).orElse(null)))
                .orElseGet(this::deadLink);
    }

    private ModelAndView deadLink() {
        return deadLinks.page(HttpStatus.NOT_FOUND, language.say("dead-link.unsubscribe"));
    }
}
