package org.peerexchange.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The demo bar's buttons, and a page of their own for those who work in Tasklist. */
@Controller
@Profile("trial")
class TrialClockPage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final TrialClock clock;

    TrialClockPage(TrialClock clock) {
        this.clock = clock;
    }

    @GetMapping("/trial/clock")
    String show(Model model) {
        return "trial-clock";
    }

    @PostMapping("/trial/clock")
    String move(@RequestParam String step, RedirectAttributes redirect) {
        TrialClock.Move move =
                switch (step) {
                    case "next-timer" -> clock.toNextTimer();
                    case "day" -> clock.forward(Duration.ofDays(1));
                    case "week" -> clock.forward(Duration.ofDays(7));
                    default -> throw new IllegalArgumentException("The clock knows no step \"" + step + "\".");
                };
        redirect.addFlashAttribute("clockMoved", sentence(move));
        return "redirect:/trial/clock";
    }

    private static String sentence(TrialClock.Move move) {
        String where = "It is now " + date(move.now()) + ". ";
        if (!move.settled()) {
            return where + "Some of what is due is still being done; look again in a moment.";
        }
        return where
                + switch (move.timers()) {
                    case 0 -> "No timer was due on the way.";
                    case 1 -> "One timer was due on the way and has run.";
                    default -> "The clock stopped at " + move.timers() + " dates on the way; their timers have run.";
                };
    }

    static String date(Instant instant) {
        return DATE.format(instant);
    }
}
