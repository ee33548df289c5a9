package org.peerexchange.trial;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The demo bar's buttons, and a page of their own for those who work in Tasklist. */
@Controller
@Profile("trial")
class TrialClockPage {

    /** A path on this site: one slash at its beginning, and nothing that a browser might read as another site. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?:[^/\\\\\\s\\p{Cntrl}][^\\\\\\s\\p{Cntrl}]*)?");

    private static final String BEING_PLAYED =
            "The sample cycle is still being played, so the clock was left alone. Try again in a few minutes.";

    private final TrialClock clock;
    private final HubTime time;
    private final ObjectProvider<TrialSample> sample;

    TrialClockPage(TrialClock clock, HubTime time, ObjectProvider<TrialSample> sample) {
        this.clock = clock;
        this.time = time;
        this.sample = sample;
    }

    @GetMapping("/trial/clock")
    String show(Model model) {
        return "trial-clock";
    }

    @PostMapping("/trial/clock")
    RedirectView move(
            @RequestParam String step, @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "clockMoved",
                sample.stream().anyMatch(TrialSample::isBeingPlayed) ? BEING_PLAYED : sentence(move(step)));
        RedirectView next = new RedirectView(OWN_PATH.matcher(back).matches() ? back : "/trial/clock");
        // The address of a search holds what somebody typed, braces included.
        next.setExpandUriTemplateVariables(false);
        return next;
    }

    private TrialClock.Move move(String step) {
        return switch (step) {
            case "next-date" -> clock.toNextDate();
            case "day" -> clock.forward(Duration.ofDays(1));
            case "week" -> clock.forward(Duration.ofDays(7));
            default -> throw new IllegalArgumentException("The clock knows no step \"" + step + "\".");
        };
    }

    private String sentence(TrialClock.Move move) {
        String where = "It is now " + time.inFull(move.now()) + ". ";
        if (!move.settled()) {
            return where + "Some of what is due is still being done; look again in a moment.";
        }
        String due = move.due().isEmpty() ? "" : "“" + move.due() + "” was to be done by now. ";
        return where
                + due
                + switch (move.timers()) {
                    case 0 -> "No timer was due on the way.";
                    case 1 -> "One timer was due on the way and has run.";
                    default -> "The clock stopped at " + move.timers() + " dates on the way; their timers have run.";
                };
    }
}
