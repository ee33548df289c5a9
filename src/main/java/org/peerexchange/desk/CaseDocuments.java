package org.peerexchange.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerexchange.people.People;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.GivenNames;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Programme;
import org.peerexchange.submission.Answer;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.SentFile;
import org.peerexchange.submission.SentForms;
import org.peerexchange.submission.Signatures;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.stereotype.Component;

/** What was sent in a case, readable: each document with all its versions, who signed which, and the files. */
@Component
class CaseDocuments {

    private final Submissions submissions;
    private final Signatures signatures;
    private final Attachments attachments;
    private final SentForms forms;
    private final Facts facts;
    private final Communities communities;
    private final People people;
    private final GivenNames names;

    CaseDocuments(
            Submissions submissions,
            Signatures signatures,
            Attachments attachments,
            SentForms forms,
            Facts facts,
            Communities communities,
            People people,
            GivenNames names) {
        this.submissions = submissions;
        this.signatures = signatures;
        this.attachments = attachments;
        this.forms = forms;
        this.facts = facts;
        this.communities = communities;
        this.people = people;
        this.names = names;
    }

    /** The documents this sight reads, in the order they were first sent. */
    List<CaseFile.Document> of(Case subject, Programme.Sight sight, Moments moments) {
        Map<List<String>, List<Submission>> byDocument = new LinkedHashMap<>();
        submissions.findByCaseNumberOrderBySentAt(subject.number()).stream()
                .filter(sent -> sight.reads(sent.document()))
                .forEach(sent -> byDocument
                        .computeIfAbsent(whose(sent), document -> new ArrayList<>())
                        .add(0, sent));
        if (byDocument.isEmpty()) {
            return List.of();
        }
        Map<String, Object> known = options(subject);
        Map<Object, List<SentFile>> files =
                attachments.findByCaseNumberAndSubmissionIdIsNotNullOrderByUploadedAt(subject.number()).stream()
                        .collect(Collectors.groupingBy(SentFile::submissionId));
        return byDocument.values().stream()
                .map(versions -> {
                    int current = versions.stream()
                            .mapToInt(Submission::version)
                            .max()
                            .orElseThrow();
                    Submission latest = versions.get(0);
                    return new CaseFile.Document(
                            forms.of(latest.document(), latest.formVersion()).title(),
                            versions.stream()
                                    .map(sent -> version(
                                            sent,
                                            sent.version() == current,
                                            known,
                                            files.getOrDefault(sent.id(), List.of()),
                                            sight,
                                            moments))
                                    .toList());
                })
                .toList();
    }

    /** Both sides write one version of a document that they sign; whatever else both are asked for, each has sent their own. */
    private List<String> whose(Submission sent) {
        boolean together = forms.of(sent.document(), sent.formVersion()).signsItself();
        return List.of(sent.document(), together ? "" : sent.side());
    }

    /** The days of a cycle as they hold now, called what the forms call them; of other cases none. */
    List<CaseFile.Day> days(Case subject, Programme programme) {
        if (!subject.kind().equals(Case.CYCLE)) {
            return List.of();
        }
        List<Form> current = submissions.current(subject.number()).stream()
                .map(sent -> forms.of(sent.document(), sent.formVersion()))
                .toList();
        Map<String, Object> known = facts.of(subject.number());
        return programme.cycleDates().stream()
                .flatMap(days -> days.keySet().stream())
                .distinct()
                .flatMap(day -> current.stream()
                        .flatMap(form -> form.field(day).stream())
                        .limit(1)
                        .map(field ->
                                new CaseFile.Day(field.label(), (String) Facts.at(known, "cycle.inWords." + day))))
                .toList();
    }

    /** The lists that forms take their options from; an applicant chose among the communities. */
    private Map<String, Object> options(Case subject) {
        Map<String, Object> known = KnownFacts.over(facts.of(subject.number()));
        known.put(Communities.LIST, communities.asChoice("It is not in this list"));
        return known;
    }

    private CaseFile.Version version(
            Submission sent,
            boolean current,
            Map<String, Object> known,
            List<SentFile> files,
            Programme.Sight sight,
            Moments moments) {
        Form form = forms.of(sent.document(), sent.formVersion());
        List<Answer> all = Answer.of(form, sent.answers(), known);
        List<Answer> readable = all.stream()
                .filter(answer -> sight.everything() || !answer.personal())
                .toList();
        return new CaseFile.Version(
                sent.version(),
                current,
                moments.of(sent.sentAt()),
                who(sent.caseNumber(), sent.authorKind(), sent.author(), sent.side(), sight),
                sent.sha256(),
                readable,
                all.size() - readable.size(),
                signatures.findBySubmissionId(sent.id()).stream()
                        .map(signature -> new CaseFile.Signed(
                                who(
                                        sent.caseNumber(),
                                        signature.side().equals(Author.HUB) ? "staff" : "person",
                                        signature.author(),
                                        signature.side(),
                                        sight),
                                moments.of(signature.signedAt())))
                        .toList(),
                files.stream()
                        .map(file -> new CaseFile.File(file.id(), file.name(), size(file.size())))
                        .toList());
    }

    private String who(String caseNumber, String kind, String author, String side, Programme.Sight sight) {
        if (!kind.equals("person")) {
            return author + " (staff)";
        }
        String name = sight.everything()
                ? people.findById(author)
                        .map(person -> names.of(person, caseNumber))
                        .orElse("")
                : "";
        return name.isEmpty() ? "the " + side : "%s (%s)".formatted(name, side);
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : "%.1f MB".formatted(bytes / (1024.0 * 1024.0));
    }
}
