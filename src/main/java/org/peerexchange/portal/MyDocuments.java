package org.peerexchange.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.submission.Answer;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.SentFile;
import org.peerexchange.submission.SentForms;
import org.peerexchange.submission.SentInCases;
import org.peerexchange.submission.Signature;
import org.peerexchange.submission.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has sent, and what is theirs although their partner sent it: a document that both sides sign, such as their plan.
 * What in that says who the partner is stays with the partner. A check-in that confirms the partner's hours makes these no document
 * of both: whoever wrote it did not write it for the partner.
 */
@Component
@Transactional(readOnly = true)
class MyDocuments {

    private final SentInCases sentInCases;
    private final Attachments attachments;
    private final SentForms forms;
    private final Communities communities;
    private final PageLanguage page;

    MyDocuments(
            SentInCases sentInCases,
            Attachments attachments,
            SentForms forms,
            Communities communities,
            PageLanguage page) {
        this.sentInCases = sentInCases;
        this.attachments = attachments;
        this.forms = forms;
        this.communities = communities;
        this.page = page;
    }

    /** The documents by number of the case, in the order they were first sent. */
    public Map<String, List<MyPage.Document>> of(MyCases.Mine mine) {
        List<String> numbers = mine.numbers();
        List<Submission> sent = sentInCases.in(numbers);
        Map<UUID, List<Signature>> signed = sentInCases.signatures(sent);
        Map<UUID, List<SentFile>> files = sent.isEmpty()
                ? Map.of()
                : attachments.findByCaseNumberInAndSubmissionIdIsNotNullOrderByUploadedAt(numbers).stream()
                        .collect(Collectors.groupingBy(SentFile::submissionId));
        Map<String, Map<String, Object>> options = options(mine);
        Map<String, Map<List<String>, List<MyPage.Version>>> documents = new HashMap<>();
        for (Submission one : sent) {
            List<Signature> under = signed.get(one.id());
            Form form = forms.sentIn(one.document(), one.formVersion())
                    .in(page.words(mine.programme(one.caseNumber())))
                    .form();
            Set<String> own = mine.own(one.caseNumber());
            if (isTheirs(one, form, own)) {
                documents
                        .computeIfAbsent(one.caseNumber(), number -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                List.of(one.document(), form.signsItself() ? "" : one.side()), key -> new ArrayList<>())
                        .add(
                                0,
                                version(
                                        one,
                                        form,
                                        under,
                                        files.getOrDefault(one.id(), List.of()),
                                        own,
                                        options.get(one.caseNumber()),
                                        mine));
            }
        }
        return documents.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, inCase -> inCase.getValue().values().stream()
                        .map(versions -> new MyPage.Document(versions.get(0).title(), versions))
                        .toList()));
    }

    private static boolean isTheirs(Submission sent, Form form, Set<String> own) {
        return sent.authorKind().equals("person")
                && !form.isAnonymous()
                && (own.contains(sent.side()) || form.signsItself());
    }

    /** The lists that forms take their options from, by number of the case. */
    private Map<String, Map<String, Object>> options(MyCases.Mine mine) {
        return mine.cases().stream().collect(Collectors.toMap(Case::number, subject -> {
            KnownFacts lists =
                    KnownFacts.over(page.programme(subject.programme()).listsAsFacts());
            lists.later(Communities.LIST, () -> communities.asChoice(page.say("form.other-community")));
            return lists;
        }));
    }

    private MyPage.Version version(
            Submission sent,
            Form form,
            List<Signature> under,
            List<SentFile> files,
            Set<String> own,
            Map<String, Object> options,
            MyCases.Mine mine) {
        boolean isOwn = own.contains(sent.side());
        return new MyPage.Version(
                sent.id(),
                sent.caseNumber(),
                sent.document(),
                form.title(),
                sent.version(),
                isOwn,
                who(sent.side(), own, sent.caseNumber(), mine),
                sent.sentAt(),
                TimeLeft.moment(sent.sentAt(), mine.person().timeZone(), page.locale()),
                Answer.of(form, sent.answers(), options).stream()
                        .filter(answer -> isOwn || !answer.personal())
                        .toList(),
                under.stream()
                        .map(signature -> "%s, %s"
                                .formatted(
                                        who(signature.side(), own, sent.caseNumber(), mine),
                                        TimeLeft.moment(
                                                signature.signedAt(),
                                                mine.person().timeZone(),
                                                page.locale())))
                        .toList(),
                files.stream()
                        .map(file -> new MyPage.File(file.id(), file.name()))
                        .toList());
    }

    private String who(String side, Set<String> own, String caseNumber, MyCases.Mine mine) {
        if (own.contains(side)) {
            return page.say("who.you");
        }
        return side.equals(Author.HUB)
                ? page.say("who.hub")
                : page.words(mine.programme(caseNumber)).of("the " + side);
    }

    /** One version, if the person may read it. */
    public Optional<MyPage.Version> find(MyCases.Mine mine, UUID id) {
        return all(mine).stream().filter(version -> version.id().equals(id)).findFirst();
    }

    /** A file, if it belongs to a version the person may read. */
    public Optional<Attachment> file(MyCases.Mine mine, UUID id) {
        return all(mine).stream()
                .flatMap(version -> version.files().stream())
                .filter(file -> file.id().equals(id))
                .findFirst()
                .flatMap(file -> attachments.findById(file.id()));
    }

    private List<MyPage.Version> all(MyCases.Mine mine) {
        return of(mine).values().stream()
                .flatMap(List::stream)
                .flatMap(document -> document.versions().stream())
                .toList();
    }
}
