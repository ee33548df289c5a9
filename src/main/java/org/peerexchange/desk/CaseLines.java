package org.peerexchange.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.CaseStates;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;

/** Makes lines of cases, as many as there are, with what their reader may know. */
@Component
class CaseLines {

    private final Programmes programmes;
    private final CaseStates states;
    private final WorkInProgress work;
    private final TaskLines taskLines;
    private final Clock clock;

    CaseLines(Programmes programmes, CaseStates states, WorkInProgress work, TaskLines taskLines, Clock clock) {
        this.programmes = programmes;
        this.states = states;
        this.work = work;
        this.taskLines = taskLines;
        this.clock = clock;
    }

    /** In whose time the lines are written, in words. */
    String zone() {
        return programmes.all().stream().map(Programme::zoneName).distinct().collect(Collectors.joining(" or "));
    }

    /** The cases among these that the reader sees, in their order. */
    List<CaseLine> of(Collection<Case> cases, Reader reader) {
        List<Case> seen = cases.stream()
                .filter(one -> reader.sight(one, programmes).sees(one))
                .toList();
        List<String> numbers = seen.stream().map(Case::number).toList();
        Map<String, Instant> since = new HashMap<>();
        states.findByCaseNumberInOrderById(numbers)
                .forEach(entered -> since.put(entered.caseNumber(), entered.enteredAt()));
        Map<String, List<OpenTask>> tasks =
                work.tasks(numbers).stream().collect(Collectors.groupingBy(OpenTask::caseNumber));
        return seen.stream()
                .map(one -> line(
                        one,
                        since.getOrDefault(one.number(), one.openedAt()),
                        tasks.getOrDefault(one.number(), List.of()),
                        reader))
                .toList();
    }

    private CaseLine line(Case one, Instant since, List<OpenTask> tasks, Reader reader) {
        Programme programme = programmes.of(one.programme());
        Moments moments = new Moments(programme.zone(), clock.instant());
        return new CaseLine(
                one.number(),
                one.title(),
                programme.state(one.state()).staff(),
                moments.of(since),
                one.closedAt() != null,
                tasks.stream()
                        .map(task -> taskLines.of(task, programme, reader, moments))
                        .toList());
    }
}
