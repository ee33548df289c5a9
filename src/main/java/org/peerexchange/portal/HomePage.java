package org.peerexchange.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: what is here, and for whom. */
@Controller
class HomePage {

    @GetMapping("/")
    String show() {
        return "home";
    }
}
