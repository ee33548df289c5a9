package org.peerexchange.portal;

import java.util.Comparator;
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
        model.addAttribute(
                "openings",
                openings.all().stream()
                        .sorted(Comparator.comparing(Opening::announced).reversed())
                        .toList());
        return "home";
    }
}
