package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peerexchange.application.RequestingHelp;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.FieldError;
import org.peerexchange.submission.RefusedAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The public page on which anybody asks for help (domain A24). It takes no reports about conduct and says who does (A25). */
@Controller
class HelpPages {

    private final RequestingHelp requesting;
    private final Programmes programmes;
    private final Asking asking;
    private final PostThrottle throttle;

    HelpPages(RequestingHelp requesting, Programmes programmes, Asking asking, PostThrottle throttle) {
        this.requesting = requesting;
        this.programmes = programmes;
        this.asking = asking;
        this.throttle = throttle;
    }

    @GetMapping("/help/{programme}")
    ModelAndView form(@PathVariable String programme) {
        return page(programme(programme), Map.of(), List.of());
    }

    @PostMapping("/help/{programme}")
    ModelAndView send(
            @PathVariable String programme,
            @RequestParam Map<String, String> typed,
            HttpServletRequest http,
            RedirectAttributes onTheNextPage) {
        Programme asked = programme(programme);
        try {
            throttle.count(http.getRemoteAddr());
            String number = requesting.ask(programme, new HashMap<>(typed));
            onTheNextPage.addFlashAttribute("number", number);
            return new ModelAndView("redirect:/help/%s/done".formatted(programme));
        } catch (RefusedAnswers refused) {
            ModelAndView again = page(asked, typed, refused.errors());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        } catch (Refusal refusal) {
            ModelAndView again = page(asked, typed, List.of()).addObject("refusal", refusal.getMessage());
            again.setStatus(refusal.status());
            return again;
        }
    }

    @GetMapping("/help/{programme}/done")
    String done(@PathVariable String programme, Model model) {
        return model.containsAttribute("number")
                ? "help-done"
                : "redirect:/help/" + programme(programme).key();
    }

    private ModelAndView page(Programme programme, Map<String, String> typed, List<FieldError> errors) {
        return new ModelAndView("help")
                .addObject("programme", programme)
                .addObject("wrong", !errors.isEmpty())
                .addObject(
                        "fields",
                        PlainForm.fields(asking.form(programme.help().form()).json(), programme, typed, errors));
    }

    private Programme programme(String key) {
        if (!requesting.takesRequests(key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return programmes.of(key);
    }
}
