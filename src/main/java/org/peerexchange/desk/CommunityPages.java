package org.peerexchange.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.CommunityFact;
import org.peerexchange.programme.CommunityFacts;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The communities the hub knows, with the dated facts that staff keep about them (domain A8). */
@Controller
@RequestMapping("/desk/communities")
class CommunityPages {

    private final Communities communities;
    private final CommunityFacts communityFacts;
    private final Parties parties;
    private final Cases cases;
    private final Programmes programmes;
    private final CaseLines caseLines;
    private final Readers readers;
    private final Clock clock;

    CommunityPages(
            Communities communities,
            CommunityFacts communityFacts,
            Parties parties,
            Cases cases,
            Programmes programmes,
            CaseLines caseLines,
            Readers readers,
            Clock clock) {
        this.communities = communities;
        this.communityFacts = communityFacts;
        this.parties = parties;
        this.cases = cases;
        this.programmes = programmes;
        this.caseLines = caseLines;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("communities", communities.findAllByOrderByName());
        model.addAttribute("types", labels("communityTypes"));
        return "desk-communities";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Principal signedIn, Model model) {
        return page(community(id), new NewFact("", "", "", "", ""), Map.of(), signedIn, model);
    }

    @PostMapping("/{id}/facts")
    String add(
            @PathVariable String id,
            NewFact typed,
            Principal signedIn,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Community community = community(id);
        Map<String, Programme.FactKind> kinds = kinds();
        Map<String, String> problems = typed.problems(kinds, today());
        if (problems.isEmpty()) {
            CommunityFact fact = typed.about(id, kinds.get(typed.kind()), signedIn.getName(), clock.instant());
            if (communityFacts.findByCommunityIdOrderBySinceDescIdDesc(id).stream()
                    .noneMatch(fact::saysTheSameAs)) {
                communityFacts.save(fact);
            }
            next.addFlashAttribute("recorded", true);
            return "redirect:/desk/communities/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(community, typed, problems, signedIn, model);
    }

    private String page(
            Community community, NewFact typed, Map<String, String> problems, Principal signedIn, Model model) {
        List<Case> took = parties.findByCommunityId(community.id()).stream()
                .map(Party::caseNumber)
                .distinct()
                .sorted()
                .map(cases::of)
                .toList();
        model.addAttribute("community", community);
        model.addAttribute("type", labels("communityTypes").getOrDefault(community.type(), community.type()));
        model.addAttribute("facts", communityFacts.findByCommunityIdOrderBySinceDescIdDesc(community.id()));
        model.addAttribute("kinds", kinds());
        model.addAttribute("cases", caseLines.of(took, readers.of(signedIn)));
        model.addAttribute("zone", caseLines.zone());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("today", today());
        return "desk-community";
    }

    private Community community(String id) {
        return communities.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Kinds of facts of all programmes: a community does not belong to one. */
    private Map<String, Programme.FactKind> kinds() {
        Map<String, Programme.FactKind> kinds = new LinkedHashMap<>();
        programmes.all().forEach(programme -> programme.communityFacts().forEach(kinds::putIfAbsent));
        return kinds;
    }

    private Map<String, String> labels(String list) {
        Map<String, String> labels = new LinkedHashMap<>();
        programmes.all().forEach(programme -> programme
                .lists()
                .getOrDefault(list, List.of())
                .forEach(option -> labels.putIfAbsent(option.value(), option.label())));
        return labels;
    }

    /** A day is over when it is over everywhere the hub works; its own zone says when. */
    private LocalDate today() {
        return LocalDate.now(clock.withZone(programmes.all().iterator().next().zone()));
    }
}
