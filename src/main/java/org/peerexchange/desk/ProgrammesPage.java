package org.peerexchange.desk;

import java.util.List;
import org.peerexchange.programme.Installed;
import org.peerexchange.programme.InstalledProgrammes;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What became of each programme at the start: for those who run programmes and whoever writes one. */
@Controller
class ProgrammesPage {

    private final InstalledProgrammes installed;
    private final Programmes programmes;

    ProgrammesPage(InstalledProgrammes installed, Programmes programmes) {
        this.installed = installed;
        this.programmes = programmes;
    }

    /** A programme in words; {@code since} is null unless an earlier version goes on. */
    record Line(String key, String name, String state, String since, List<String> wrong) {}

    @GetMapping("/desk/programmes")
    String show(Model model) {
        model.addAttribute(
                "programmes", installed.all().stream().map(this::line).toList());
        return "desk-programmes";
    }

    private Line line(Installed one) {
        return new Line(
                one.key(),
                one.name(),
                one.state().sentence(),
                one.since() == null ? null : since(programmes.of(one.key()), one),
                one.wrong());
    }

    private static String since(Programme programme, Installed one) {
        return Moments.day(one.since().atZone(programme.zone()).toLocalDate());
    }
}
