package org.peerexchange.submission.process;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.peerexchange.language.Sentences;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.DeployedForm;
import org.peerexchange.submission.FormData;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.submission.Submitting;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests as instances of {@code ask-participant}: each holds one task open. */
@Component
class EngineAsking implements Asking {

    private static final String SHARED = "processes/shared/";
    private static final String NOT_WAITED_FOR = "done.not-now";

    private final ProcessEngine engine;
    private final OpenTasks openTasks;
    private final RuntimeService runtime;
    private final DeployedForms forms;
    private final AcceptingAnswers accepting;
    private final Submitting submitting;
    private final Facts facts;
    private final WordsOfCases words;
    private final TransactionTemplate transaction;

    /** A request is several rows; between two looks somebody may answer it, and some of them be gone. */
    private final TransactionTemplate snapshot;

    EngineAsking(
            @Lazy ProcessEngine engine,
            OpenTasks openTasks,
            @Lazy RuntimeService runtime,
            DeployedForms forms,
            AcceptingAnswers accepting,
            @Lazy Submitting submitting,
            @Lazy Facts facts,
            WordsOfCases words,
            @Lazy PlatformTransactionManager transactions) {
        this.engine = engine;
        this.openTasks = openTasks;
        this.runtime = runtime;
        this.forms = forms;
        this.accepting = accepting;
        this.submitting = submitting;
        this.facts = facts;
        this.words = words;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public List<Turn> turns(Collection<String> caseNumbers) {
        return caseNumbers.isEmpty() ? List.of() : transaction.execute(status -> openIn(caseNumbers));
    }

    private List<Turn> openIn(Collection<String> caseNumbers) {
        List<Task> open = openTasks.ofCases(caseNumbers).stream()
                .filter(task -> isRequest(task)
                        || !openTasks.definition(task).getResourceName().startsWith(SHARED))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        Map<String, String> cases = openTasks.cases(open, caseNumbers);
        Map<String, Map<String, Object>> asked =
                asked(open.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new));
        return open.stream()
                .map(task -> turn(task, cases.get(task.getProcessInstanceId()), asked.get(task.getProcessInstanceId())))
                .toList();
    }

    /** What some processes were started with, by their ids. */
    private Map<String, Map<String, Object>> asked(String... processInstances) {
        Map<String, Map<String, Object>> asked = new HashMap<>();
        runtime.createVariableInstanceQuery()
                .processInstanceIdIn(processInstances)
                .variableNameIn("who", "form", "formVersion", "dueDate")
                .list()
                .forEach(known -> asked.computeIfAbsent(known.getProcessInstanceId(), id -> new HashMap<>())
                        .put(known.getName(), known.getValue()));
        return asked;
    }

    private Turn turn(Task task, String caseNumber, Map<String, Object> asked) {
        boolean request = isRequest(task) && asked != null;
        return new Turn(
                request ? task.getProcessInstanceId() : task.getId(),
                caseNumber,
                task.getName(),
                request ? (String) asked.get("who") : null,
                request ? (String) asked.get("form") : null,
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    private boolean isRequest(Task task) {
        return openTasks.definition(task).getKey().equals(ModelFiles.ASKS);
    }

    @Override
    public Optional<Request> open(String requestId, Locale language) {
        return snapshot.execute(status -> Optional.ofNullable(task(requestId)).flatMap(task -> openTasks
                .caseNumber(requestId)
                .map(number -> request(task, number, asked(requestId).get(requestId), language))));
    }

    /** @param asked null when somebody has answered meanwhile: a page that looks in a transaction of its own sees that */
    private Request request(Task task, String number, Map<String, Object> asked, Locale language) {
        if (asked == null) {
            return null;
        }
        Translation said = words.of(number, language);
        DeployedForm form = forms.sentIn(
                        (String) asked.get("form"), Integer.parseInt((String) asked.get("formVersion")))
                .in(said);
        return new Request(
                task.getProcessInstanceId(),
                number,
                said.of(task.getName()),
                (String) asked.get("who"),
                due(task, asked).toInstant(),
                form.form(),
                form.json(),
                FormData.of(form.form(), facts.of(number, language)));
    }

    @Override
    public void answer(String requestId, Map<String, Object> posted, Author author) {
        oneWins(() -> {
            Task task = task(requestId);
            if (task == null) {
                throw new AlreadyDone("done.not-needed");
            }
            return accepting.complete(task.getId(), posted, author, decisions -> configuration()
                    .getCommandExecutorTxRequired()
                    .execute(new CompleteTaskCmd(task.getId(), decisions)));
        });
    }

    @Override
    public void tell(String caseNumber, String message, String formId, Map<String, Object> posted, Author author) {
        oneWins(() -> transaction.execute(status -> {
            Execution waiting =
                    openTasks.waiting(caseNumber, message).orElseThrow(() -> new AlreadyDone(NOT_WAITED_FOR));
            DeployedForm form = forms.latest(formId).in(words.of(caseNumber, author));
            Map<String, Object> answers = submitting.check(form.form(), posted, facts.of(caseNumber), null, author);
            submitting.keep(caseNumber, form.form(), form.version(), answers, author, null);
            runtime.messageEventReceived(message, waiting.getId(), form.form().decisionsIn(answers));
            return null;
        }));
    }

    @Override
    public Optional<String> impossible(String caseNumber, String message, String formId, Locale language) {
        return transaction.execute(status -> openTasks
                        .waiting(caseNumber, message)
                        .isEmpty()
                ? Optional.of(Sentences.PAGES.say(language, NOT_WAITED_FOR))
                : submitting.refusal(
                        forms.latest(formId).in(words.of(caseNumber, language)).form(), facts.of(caseNumber)));
    }

    @Override
    public DeployedForm form(String formId) {
        return forms.latest(formId);
    }

    private <T> void oneWins(Supplier<T> act) {
        try {
            act.get();
        } catch (AnswersRefused refused) {
            throw (RefusedAnswers) refused.getCause();
        } catch (TaskGone | OptimisticLockingException | NullValueException second) {
            throw new AlreadyDone("done.faster");
        }
    }

    /** Staff may have moved the date of the task, or taken it away: then the request's own holds. */
    private static Date due(Task task, Map<String, Object> asked) {
        return task.getDueDate() == null ? (Date) asked.get("dueDate") : task.getDueDate();
    }

    private Task task(String requestId) {
        return openTasks.ofProcess(requestId).stream()
                .filter(this::isRequest)
                .findFirst()
                .orElse(null);
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
