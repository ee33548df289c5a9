package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peerexchange.application.RequestingHelp;
import org.peerexchange.application.SendingOnce;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.FieldError;
import org.peerexchange.submission.RefusedAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The public page on which anybody asks for help (domain A24). It takes no reports about conduct and says who does (A25). */
@Controller
class HelpPages {

    /** Prefix of what the session remembers: numbers are easy to guess, so only who sent a question sees its page. */
    private static final String ASKED = "asked ";

    /** What the page itself sends beside the answers. */
    private static final Set<String> NOT_ASKED = Set.of("_csrf", "once");

    private final RequestingHelp requesting;
    private final Programmes programmes;
    private final PageLanguage page;
    private final Asking asking;
    private final SendingOnce sendingOnce;
    private final PostThrottle throttle;
    private final TypedWords words;

    HelpPages(
            RequestingHelp requesting,
            Programmes programmes,
            PageLanguage page,
            Asking asking,
            SendingOnce sendingOnce,
            PostThrottle throttle,
            TypedWords words) {
        this.requesting = requesting;
        this.programmes = programmes;
        this.page = page;
        this.asking = asking;
        this.sendingOnce = sendingOnce;
        this.throttle = throttle;
        this.words = words;
    }

    @GetMapping("/help/{programme}")
    ModelAndView form(@PathVariable String programme, HttpServletRequest http) {
        return requesting.takesRequests(programme)
                ? page(programme(programme), UUID.randomUUID(), words.again(http), List.of())
                : byMail(programme);
    }

    @PostMapping("/help/{programme}")
    ModelAndView send(
            @PathVariable String programme,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) UUID once,
            HttpServletRequest http) {
        Programme asked = programme(programme);
        try {
            throttle.count(http.getRemoteAddr());
            words.keep(http, typed);
            Map<String, Object> posted = answers(typed);
            String number = sendingOnce.send(once, posted, () -> requesting.ask(programme, posted, page.locale()));
            http.getSession().setAttribute(ASKED + number, Boolean.TRUE);
            words.forget(http);
            return new ModelAndView("redirect:/help/%s/done/%s".formatted(programme, number));
        } catch (RefusedAnswers refused) {
            ModelAndView again = page(asked, once, typed, refused.errors());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        } catch (SendingOnce.SentBefore before) {
            ModelAndView again =
                    page(asked, once, typed, List.of()).addObject("refusal", before.in(this.page.locale()));
            again.setStatus(HttpStatus.CONFLICT);
            return again;
        } catch (Refusal refusal) {
            words.keepIfKnown(http, typed);
            ModelAndView again =
                    page(asked, once, typed, List.of()).addObject("refusal", refusal.in(this.page.locale()));
            again.setStatus(refusal.status());
            return again;
        }
    }

    private static Map<String, Object> answers(Map<String, String> typed) {
        Map<String, Object> answers = new HashMap<>(typed);
        answers.keySet().removeAll(NOT_ASKED);
        return answers;
    }

    @GetMapping("/help/{programme}/done/{number}")
    ModelAndView done(@PathVariable String programme, @PathVariable String number, HttpSession session) {
        Programme asked = programme(programme);
        return session.getAttribute(ASKED + number) == null
                ? new ModelAndView("redirect:/help/" + asked.key())
                : new ModelAndView("help-done").addObject("number", number);
    }

    private ModelAndView page(Programme programme, UUID once, Map<String, String> typed, List<FieldError> errors) {
        return new ModelAndView("help")
                .addObject("programme", programme)
                .addObject("once", once)
                .addObject("wrong", !errors.isEmpty())
                .addObject(
                        "fields",
                        PlainForm.fields(
                                asking.form(programme.help().form())
                                        .in(page.words(programme.key()))
                                        .json(),
                                programme,
                                typed,
                                errors));
    }

    /** Before its first cycle a programme has nothing to number a question in, but its page already says where to ask. */
    private ModelAndView byMail(String key) {
        Programme programme = programmes
                .find(key)
                .filter(Programme::showsHelp)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("help").addObject("programme", page.of(programme));
    }

    private Programme programme(String key) {
        if (!requesting.takesRequests(key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page.programme(key);
    }
}
