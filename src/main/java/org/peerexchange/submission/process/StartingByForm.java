package org.peerexchange.submission.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.ProgrammeFacts;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.DeployedForm;
import org.peerexchange.submission.FieldError;
import org.peerexchange.submission.OpeningRequests;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.submission.Submitting;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Staff start a process with a form from Tasklist: the case that the model says it opens is opened in the same transaction, in
 * the cycle the form names, or else the open one; or the case the form names, or else the open cycle, is taken if the form is
 * about that. Its number becomes the business key.
 */
@Component
class StartingByForm {

    private final DeployedForms forms;
    private final StartSubjects subjects;
    private final AcceptedForms accepted;
    private final Submitting submitting;
    private final ProgrammeFacts programmeFacts;
    private final Programmes programmes;
    private final OpeningCases opening;
    private final OpeningRequests requests;
    private final TransactionTemplate transaction;

    StartingByForm(
            DeployedForms forms,
            StartSubjects subjects,
            AcceptedForms accepted,
            @Lazy Submitting submitting,
            @Lazy ProgrammeFacts programmeFacts,
            Programmes programmes,
            @Lazy OpeningCases opening,
            @Lazy OpeningRequests requests,
            @Lazy PlatformTransactionManager transactions) {
        this.forms = forms;
        this.subjects = subjects;
        this.accepted = accepted;
        this.submitting = submitting;
        this.programmeFacts = programmeFacts;
        this.programmes = programmes;
        this.opening = opening;
        this.requests = requests;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Starts a process.
     *
     * @param start starts it in the engine with a business key (null when the model opens no case) and variables
     * @throws AnswersRefused naming each field that is wrong; then nothing has changed
     */
    ProcessInstance start(
            String processDefinitionId,
            Map<String, Object> posted,
            Author author,
            BiFunction<String, Map<String, Object>, ProcessInstance> start) {
        return transaction.execute(status -> {
            Optional<DeployedForm> deployed = forms.ofStart(processDefinitionId);
            if (deployed.isEmpty()) {
                return start.apply(null, posted);
            }
            StartSubjects.Subject subject = subjects.of(processDefinitionId);
            DeployedForm form = deployed.get();
            try {
                Map<String, Object> sent = AcceptingAnswers.plain(posted);
                Map<String, Object> answers =
                        submitting.check(form.form(), sent, subjects.facts(subject, sent), null, author);
                Case about = caseOf(subject, answers);
                submitting.keep(about.number(), form.form(), form.version(), answers, author, null);
                return accepted.during(
                        processDefinitionId,
                        () -> start.apply(about.number(), form.form().decisionsIn(answers)));
            } catch (RefusedAnswers refused) {
                throw new AnswersRefused(refused);
            }
        });
    }

    private Case caseOf(StartSubjects.Subject subject, Map<String, Object> answers) {
        String programme = subject.programme();
        if (subject.opens() == null) {
            return meant(subject, answers);
        }
        return switch (subject.opens()) {
            case Case.CYCLE -> {
                String run = programmes.of(programme).cycleNumber().stream()
                        .map(answers::get)
                        .map(String::valueOf)
                        .collect(Collectors.joining("-"));
                yield opening.cycle(programme, run, programmes.of(programme).name() + " " + run);
            }
            case Case.REQUEST -> requests.open(programme, answers);
            default ->
                opening.inCycle(
                        meant(subject, answers), subject.opens(), String.valueOf(answers.getOrDefault("title", "")));
        };
    }

    private Case meant(StartSubjects.Subject subject, Map<String, Object> answers) {
        return subjects.meant(subject, answers).orElseThrow(() -> unclear(subject, answers));
    }

    /** Why no case is meant, and what to do. */
    private RuntimeException unclear(StartSubjects.Subject subject, Map<String, Object> answers) {
        List<Case> open = programmeFacts.openCycles(subject.programme());
        StartSubjects.Named named = subject.named();
        if (named != null && answers.get(named.field()) != null) {
            return refused(named, "It cannot be chosen any more: please choose another one.");
        }
        if (open.isEmpty()) {
            return new BadUserRequestException("No cycle is open: open one first.");
        }
        String several = "%s are open: please say which of them you mean."
                .formatted(open.stream().map(Case::number).collect(Collectors.joining(" and ")));
        return named == null
                ? new BadUserRequestException(
                        several + " The form has no field for it, which the model names by its property \"namedBy\".")
                : refused(named, several);
    }

    private static RefusedAnswers refused(StartSubjects.Named named, String sentence) {
        return new RefusedAnswers(List.of(new FieldError(named.field(), "", sentence)));
    }
}
