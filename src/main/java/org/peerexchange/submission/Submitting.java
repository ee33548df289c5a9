package org.peerexchange.submission;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peerexchange.language.Sentences;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Tables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepts what people send: checks it against the form and the form's table of checks, keeps it as an immutable version, and
 * signs what the form says it signs.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Submitting {

    static final String CHECKS = "-checks";

    private final FormValidator validator;
    private final Tables tables;
    private final Submissions submissions;
    private final Signatures signatures;
    private final Attachments attachments;
    private final AnonymousAnswers anonymous;
    private final Cases cases;
    private final Clock clock;

    Submitting(
            @Lazy Tables tables,
            Submissions submissions,
            Signatures signatures,
            Attachments attachments,
            AnonymousAnswers anonymous,
            Cases cases,
            Clock clock) {
        this.validator = new FormValidator(clock);
        this.tables = tables;
        this.submissions = submissions;
        this.signatures = signatures;
        this.attachments = attachments;
        this.anonymous = anonymous;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Checks answers without keeping them.
     *
     * @param facts what the form and its checks may read
     * @param request id of the request whose uploaded files count; null when there are none
     * @param author who answers
     * @return the answers the form accepts, in its order
     * @throws RefusedAnswers naming each field that is wrong
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, Object> check(
            Form form, Map<String, Object> posted, Map<String, Object> facts, String request, Author author) {
        return check(form, posted, facts, request, author.id());
    }

    /** Checks the answers to a public form, whose author is known by the answers only. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, Object> check(Form form, Map<String, Object> posted, Map<String, Object> facts) {
        return check(form, posted, facts, null, (String) null);
    }

    private Map<String, Object> check(
            Form form, Map<String, Object> posted, Map<String, Object> facts, String request, String you) {
        Map<String, Object> known = FormData.checkedWith(form, facts);
        Validated validated = validator.validate(form, posted, known);
        List<FieldError> errors = new ArrayList<>(validated.errors());
        errors.addAll(missingUploads(form.translation().language(), validator.uploads(form, posted, known), request));
        if (errors.isEmpty()) {
            errors.addAll(brokenChecks(form, validated.answers(), facts, request, you));
        }
        if (!errors.isEmpty()) {
            throw new RefusedAnswers(errors);
        }
        return validated.answers();
    }

    /** What the form's checks say at no field: it holds whatever is answered. Empty when they take some answers. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> refusal(Form form, Map<String, Object> facts) {
        return brokenChecks(form, Map.of(), facts, null, null).stream()
                .filter(error -> error.field().isEmpty())
                .map(FieldError::message)
                .reduce((one, other) -> one + " " + other);
    }

    /**
     * Keeps checked answers as the next version of the form's document. The same answers as in the current version make no new
     * one if the same author sent that when asked the same time, or if somebody has signed it, which a new version would void; nor
     * if the form signs its own document: then both sides sign one version. So an evaluation that is asked for twice is there
     * twice, whatever it says. Signs what the form's answers sign.
     *
     * @param answers as {@link #check} returned them
     * @param request id of the request that is answered; null when nobody asked
     * @return the version that now holds; empty for an anonymous form, whose answers are kept apart from who sent them
     */
    public Optional<Submission> keep(
            String caseNumber, Form form, int formVersion, Map<String, Object> answers, Author author, String request) {
        Answers said = Answers.of(answers);
        if (form.isAnonymous()) {
            anonymous.keep(cases.of(caseNumber).cycle(), form, formVersion, said, author);
            return Optional.empty();
        }
        Submission current = submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(caseNumber, form.id())
                .orElse(null);
        Submission holds = current;
        if (current != null && isSaidAgain(current, form, said, author, request)) {
            attachments.dropWaiting(request);
        } else {
            int version = current == null ? 1 : current.version() + 1;
            holds = submissions.save(new Submission(
                    caseNumber, form.id(), version, formVersion, author, request, clock.instant(), said));
            attachments.send(request, holds.id());
        }
        signWhatTheFormSigns(caseNumber, form, answers, author);
        return Optional.of(holds);
    }

    /**
     * Lays the files of a document's current version before somebody who is asked for its next one: what was sent need not be
     * sent again.
     *
     * @param request id of the new request
     */
    public void carryFilesOver(String caseNumber, Form form, String request) {
        if (!form.uploads().isEmpty()) {
            submissions
                    .findFirstByCaseNumberAndDocumentOrderByVersionDesc(caseNumber, form.id())
                    .ifPresent(current -> attachments.layBefore(request, current.id()));
        }
    }

    /**
     * Which of these sides have not signed the current version of a document.
     *
     * @return the missing sides, in the order given; all of them when there is no version yet
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<String> missingSignatures(String caseNumber, String document, List<String> sides) {
        return submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(caseNumber, document)
                .map(current -> sides.stream()
                        .filter(side -> !signatures.existsBySubmissionIdAndSide(current.id(), side))
                        .toList())
                .orElse(sides);
    }

    private boolean isSaidAgain(Submission current, Form form, Answers said, Author author, String request) {
        boolean asOne = form.signsItself()
                || current.author().equals(author.id())
                        && (current.answered(request) || signatures.existsBySubmissionId(current.id()));
        return asOne
                && current.says(said)
                && (form.uploads().isEmpty()
                        || attachments.waiting(request).equals(attachments.sentWith(current.id())));
    }

    private void signWhatTheFormSigns(String caseNumber, Form form, Map<String, Object> answers, Author author) {
        for (Field field : form.fields()) {
            String when = field.properties().getOrDefault("signsWhen", "true");
            if (when.equals(String.valueOf(answers.get(field.key())))) {
                field.signs().forEach(document -> sign(caseNumber, document, author));
            }
        }
    }

    private void sign(String caseNumber, String document, Author author) {
        Submission version = submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(caseNumber, document)
                .orElseThrow(() -> new IllegalStateException(
                        "%s has no %s that could be signed.".formatted(caseNumber, document)));
        if (!signatures.existsBySubmissionIdAndSide(version.id(), author.side())) {
            signatures.save(new Signature(version, author, clock.instant()));
        }
    }

    private List<FieldError> missingUploads(Locale language, List<Upload> uploads, String request) {
        List<FieldError> errors = new ArrayList<>();
        for (Upload upload : uploads) {
            int count = count(upload, request);
            if (count < upload.min()) {
                errors.add(new FieldError(
                        upload.name(),
                        upload.label(),
                        Sentences.PAGES.say(language, "upload.needed", upload.min(), count)));
            }
        }
        return errors;
    }

    private int count(Upload upload, String request) {
        return attachments.countByTaskIdAndUploadAndSubmissionIdIsNull(request, upload.name());
    }

    /**
     * Checks read the answers as {@code answers}, the number of files of each upload as {@code uploads}, and as {@code you} who
     * answers: what {@code <document>.sentBy} is for those who sent a document.
     */
    private List<FieldError> brokenChecks(
            Form form, Map<String, Object> answers, Map<String, Object> facts, String request, String you) {
        Map<String, Object> known = KnownFacts.over(facts);
        known.put("answers", forTables(form.fields(), answers));
        known.put("uploads", form.uploads().stream().collect(toMap(Upload::name, upload -> count(upload, request))));
        known.put("you", you);
        List<FieldError> errors = new ArrayList<>();
        String table = form.id() + CHECKS;
        if (tables.exists(table)) {
            errors.addAll(sentences(tables.ask(table, known), form, form.fields(), ""));
        }
        for (Field list : form.fields()) {
            errors.addAll(brokenRows(form, list, answers, known));
        }
        return errors;
    }

    /** A table {@code <form>-<list>-checks} is asked about each row of that list, which it reads as {@code row}. */
    private List<FieldError> brokenRows(Form form, Field list, Map<String, Object> answers, Map<String, Object> known) {
        String table = "%s-%s%s".formatted(form.id(), list.key(), CHECKS);
        if (list.fields().isEmpty() || !(answers.get(list.key()) instanceof List<?> sent) || !tables.exists(table)) {
            return List.of();
        }
        List<Map<String, Object>> rows = sent.stream()
                .map(row -> forTables(list.fields(), (Map<?, ?>) row))
                .toList();
        List<Tables.Answer> answered = tables.askForEach(table, known, "row", rows);
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < answered.size(); index++) {
            errors.addAll(sentences(answered.get(index), form, list.fields(), "%s[%d].".formatted(list.key(), index)));
        }
        return errors;
    }

    /** Answers as tables read them, a field without an answer as null. */
    private static Map<String, Object> forTables(List<Field> fields, Map<?, ?> answers) {
        Map<String, Object> forTables = new LinkedHashMap<>();
        fields.forEach(field -> forTables.putIfAbsent(field.key(), null));
        answers.forEach((key, value) -> forTables.put((String) key, Answers.forTables(value)));
        return forTables;
    }

    private static List<FieldError> sentences(Tables.Answer answer, Form form, List<Field> fields, String prefix) {
        return answer.rows().stream()
                .map(row -> {
                    String key = (String) row.get("field");
                    String label = fields.stream()
                            .filter(field -> field.key().equals(key))
                            .map(Field::label)
                            .findFirst()
                            .orElse(key);
                    return new FieldError(
                            prefix + key, label, form.translation().of((String) row.get("message")));
                })
                .toList();
    }
}
