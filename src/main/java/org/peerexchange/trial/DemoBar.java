package org.peerexchange.trial;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout that there is a demo bar, and what stands in it. */
@ControllerAdvice
@Profile("trial")
class DemoBar {

    private final TrialClock clock;
    private final HubTime time;
    private final ObjectProvider<TrialSample> sample;

    DemoBar(TrialClock clock, HubTime time, ObjectProvider<TrialSample> sample) {
        this.clock = clock;
        this.time = time;
        this.sample = sample;
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

    /** Nobody moves the clock while the sample does. */
    @ModelAttribute("demoBeingPlayed")
    boolean beingPlayed() {
        return sample.stream().anyMatch(TrialSample::isBeingPlayed);
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
