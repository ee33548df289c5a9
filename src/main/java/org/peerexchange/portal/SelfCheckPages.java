package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peerexchange.application.SelfChecking;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.DeployedForm;
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

/** Who may apply: the table that decides says it to anybody who describes their community. */
@Controller
class SelfCheckPages {

    private static final String RESULT = "/result";

    private final Programmes programmes;
    private final Openings openings;
    private final Asking asking;
    private final SelfChecking checking;
    private final PostThrottle throttle;
    private final TypedWords words;
    private final PageLanguage page;

    SelfCheckPages(
            Programmes programmes,
            Openings openings,
            Asking asking,
            SelfChecking checking,
            PostThrottle throttle,
            TypedWords words,
            PageLanguage page) {
        this.programmes = programmes;
        this.openings = openings;
        this.asking = asking;
        this.checking = checking;
        this.throttle = throttle;
        this.words = words;
        this.page = page;
    }

    @GetMapping("/apply/{programme}/{role}/check")
    ModelAndView form(@PathVariable String programme, @PathVariable String role, HttpServletRequest http) {
        return page(kind(programme, role), page.programme(programme), words.again(http), List.of());
    }

    /**
     * A post, though nothing changes: what somebody says of their community stands in no address. The result has one of its own, to
     * which they find back from the form.
     */
    @PostMapping("/apply/{programme}/{role}/check")
    ModelAndView check(
            @PathVariable String programme,
            @PathVariable String role,
            @RequestParam Map<String, String> typed,
            HttpServletRequest http) {
        Programme.ApplicationKind kind = kind(programme, role);
        Programme home = page.programme(programme);
        try {
            throttle.count(http.getRemoteAddr());
            words.keep(http, typed);
            result(kind, home, typed);
            words.keepAt(http, http.getRequestURI() + RESULT, typed);
            return new ModelAndView("redirect:/apply/%s/%s/check%s".formatted(programme, role, RESULT));
        } catch (RefusedAnswers refused) {
            return refused(kind, home, typed, refused);
        } catch (Refusal tooMany) {
            words.keepIfKnown(http, typed);
            ModelAndView again = page(kind, home, typed, List.of()).addObject("refusal", tooMany.in(page.locale()));
            again.setStatus(tooMany.status());
            return again;
        }
    }

    @GetMapping("/apply/{programme}/{role}/check" + RESULT)
    ModelAndView result(@PathVariable String programme, @PathVariable String role, HttpServletRequest http) {
        Programme.ApplicationKind kind = kind(programme, role);
        Programme home = page.programme(programme);
        Map<String, String> typed = words.of(http);
        if (typed.isEmpty()) {
            return new ModelAndView("redirect:/apply/%s/%s/check".formatted(programme, role));
        }
        try {
            return page(kind, home, typed, List.of()).addObject("result", result(kind, home, typed));
        } catch (RefusedAnswers changed) {
            return refused(kind, home, typed, changed);
        }
    }

    private SelfChecking.Result result(Programme.ApplicationKind kind, Programme programme, Map<String, String> typed) {
        DeployedForm form = form(kind, programme);
        return checking.check(programme.key(), kind.check(), form.form(), offered(form, programme, typed));
    }

    private ModelAndView refused(
            Programme.ApplicationKind kind, Programme programme, Map<String, String> typed, RefusedAnswers refused) {
        ModelAndView again = page(kind, programme, typed, refused.errors());
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    /** What was typed, without what is no choice of its question. */
    private static Map<String, String> offered(DeployedForm form, Programme programme, Map<String, String> typed) {
        Map<String, String> offered = new HashMap<>(typed);
        PlainForm.fields(form.json(), programme, typed, List.of()).stream()
                .filter(field -> !field.options().isEmpty())
                .filter(field -> field.options().stream()
                        .noneMatch(option -> option.value().equals(field.value())))
                .forEach(field -> offered.remove(field.key()));
        return offered;
    }

    private ModelAndView page(
            Programme.ApplicationKind kind, Programme programme, Map<String, String> typed, List<FieldError> errors) {
        return new ModelAndView("self-check")
                .addObject("programme", programme)
                .addObject("kind", kind)
                .addObject("open", openings.of(programme).takes(kind))
                .addObject("wrong", !errors.isEmpty())
                .addObject("fields", PlainForm.fields(form(kind, programme).json(), programme, typed, errors));
    }

    private DeployedForm form(Programme.ApplicationKind kind, Programme programme) {
        return asking.form(kind.check().form()).in(page.words(programme.key()));
    }

    private Programme.ApplicationKind kind(String programme, String role) {
        return programmes.find(programme).stream()
                .map(page::of)
                .flatMap(candidate -> candidate.applications().values().stream())
                .filter(kind -> kind.role().equals(role) && kind.check() != null)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
