package org.peerexchange.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.issuing.IssuedDocument;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.people.WikimediaAccounts;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.FilesOfPerson;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the form {@code answer-erasure} shows: where the programme holds something about whoever asked in this case. */
@Component
class ErasureFacts implements FactSource {

    static final String NAME = "heldAboutAsker";

    private final Submissions submissions;
    private final Parties parties;
    private final Cases cases;
    private final Programmes programmes;
    private final FilesOfPerson files;
    private final IssuedDocuments issued;
    private final WikimediaAccounts accounts;

    ErasureFacts(
            Submissions submissions,
            Parties parties,
            @Lazy Cases cases,
            @Lazy Programmes programmes,
            FilesOfPerson files,
            IssuedDocuments issued,
            WikimediaAccounts accounts) {
        this.submissions = submissions;
        this.parties = parties;
        this.cases = cases;
        this.programmes = programmes;
        this.files = files;
        this.issued = issued;
        this.accounts = accounts;
    }

    @Override
    public void contribute(Case subject, KnownFacts facts) {
        facts.later(NAME, () -> submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(subject.number(), AskingErasure.FORM)
                .map(asked -> held(asked.author(), subject.programme()))
                .orElse(List.of()));
    }

    private List<Map<String, Object>> held(String person, String programme) {
        List<Submission> sent = submissions.findByAuthorKindAndAuthorOrderBySentAt("person", person);
        List<FilesOfPerson.Own> uploaded = files.of(person, List.of());
        List<IssuedDocument> papers = issued.findByPersonIdOrderByIssuedAtAscTitleAsc(person);
        Stream<Map<String, Object>> inCases = parties.findByPersonId(person).stream()
                .map(Party::caseNumber)
                .distinct()
                .sorted()
                .map(cases::of)
                .filter(subject -> subject.programme().equals(programme))
                .map(subject -> row(subject, sent, uploaded, papers));
        return Stream.concat(inCases, linked(person).stream()).toList();
    }

    private Map<String, Object> row(
            Case subject, List<Submission> sent, List<FilesOfPerson.Own> uploaded, List<IssuedDocument> papers) {
        String number = subject.number();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("case", number);
        row.put("title", subject.title());
        row.put(
                "state",
                programmes.of(subject.programme()).state(subject.state()).staff());
        row.put(
                "sent",
                sent.stream()
                        .filter(one -> one.caseNumber().equals(number))
                        .map(one -> "%s %d".formatted(one.document(), one.version()))
                        .collect(Collectors.joining(", ")));
        row.put(
                "files",
                uploaded.stream()
                        .filter(file -> file.caseNumber().equals(number))
                        .map(FilesOfPerson.Own::name)
                        .collect(Collectors.joining(", ")));
        row.put(
                "issued",
                papers.stream()
                        .filter(paper -> paper.caseNumber().equals(number))
                        .map(IssuedDocument::title)
                        .collect(Collectors.joining(", ")));
        return row;
    }

    /** In no case: it is unlinked on their own page. */
    private Optional<Map<String, Object>> linked(String person) {
        return accounts.ofPerson(person)
                .map(linked -> Map.of(
                        "case",
                        "",
                        "title",
                        "Their linked Wikimedia account, %s"
                                .formatted(linked.account().username()),
                        "state",
                        "",
                        "sent",
                        "",
                        "files",
                        "",
                        "issued",
                        ""));
    }
}
