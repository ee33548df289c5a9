package org.peerexchange.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff begin. */
@Controller
class DeskPage {

    @GetMapping({"/desk", "/desk/"})
    String show() {
        return "desk";
    }
}
