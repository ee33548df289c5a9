package org.peerexchange.portal;

import java.util.List;
import java.util.Map;
import org.peerexchange.application.SelfChecking;
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

    private final Programmes programmes;
    private final Openings openings;
    private final Asking asking;
    private final SelfChecking checking;

    SelfCheckPages(Programmes programmes, Openings openings, Asking asking, SelfChecking checking) {
        this.programmes = programmes;
        this.openings = openings;
        this.asking = asking;
        this.checking = checking;
    }

    @GetMapping("/apply/{programme}/{role}/check")
    ModelAndView form(@PathVariable String programme, @PathVariable String role) {
        return page(kind(programme, role), programmes.of(programme), Map.of(), List.of());
    }

    /** A post, though nothing changes: what somebody says of their community stands in no address. */
    @PostMapping("/apply/{programme}/{role}/check")
    ModelAndView check(
            @PathVariable String programme, @PathVariable String role, @RequestParam Map<String, String> typed) {
        Programme.ApplicationKind kind = kind(programme, role);
        Programme home = programmes.of(programme);
        DeployedForm form = asking.form(kind.check().form());
        try {
            SelfChecking.Result result = checking.check(programme, kind.check(), form.form(), typed);
            return page(kind, home, typed, List.of()).addObject("result", result);
        } catch (RefusedAnswers refused) {
            ModelAndView again = page(kind, home, typed, refused.errors());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private ModelAndView page(
            Programme.ApplicationKind kind, Programme programme, Map<String, String> typed, List<FieldError> errors) {
        return new ModelAndView("self-check")
                .addObject("programme", programme)
                .addObject("kind", kind)
                .addObject("open", openings.of(programme).takes(kind))
                .addObject("wrong", !errors.isEmpty())
                .addObject(
                        "fields",
                        PlainForm.fields(asking.form(kind.check().form()).json(), programme, typed, errors));
    }

    private Programme.ApplicationKind kind(String programme, String role) {
        return programmes.all().stream()
                .filter(candidate -> candidate.key().equals(programme))
                .flatMap(candidate -> candidate.applications().values().stream())
                .filter(kind -> kind.role().equals(role) && kind.check() != null)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
