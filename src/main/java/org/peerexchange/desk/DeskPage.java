package org.peerexchange.desk;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff begin: the cases of a cycle with what is open in them, and the search for any case. */
@Controller
class DeskPage {

    private static final int MOST = 100;
    /** What matters most to staff comes first; other kinds follow as the programme names them. */
    private static final List<String> FIRST = List.of(Case.CYCLE, Case.PAIR, Case.APPLICATION);

    private final Programmes programmes;
    private final Cases cases;
    private final FoundCases foundCases;
    private final CaseLines caseLines;
    private final Readers readers;

    DeskPage(Programmes programmes, Cases cases, FoundCases foundCases, CaseLines caseLines, Readers readers) {
        this.programmes = programmes;
        this.cases = cases;
        this.foundCases = foundCases;
        this.caseLines = caseLines;
        this.readers = readers;
    }

    /** The cases of one kind, the ended ones apart. */
    record Kind(String name, List<CaseLine> open, List<CaseLine> ended) {}

    /** A programme with one of its cycles; {@code cycle} is null before the first one. */
    record Shown(String programme, Case cycle, List<Case> otherCycles, List<Kind> kinds) {}

    @GetMapping({"/desk", "/desk/"})
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String cycle,
            Principal signedIn,
            Model model) {
        Reader reader = readers.of(signedIn);
        String words = q.strip().toLowerCase(Locale.ROOT);
        model.addAttribute("q", q.strip());
        model.addAttribute("runsProgrammes", runsProgrammes(reader));
        model.addAttribute("zone", caseLines.zone());
        if (words.isEmpty()) {
            List<Shown> shown = shown(cycle, reader);
            if (shown.isEmpty()) {
                // Their groups see no cases: all that they do here is in Tasklist.
                return "redirect:/camunda/app/tasklist/";
            }
            model.addAttribute("shown", shown);
            return "desk";
        }
        List<Case> seen = find(words, reader);
        List<CaseLine> found = caseLines.of(seen.subList(0, Math.min(MOST, seen.size())), reader);
        if (found.size() == 1 && found.get(0).number().toLowerCase(Locale.ROOT).equals(words)) {
            return "redirect:/desk/cases/" + found.get(0).number();
        }
        model.addAttribute("found", found);
        model.addAttribute("count", seen.size());
        return "desk";
    }

    private boolean runsProgrammes(Reader reader) {
        return programmes.all().stream().anyMatch(one -> reader.sight(one).everything());
    }

    /** The cases the reader sees. Whoever may not read names must not learn by searching who takes part where. */
    private List<Case> find(String words, Reader reader) {
        Map<String, Case> found = new LinkedHashMap<>();
        Stream.concat(
                        foundCases.by(words).stream(),
                        foundCases.byPerson(words).stream()
                                .filter(one -> reader.sight(one, programmes).everything()))
                .forEach(one -> found.putIfAbsent(one.number(), one));
        return found.values().stream()
                .filter(one -> reader.sight(one, programmes).sees(one))
                .toList();
    }

    private List<Shown> shown(String wanted, Reader reader) {
        List<Shown> shown = new ArrayList<>();
        for (Programme programme : programmes.all()) {
            Programme.Sight sight = reader.sight(programme);
            if (!sight.everything() && sight.kinds().isEmpty()) {
                continue;
            }
            List<Case> cycles = cases.findByProgrammeAndKindOrderByNumber(programme.key(), Case.CYCLE);
            Case cycle = cycles.stream()
                    .filter(one -> one.number().equals(wanted))
                    .findFirst()
                    .orElseGet(() -> current(cycles));
            shown.add(new Shown(
                    programme.name(),
                    cycle,
                    cycles.stream().filter(one -> one != cycle).toList(),
                    cycle == null ? List.of() : kinds(cycle, reader)));
        }
        return shown;
    }

    /** The cycle that runs, else the latest, else none. */
    private static Case current(List<Case> cycles) {
        return cycles.stream()
                .filter(cycle -> cycle.closedAt() == null)
                .findFirst()
                .orElse(cycles.isEmpty() ? null : cycles.get(cycles.size() - 1));
    }

    private List<Kind> kinds(Case cycle, Reader reader) {
        List<Kind> kinds = new ArrayList<>();
        Map<String, String> named = programmes.of(cycle.programme()).kinds();
        Set<String> inOrder = new LinkedHashSet<>(FIRST);
        inOrder.addAll(named.keySet());
        for (String kind : inOrder) {
            List<CaseLine> lines = caseLines.of(
                    kind.equals(Case.CYCLE)
                            ? List.of(cycle)
                            : cases.findByCycleAndKindOrderByNumber(cycle.number(), kind),
                    reader);
            if (!lines.isEmpty()) {
                kinds.add(new Kind(
                        named.getOrDefault(kind, kind),
                        lines.stream().filter(line -> !line.closed()).toList(),
                        lines.stream().filter(CaseLine::closed).toList()));
            }
        }
        return kinds;
    }
}
