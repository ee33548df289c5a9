package org.peerexchange.portal;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: what is here, and for whom. */
@Controller
class HomePage {

    private final Openings openings;

    HomePage(Openings openings) {
        this.openings = openings;
    }

    @GetMapping("/")
    String show(Model model) {
        List<Opening> all = openings.all();
        model.addAttribute("openings", all.stream().filter(Opening::announced).toList());
        model.addAttribute(
                "others", all.stream().filter(one -> !one.announced()).toList());
        return "home";
    }
}
