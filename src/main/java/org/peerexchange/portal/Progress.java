package org.peerexchange.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.CaseState;
import org.peerexchange.programme.Programme;

/**
 * How far a case has come, in the plain steps of its programme.
 *
 * @param steps in their order, without those that the case has left out; none for a kind of case that has no steps
 * @param onItsWay whether the state of the case belongs to one of them
 * @param since when the state of the case began
 */
record Progress(List<Step> steps, boolean onItsWay, Instant since) {

    /** Where a step is, seen from the case. */
    enum Mark {
        DONE,
        HERE,
        ENDED,
        TO_COME,
        NOT_REACHED
    }

    record Step(String label, Mark mark) {}

    /** @param passed the states the case went through, the first one first */
    static Progress of(Case subject, Programme programme, List<CaseState> passed) {
        List<Programme.PlainStep> plain = programme.steps().getOrDefault(subject.kind(), List.of());
        int at = at(plain, subject, passed);
        boolean ended = subject.closedAt() != null;
        boolean onItsWay = at >= 0 && plain.get(at).states().contains(subject.state());
        Set<String> been = Stream.concat(
                        Stream.of(programme.words().begins()), passed.stream().map(CaseState::state))
                .collect(Collectors.toSet());
        List<Step> steps = IntStream.range(0, plain.size())
                // Not everybody takes every step: one that was left out is nobody's, done or to come.
                .filter(step ->
                        step >= at || !Collections.disjoint(plain.get(step).states(), been))
                .mapToObj(step -> new Step(
                        plain.get(step).label(),
                        step < at || step == at && ended && onItsWay
                                ? Mark.DONE
                                : step > at
                                        ? (ended ? Mark.NOT_REACHED : Mark.TO_COME)
                                        : ended ? Mark.ENDED : Mark.HERE))
                .toList();
        return new Progress(
                steps,
                onItsWay,
                passed.isEmpty()
                        ? subject.openedAt()
                        : passed.get(passed.size() - 1).enteredAt());
    }

    /** The step of the newest state that belongs to one: trouble does not move a case. */
    private static int at(List<Programme.PlainStep> plain, Case subject, List<CaseState> passed) {
        List<String> newestFirst =
                new ArrayList<>(passed.stream().map(CaseState::state).toList());
        Collections.reverse(newestFirst);
        return Stream.concat(Stream.of(subject.state()), newestFirst.stream())
                .flatMap(state -> IntStream.range(0, plain.size())
                        .filter(step -> plain.get(step).states().contains(state))
                        .boxed())
                .findFirst()
                .orElse(-1);
    }

    /** The step after the one the case is at, or null. */
    String next() {
        return steps.stream()
                .filter(step -> step.mark() == Mark.TO_COME)
                .map(Step::label)
                .findFirst()
                .orElse(null);
    }
}
