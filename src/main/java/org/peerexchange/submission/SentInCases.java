package org.peerexchange.submission;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerexchange.programme.ReadOnce;
import org.springframework.stereotype.Component;

/** What was sent in cases, and who signed it, for pages and facts: each case is read once for a page. */
@Component
public class SentInCases {

    private final ReadOnce<String, List<Submission>> byCase;
    private final ReadOnce<UUID, List<Signature>> signatures;

    SentInCases(Submissions submissions, Signatures signatures) {
        this.byCase = new ReadOnce<>(
                numbers -> submissions.findByCaseNumberInOrderBySentAt(numbers).stream()
                        .collect(groupingBy(Submission::caseNumber)),
                List.of());
        this.signatures = new ReadOnce<>(
                sent -> signatures.findBySubmissionIdIn(sent).stream().collect(groupingBy(Signature::submissionId)),
                List.of());
    }

    /** Every version of every document of a case, the oldest first. */
    List<Submission> in(String caseNumber) {
        return byCase.of(caseNumber);
    }

    /** Every version of every document of some cases, the oldest first. */
    public List<Submission> in(Collection<String> caseNumbers) {
        Map<String, List<Submission>> sent = byCase.of(caseNumbers);
        return caseNumbers.stream()
                .flatMap(number -> sent.get(number).stream())
                .sorted(Comparator.comparing(Submission::sentAt))
                .toList();
    }

    /** Who signed some versions, by id of the version; nobody has an empty list. */
    public Map<UUID, List<Signature>> signatures(Collection<Submission> sent) {
        return signatures.of(sent.stream().map(Submission::id).toList());
    }
}
