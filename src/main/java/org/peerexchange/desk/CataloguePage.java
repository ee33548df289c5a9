package org.peerexchange.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.ElementTemplates;
import org.peerexchange.programme.Step;
import org.peerexchange.programme.StepExample;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The catalogue of steps, for whoever draws a programme: it holds nothing about anybody, so everybody may read it. */
@Controller
class CataloguePage {

    private final Catalogue catalogue;

    CataloguePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A step with its example as it stands in a model's file. */
    record Shown(Catalogue.Entry step, String example) {}

    @GetMapping("/catalogue")
    String show(Model model) {
        Map<Step.Topic, List<Shown>> topics = new LinkedHashMap<>();
        catalogue.offered().forEach(step -> topics.computeIfAbsent(step.topic(), topic -> new ArrayList<>())
                .add(new Shown(step, StepExample.of(step))));
        model.addAttribute("topics", topics);
        return "catalogue";
    }

    /** The same steps for Camunda Modeler, which looks for such a file in {@code .camunda/element-templates}. */
    @GetMapping(path = "/catalogue/peer-exchange.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> templates() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"peer-exchange.json\"")
                .body(ElementTemplates.of(catalogue));
    }
}
