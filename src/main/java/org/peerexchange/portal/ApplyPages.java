package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerexchange.application.Applying;
import org.peerexchange.application.SendingOnce;
import org.peerexchange.language.InWords;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.DeployedForm;
import org.peerexchange.submission.FormData;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The public pages on which communities apply. */
@Controller
class ApplyPages {

    /**
     * Prefix of what the session remembers, with the address that mails about it go to: numbers are easy to guess, so only who sent
     * an application sees its page.
     */
    private static final String SENT = "sent ";

    private final Openings openings;
    private final Applying applying;
    private final Programmes programmes;
    private final Asking asking;
    private final SendingOnce sendingOnce;
    private final PostThrottle throttle;
    private final Drafts drafts;
    private final BegunHere begunHere;
    private final PageLanguage page;

    ApplyPages(
            Openings openings,
            Applying applying,
            Programmes programmes,
            Asking asking,
            SendingOnce sendingOnce,
            PostThrottle throttle,
            Drafts drafts,
            BegunHere begunHere,
            PageLanguage page) {
        this.openings = openings;
        this.applying = applying;
        this.programmes = programmes;
        this.asking = asking;
        this.sendingOnce = sendingOnce;
        this.throttle = throttle;
        this.drafts = drafts;
        this.begunHere = begunHere;
        this.page = page;
    }

    @GetMapping("/apply")
    ModelAndView list() {
        return new ModelAndView("apply").addObject("openings", openings.all());
    }

    @GetMapping("/apply/{programme}/{role}")
    @Transactional(readOnly = true)
    ModelAndView form(@PathVariable String programme, @PathVariable String role) {
        return form(programme, role, DraftPages.beginning(programme, role), Optional.empty())
                .addObject("begun", begun(programme, role));
    }

    /**
     * What was begun in this browser before.
     *
     * @param path where it goes on
     * @param saved the day on which it was saved last
     */
    record Begun(String path, String saved) {}

    private Begun begun(String programme, String role) {
        return begunHere
                .secret()
                .flatMap(secret -> drafts.of(DraftPages.ofApplication(programme, role, secret))
                        .map(draft -> new Begun(
                                DraftPages.addressOf(programme, role, secret), day(programme, draft.savedAt()))))
                .orElse(null);
    }

    private String day(String programme, Instant moment) {
        return InWords.day(LocalDate.ofInstant(moment, programmes.of(programme).zone()), page.locale());
    }

    /** An application that was begun before, on this or on another device. */
    @GetMapping("/apply/{programme}/{role}/drafts/{secret}")
    @Transactional(readOnly = true)
    ModelAndView draft(
            @PathVariable String programme,
            @PathVariable String role,
            @PathVariable String secret,
            RedirectAttributes once) {
        Optional<Drafts.Draft> draft = drafts.of(DraftPages.ofApplication(programme, role, secret));
        if (draft.isPresent()) {
            return form(programme, role, DraftPages.addressOf(programme, role, secret), draft);
        }
        if (begunHere.isAfresh(secret)) {
            once.addFlashAttribute("afresh", true);
            return new ModelAndView("redirect:/apply/%s/%s".formatted(programme, role));
        }
        return page("draft-gone", openings.of(page.programme(programme)), kind(programme, role))
                .addObject("number", begunHere.sentAs(secret).orElse(null));
    }

    private ModelAndView form(String programme, String role, String saveAt, Optional<Drafts.Draft> draft) {
        Programme.ApplicationKind kind = kind(programme, role);
        Opening opening = openings.of(page.programme(programme));
        if (!opening.takes(kind)) {
            return page("apply-closed", opening, kind);
        }
        DeployedForm form = asking.form(kind.form()).in(page.words(programme));
        Map<String, Object> data = FormData.of(form.form(), applying.formFacts(programme, role, page.locale()));
        return page("apply-form", opening, kind)
                .addObject(
                        "form",
                        new FormPage(form.json(), data, "/apply/%s/%s".formatted(programme, role), page.locale())
                                .withDraft(saveAt, draft)
                                .inVersion(form.version())
                                .once());
    }

    @PostMapping("/apply/{programme}/{role}")
    @ResponseBody
    Map<String, Object> send(
            @PathVariable String programme,
            @PathVariable String role,
            @RequestParam(required = false) UUID once,
            @RequestParam(required = false) String secret,
            @RequestParam(defaultValue = "0") int draft,
            @RequestParam(name = "page", required = false) UUID opened,
            @RequestParam(required = false) Integer form,
            HttpServletRequest http)
            throws IOException {
        Programme.ApplicationKind kind = kind(programme, role);
        throttle.count(http.getRemoteAddr());
        Map<String, Object> posted = Posted.read(http);
        String number = sendingOnce.send(once, posted, () -> {
            FormChanged.unlessShown(form, asking.form(kind.form()));
            if (secret != null) {
                drafts.send(DraftPages.ofApplication(programme, role, secret), new Drafts.Seen(draft, opened));
            }
            return applying.apply(programme, role, posted, page.locale());
        });
        http.getSession().setAttribute(SENT + number, posted.get("email") instanceof String to ? to.strip() : "");
        if (secret != null) {
            begunHere.sent(programme, role, secret, number);
        }
        return Map.of("location", "/apply/%s/%s/done/%s".formatted(programme, role, number));
    }

    @GetMapping("/apply/{programme}/{role}/done/{number}")
    ModelAndView done(
            @PathVariable String programme,
            @PathVariable String role,
            @PathVariable String number,
            HttpSession session) {
        Programme.ApplicationKind kind = kind(programme, role);
        if (!(session.getAttribute(SENT + number) instanceof String address)) {
            return new ModelAndView("redirect:/apply");
        }
        return page("apply-done", openings.of(page.programme(programme)), kind)
                .addObject("number", number)
                .addObject("address", address);
    }

    private static ModelAndView page(String view, Opening opening, Programme.ApplicationKind kind) {
        return new ModelAndView(view)
                .addObject("opening", opening)
                .addObject("kind", kind)
                .addObject("contact", opening.programme().contact());
    }

    private Programme.ApplicationKind kind(String programme, String role) {
        return programmes.find(programme).stream()
                .map(page::of)
                .flatMap(candidate -> candidate.applications().values().stream())
                .filter(kind -> kind.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
