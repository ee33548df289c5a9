package org.peerexchange.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.language.Translation;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.DrawnNames;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.submission.Asking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws the way of a case for somebody who takes part in it, with no more than they may know. */
@Component
class CasePictures {

    private final MyCases myCases;
    private final PageLanguage page;
    private final Ways ways;
    private final Asking asking;

    CasePictures(MyCases myCases, PageLanguage page, Ways ways, Asking asking) {
        this.myCases = myCases;
        this.page = page;
        this.ways = ways;
        this.asking = asking;
    }

    /**
     * The picture of one way of a case.
     *
     * @param wanted id of the way; null for the one that the case goes now, or went last
     * @return empty when the person does not take part in the case, or the case has no such way that they may see
     */
    @Transactional(readOnly = true)
    public Optional<CasePicture> of(Person person, String caseNumber, String wanted) {
        MyCases.Mine mine = myCases.of(person);
        return mine.cases().stream()
                .filter(subject -> subject.number().equals(caseNumber))
                .findFirst()
                .flatMap(subject -> of(subject, open(subject, mine.own(caseNumber)), wanted));
    }

    private Optional<CasePicture> of(Case subject, Open open, String wanted) {
        Ways.Way shown = wanted == null ? open.now() : open.ways().get(wanted);
        if (wanted != null && shown == null) {
            return Optional.empty();
        }
        Programme programme = page.programme(subject.programme());
        Programme.State state = programme.states().get(subject.state());
        return Optional.of(new CasePicture(
                subject.number(),
                programme.name(),
                programme.colour(),
                programme.contact(),
                subject.closedAt() != null,
                state == null ? "" : state.participant(),
                trails(open),
                shown == null ? null : shown(shown, open)));
    }

    /**
     * What somebody may see of a case.
     *
     * @param ways by id, those begun first come first
     * @param closed ids of the ways and requests that are not for them: where they begin, the case is never marked to be
     * @param words in which they read it
     */
    private record Open(Map<String, Ways.Way> ways, Set<String> closed, Translation words) {

        /** The way that the case goes, or went last. */
        Ways.Way now() {
            List<Ways.Way> whole =
                    ways.values().stream().filter(way -> way.within() == null).toList();
            Optional<Ways.Way> last = whole.stream().reduce((earlier, later) -> later);
            return whole.stream()
                    .filter(way -> !way.ended())
                    .reduce((earlier, later) -> later)
                    .or(() -> last)
                    .orElse(null);
        }

        /** The ways that this one is a part of, the whole first, and itself. */
        List<Ways.Way> to(Ways.Way way) {
            List<Ways.Way> trail = new ArrayList<>(way.within() == null ? List.of() : to(ways.get(way.within())));
            trail.add(way);
            return trail;
        }

        boolean mayBeKnown(Ways.Place place) {
            return place.leadsTo() == null || !closed.contains(place.leadsTo());
        }

        CasePicture.Step step(Ways.Place place) {
            return new CasePicture.Step(name(place.name()), ways.containsKey(place.leadsTo()) ? place.leadsTo() : null);
        }

        CasePicture.Step step(Ways.Way way) {
            return new CasePicture.Step(name(way.name()), way.id());
        }

        String name(String written) {
            return words.of(DrawnNames.of(written));
        }
    }

    private Open open(Case subject, Set<String> own) {
        Map<String, Ways.Way> all = ways.of(subject.number()).stream()
                .collect(Collectors.toMap(Ways.Way::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        Map<String, Ways.Way> seen = new LinkedHashMap<>(all);
        seen.values().removeIf(way -> !isFor(way, all, own));
        // Whether somebody else has answered an anonymous form is nobody's to know.
        Stream<String> anonymous = asking.turns(List.of(subject.number())).stream()
                .filter(turn -> turn.side() != null && !own.contains(turn.side()))
                .filter(turn -> asking.form(turn.form()).form().isAnonymous())
                .map(Asking.Turn::id);
        return new Open(
                seen,
                Stream.concat(all.keySet().stream().filter(id -> !seen.containsKey(id)), anonymous)
                        .collect(Collectors.toSet()),
                page.words(subject.programme()));
    }

    private static boolean isFor(Ways.Way way, Map<String, Ways.Way> all, Set<String> own) {
        boolean itself = way.onlyFor().isEmpty() || way.onlyFor().stream().anyMatch(own::contains);
        return itself && (way.within() == null || isFor(all.get(way.within()), all, own));
    }

    private List<CasePicture.Trail> trails(Open open) {
        return open.ways().values().stream()
                .filter(way -> !way.ended())
                .map(way -> new CasePicture.Trail(
                        open.to(way).stream().map(open::step).toList(), smallest(way, open)))
                .filter(trail -> !trail.steps().isEmpty())
                .toList();
    }

    /** Where it is in this way itself and in no part of it. */
    private List<String> smallest(Ways.Way way, Open open) {
        return ways.course(way).here().stream()
                .filter(open::mayBeKnown)
                .filter(place -> !open.ways().containsKey(place.leadsTo()))
                .map(Ways.Place::name)
                .filter(Objects::nonNull)
                .map(open::name)
                .distinct()
                .toList();
    }

    private CasePicture.Shown shown(Ways.Way way, Open open) {
        Ways.Course course = ways.course(way);
        List<Ways.Place> here = course.here().stream().filter(open::mayBeKnown).toList();
        Set<String> elementsHere = here.stream().map(Ways.Place::element).collect(Collectors.toSet());
        List<Ways.Place> passed = course.passed().stream()
                .filter(open::mayBeKnown)
                .filter(place -> !elementsHere.contains(place.element()))
                .toList();
        Map<String, String> parts = new LinkedHashMap<>();
        Stream.concat(passed.stream(), here.stream())
                .filter(place -> open.ways().containsKey(place.leadsTo()))
                .forEach(place -> parts.put(place.element(), place.leadsTo()));
        List<Ways.Way> trail = open.to(way);
        return new CasePicture.Shown(
                open.name(way.name()),
                way.ended(),
                trail.subList(0, trail.size() - 1).stream().map(open::step).toList(),
                steps(here, open),
                steps(passed, open),
                new CasePicture.Drawing(
                        ModelDrawing.of(ways.model(way), open.words()), elements(here), elements(passed), parts));
    }

    /** Each once, in the order of its first time, with the last way that began there. */
    private static List<CasePicture.Step> steps(List<Ways.Place> places, Open open) {
        Map<String, CasePicture.Step> steps = new LinkedHashMap<>();
        places.stream().filter(place -> place.name() != null).forEach(place -> {
            steps.put(place.name(), open.step(place));
        });
        return List.copyOf(steps.values());
    }

    private static List<String> elements(List<Ways.Place> places) {
        return places.stream().map(Ways.Place::element).distinct().toList();
    }
}
