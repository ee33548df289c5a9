package org.peerexchange.impact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerexchange.deadline.Deadlines;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.stereotype.Component;

/** Reads together what a cycle's impact report is written from. */
@Component
class CycleReading {

    private final Programmes programmes;
    private final Cases cases;
    private final PrivateNames names;
    private final Facts facts;
    private final Submissions submissions;
    private final Deadlines deadlines;

    CycleReading(
            Programmes programmes,
            Cases cases,
            PrivateNames names,
            Facts facts,
            Submissions submissions,
            Deadlines deadlines) {
        this.programmes = programmes;
        this.cases = cases;
        this.names = names;
        this.facts = facts;
        this.submissions = submissions;
        this.deadlines = deadlines;
    }

    CycleRecord of(String cycle, Counting counting) {
        Case subject = cases.of(cycle);
        Programme programme = programmes.of(subject.programme());
        List<Case> pairs = cases.findByCycleAndKindOrderByNumber(cycle, Case.PAIR);
        Privacy privacy = names.of(cycle);
        return new CycleRecord(
                cycle,
                subject.title(),
                programme.states().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, state -> state.getValue().staff())),
                programme.lists().getOrDefault("topicOptions", List.of()).stream()
                        .collect(Collectors.toMap(Programme.Option::value, Programme.Option::label)),
                cases.findByCycleAndKindOrderByNumber(cycle, Case.APPLICATION).stream()
                        .map(application -> applied(application, programme))
                        .toList(),
                pairs.stream().map(pair -> exchange(pair, privacy, counting)).toList(),
                focusGroup(facts.of(cycle), privacy));
    }

    private Applied applied(Case application, Programme programme) {
        Map<String, Object> known = facts.of(application.number());
        String role = programme.applications().values().stream()
                .filter(kind -> known.containsKey(Names.camelCase(kind.form())))
                .map(Programme.ApplicationKind::label)
                .findFirst()
                .orElse("Other");
        return new Applied(role, programme.state(application.state()).staff());
    }

    private Exchange exchange(Case pair, Privacy privacy, Counting counting) {
        Map<String, Object> known = facts.of(pair.number());
        List<Submission> sent = submissions.findByCaseNumberOrderBySentAt(pair.number());
        Instant due = Facts.at(known, "confirmVisitEnd.endedOn") instanceof LocalDate
                ? deadlines.of(pair.number(), counting.reportsDue())
                : null;
        return Exchange.read(known, first(sent, "mentee-report"), first(sent, "mentor-report"), due, privacy, counting);
    }

    private static Instant first(List<Submission> sent, String document) {
        return sent.stream()
                .filter(submission -> submission.document().equals(document))
                .map(Submission::sentAt)
                .findFirst()
                .orElse(null);
    }

    private static CycleRecord.FocusGroup focusGroup(Map<String, Object> known, Privacy privacy) {
        boolean held = "held".equals(Facts.at(known, "recordFocusGroup.focusGroupHeld"));
        boolean consent = Boolean.TRUE.equals(Facts.at(known, "recordFocusGroup.quotesConsent"));
        return new CycleRecord.FocusGroup(
                held && Facts.at(known, "recordFocusGroup.attendance") instanceof Number number ? number.intValue() : 0,
                held ? lines(known, "recordFocusGroup.lessons", privacy) : List.of(),
                held && consent
                        ? lines(known, "recordFocusGroup.quotes", privacy).stream()
                                .map(words -> new Quote(words, ""))
                                .toList()
                        : List.of(),
                Facts.at(known, "focusGroupDate.skipReason") instanceof String reason ? privacy.keep(reason) : "");
    }

    private static List<String> lines(Map<String, Object> known, String path, Privacy privacy) {
        return Facts.at(known, path) instanceof String text
                ? text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(privacy::keep)
                        .toList()
                : List.of();
    }
}
