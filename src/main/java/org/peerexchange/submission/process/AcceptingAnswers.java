package org.peerexchange.submission.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.json.SpinJsonNode;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Step;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.DeployedForm;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.RefusedAnswers;
import org.peerexchange.submission.Submitting;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stands before every completion of a task with a form, whatever the channel: checks the answers, keeps them as a submission
 * and lets only the fields that the form marks as decisions through to the process.
 */
@Step(
        id = "ask-staff",
        name = "Ask staff",
        does =
                "Gives a group of staff a task in Tasklist with a form. Its answers are checked, by the table <form>-checks if there is one, and kept as a version that never changes; only fields marked as a decision become variables. The next step begins in a job of its own (asynchronous after).",
        on = Step.Element.USER_TASK,
        topic = Step.Topic.ASK,
        in = {
            @Step.In(name = "formRef", is = "what is filled in", kind = Step.Kind.FORM, example = "approve-plan"),
            @Step.In(
                    name = "candidateGroups",
                    is = "whose task it is",
                    kind = Step.Kind.GROUP,
                    example = "exchange-coordinators"),
            @Step.In(name = "dueDate", is = "by when", kind = Step.Kind.DEADLINE, example = "plan-decision")
        },
        troubles = {
            @Step.Trouble(
                    when = "An answer is wrong",
                    then = "Whoever sent it reads what to do at the field, and the task stays open."),
            @Step.Trouble(when = "Somebody else was quicker", then = "Whoever came second reads that the task is done.")
        },
        example = "Approve the activity plan")
@Component
class AcceptingAnswers {

    private static final JsonMapper JSON = new JsonMapper();

    private final ProcessEngine engine;
    private final DeployedForms forms;
    private final AcceptedForms accepted;
    private final Submitting submitting;
    private final Facts facts;
    private final WordsOfCases words;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    AcceptingAnswers(
            @Lazy ProcessEngine engine,
            DeployedForms forms,
            AcceptedForms accepted,
            @Lazy Submitting submitting,
            @Lazy Facts facts,
            WordsOfCases words,
            @Lazy JdbcTemplate database,
            @Lazy PlatformTransactionManager transactions) {
        this.engine = engine;
        this.forms = forms;
        this.accepted = accepted;
        this.submitting = submitting;
        this.facts = facts;
        this.words = words;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Completes a task.
     *
     * @param posted everything the client sent
     * @param author who sent it
     * @param complete completes the task in the engine with the variables it is given
     * @return what {@code complete} returned
     * @throws AnswersRefused naming each field that is wrong; then nothing has changed
     * @throws TaskGone if somebody else has completed the task
     */
    <T> T complete(
            String taskId, Map<String, Object> posted, Author author, Function<Map<String, Object>, T> complete) {
        return transaction.execute(status -> {
            lock(taskId);
            TaskEntity task = find(taskId);
            if (task == null) {
                throw new TaskGone();
            }
            Optional<DeployedForm> form = forms.ofTask(task);
            if (form.isEmpty()) {
                return complete.apply(posted);
            }
            Map<String, Object> decisions = accept(task, form.get(), plain(posted), author);
            return accepted.during(taskId, () -> complete.apply(decisions));
        });
    }

    /**
     * Two people who complete one task at the same instant go one after the other: the engine would let both begin, and fail the
     * second in whatever place it has come to.
     */
    private void lock(String taskId) {
        database.queryForList("SELECT id_ FROM act_ru_task WHERE id_ = ? FOR UPDATE", taskId);
    }

    private Map<String, Object> accept(
            TaskEntity task, DeployedForm deployed, Map<String, Object> posted, Author author) {
        String number = task.getExecution().getProcessBusinessKey();
        Form form = deployed.in(words.of(number, author)).form();
        try {
            Map<String, Object> answers =
                    submitting.check(form, posted, facts.of(number), task.getProcessInstanceId(), author);
            submitting.keep(number, form, deployed.version(), answers, author, task.getProcessInstanceId());
            return form.decisionsIn(answers);
        } catch (RefusedAnswers refused) {
            throw new AnswersRefused(refused);
        }
    }

    /** The signed-in member of staff. */
    Author staff() {
        Authentication current = engine.getIdentityService().getCurrentAuthentication();
        return Author.staff(current == null ? "engine" : current.getUserId());
    }

    /** JSON values as plain lists and maps. */
    static Map<String, Object> plain(Map<String, Object> posted) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (posted != null) {
            posted.forEach((key, value) -> plain.put(key, value instanceof SpinJsonNode json ? parse(json) : value));
        }
        return plain;
    }

    private static Object parse(SpinJsonNode json) {
        try {
            return JSON.readValue(json.toString(), Object.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private TaskEntity find(String taskId) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    TaskEntity task = context.getTaskManager().findTaskById(taskId);
                    if (task != null) {
                        task.getExecution().getProcessInstance();
                    }
                    return task;
                });
    }
}
