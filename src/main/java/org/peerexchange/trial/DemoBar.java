package org.peerexchange.trial;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout that there is a demo bar, and what stands in it. */
@ControllerAdvice
@Profile("trial")
class DemoBar {

    private final TrialClock clock;
    private final HubTime time;

    DemoBar(TrialClock clock, HubTime time) {
        this.clock = clock;
        this.time = time;
    }

    @ModelAttribute("demoBar")
    String fragment() {
        return "trial-bar";
    }

    @ModelAttribute("demoNow")
    String now() {
        return time.inFull(clock.now());
    }

    @ModelAttribute("demoNextDate")
    String nextDate() {
        return clock.nextDate().map(time::inFull).orElse("");
    }

    /** Where the buttons lead back to: the page they stand on, if it can be opened again as it is. */
    @ModelAttribute("demoBack")
    String back(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getDispatcherType() != DispatcherType.REQUEST) {
            return "";
        }
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }
}
