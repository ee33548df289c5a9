package org.peerexchange.submission.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;
import org.peerexchange.programme.Facts;
import org.peerexchange.submission.Answers;
import org.peerexchange.submission.Field;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.FormData;
import org.peerexchange.submission.TasklistForm;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Fills forms with what they show, computed when they are opened and never kept as process variables. */
@Component
class ShowingForms {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FACT = Pattern.compile("\\{\\{([\\w.]+)}}");

    private final ProcessEngine engine;
    private final DeployedForms forms;
    private final StartSubjects subjects;
    private final Facts facts;

    ShowingForms(@Lazy ProcessEngine engine, DeployedForms forms, StartSubjects subjects, @Lazy Facts facts) {
        this.engine = engine;
        this.forms = forms;
        this.subjects = subjects;
        this.facts = facts;
    }

    void addTaskData(String taskId, VariableMap variables) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    TaskEntity task = context.getTaskManager().findTaskById(taskId);
                    forms.ofTask(task)
                            .ifPresent(form -> add(
                                    form.form(), facts.of(task.getExecution().getProcessBusinessKey()), variables));
                    return null;
                });
    }

    void addStartData(String processDefinitionId, VariableMap variables) {
        forms.ofStart(processDefinitionId)
                .ifPresent(form ->
                        add(form.form(), subjects.facts(subjects.of(processDefinitionId), Map.of()), variables));
    }

    /** A task's form as Tasklist is to show it. */
    InputStream ofTask(InputStream deployed) {
        return fit(deployed, Map.of());
    }

    /**
     * A start form as Tasklist is to show it. Tasklist asks for no data when it starts a process, so what the form would show
     * is written into it: default values, the options of lists, and what its texts fill in.
     */
    InputStream ofStart(String processDefinitionId, InputStream deployed) {
        return fit(
                deployed,
                forms.ofStart(processDefinitionId)
                        .map(start ->
                                FormData.of(start.form(), subjects.facts(subjects.of(processDefinitionId), Map.of())))
                        .orElse(Map.of()));
    }

    private static InputStream fit(InputStream deployed, Map<String, Object> data) {
        try (deployed) {
            JsonNode form = JSON.readTree(deployed);
            writeInto(form.path("components"), data);
            TasklistForm.fit(form);
            return new ByteArrayInputStream(JSON.writeValueAsBytes(form));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void writeInto(JsonNode components, Map<String, Object> data) throws IOException {
        for (JsonNode component : components) {
            ObjectNode field = (ObjectNode) component;
            Object known = data.get(field.path("key").asText());
            if (known != null) {
                field.set("defaultValue", JSON.readTree(Answers.toJson(known)));
            }
            Object options = data.get(field.path("valuesKey").asText());
            if (options != null) {
                field.remove("valuesKey");
                field.set("values", JSON.readTree(Answers.toJson(options)));
            }
            if (field.path("text").isTextual()) {
                field.put("text", filledIn(field.path("text").asText(), data));
            }
            writeInto(field.path("components"), data);
        }
    }

    private static String filledIn(String text, Map<String, Object> data) {
        return FACT.matcher(text)
                .replaceAll(fact -> Matcher.quoteReplacement(
                        Facts.at(data, fact.group(1)) instanceof String words ? words : fact.group()));
    }

    private static void add(Form form, Map<String, Object> known, VariableMap variables) {
        // A decision of an earlier round still stands in the process; the form says itself what it begins with.
        variables.keySet().removeAll(form.fields().stream().map(Field::key).toList());
        FormData.of(form, known).forEach((name, value) -> {
            if (value instanceof Map<?, ?> || value instanceof List<?>) {
                variables.putValueTyped(
                        name, SpinValues.jsonValue(Answers.toJson(value)).create());
            } else if (value instanceof java.time.temporal.Temporal) {
                variables.putValue(name, value.toString());
            } else {
                variables.putValue(name, value);
            }
        });
    }
}
