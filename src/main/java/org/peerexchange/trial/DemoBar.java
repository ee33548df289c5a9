package org.peerexchange.trial;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout that there is a demo bar, and what stands in it. */
@ControllerAdvice
@Profile("trial")
class DemoBar {

    private final TrialClock clock;

    DemoBar(TrialClock clock) {
        this.clock = clock;
    }

    @ModelAttribute("demoBar")
    String fragment() {
        return "trial-bar";
    }

    @ModelAttribute("demoNow")
    String now() {
        return TrialClockPage.date(clock.now());
    }

    @ModelAttribute("demoNextTimer")
    String nextTimer() {
        return clock.nextTimer().map(TrialClockPage::date).orElse("");
    }
}
