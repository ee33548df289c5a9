package org.peerexchange.programme.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads models, tables and forms as files, without an engine. */
public final class ModelReader {

    /** Where the application's own files are. */
    public static final String CLASSPATH = "classpath*:";

    private static final Pattern DATE = Pattern.compile("dates\\.of\\(execution,\\s*'([^']*)'\\)");

    private final String root;

    /** @param root {@link #CLASSPATH}, or the address of a folder such as {@code file:/tmp/programme/} */
    public ModelReader(String root) {
        this.root = root;
    }

    /**
     * Reads every file.
     *
     * @throws CannotStart when one cannot be read, naming it
     */
    public ModelFiles read() {
        List<ModelFiles.Process> processes = new ArrayList<>();
        List<ModelFiles.Table> tables = new ArrayList<>();
        Map<String, String> forms = new LinkedHashMap<>();
        processes().forEach((file, model) -> processes.add(process(file, model)));
        tables().forEach((file, model) -> model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> decision.getExpression() instanceof DecisionTable)
                .forEach(decision -> tables.add(table(file, decision))));
        find("forms", "form").forEach((file, resource) -> forms.put(file, text(file, resource)));
        List<Programme> programmes = find("processes", "yaml").entrySet().stream()
                .map(found -> Programmes.read(text(found.getKey(), found.getValue()), found.getKey()))
                .toList();
        return new ModelFiles(processes, tables, forms, programmes);
    }

    /** The processes by file. */
    public Map<String, BpmnModelInstance> processes() {
        return parse("bpmn", Bpmn::readModelFromStream);
    }

    /** The tables by file. */
    public Map<String, DmnModelInstance> tables() {
        return parse("dmn", Dmn::readModelFromStream);
    }

    private interface Parser<M> {
        M parse(InputStream in);
    }

    private <M> Map<String, M> parse(String ending, Parser<M> parser) {
        Map<String, M> models = new LinkedHashMap<>();
        find("processes", ending).forEach((file, resource) -> {
            try (InputStream in = resource.getInputStream()) {
                models.put(file, parser.parse(in));
            } catch (IOException | ModelParseException wrong) {
                throw new CannotStart("%s cannot be read: %s".formatted(file, wrong.getMessage()), wrong);
            }
        });
        return models;
    }

    private Map<String, Resource> find(String folder, String ending) {
        try {
            Map<String, Resource> found = new LinkedHashMap<>();
            Resource[] resources = new PathMatchingResourcePatternResolver()
                    .getResources("%s%s/**/*.%s".formatted(root, folder, ending));
            Arrays.stream(resources)
                    .sorted(Comparator.comparing(ModelReader::address))
                    .forEach(resource ->
                            found.put(address(resource).replaceFirst(".*/(?=" + folder + "/)", ""), resource));
            return found;
        } catch (IOException wrong) {
            throw new CannotStart("The folder %s cannot be read: %s".formatted(folder, wrong.getMessage()), wrong);
        }
    }

    private static String address(Resource resource) {
        try {
            return resource.getURL().toString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(String file, Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException wrong) {
            throw new CannotStart("%s cannot be read: %s".formatted(file, wrong.getMessage()), wrong);
        }
    }

    private static ModelFiles.Process process(String file, BpmnModelInstance model) {
        Stream<ModelFiles.Word> given = model.getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(parameter -> parameter
                        .getChildElementsByType(ModelElementInstance.class)
                        .isEmpty())
                .map(parameter -> new ModelFiles.Word(
                        element(parameter),
                        parameter.getCamundaName(),
                        parameter.getTextContent().strip()));
        Stream<ModelFiles.Word> dates = Stream.concat(
                model.getModelElementsByType(UserTask.class).stream()
                        .filter(task -> task.getCamundaDueDate() != null)
                        .flatMap(task -> deadlines(task.getId(), task.getCamundaDueDate())),
                model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.TimeDate.class).stream()
                        .flatMap(date -> deadlines(element(date), date.getTextContent())));
        List<ModelFiles.Call> calls = model.getModelElementsByType(CallActivity.class).stream()
                .map(ModelReader::call)
                .toList();
        return new ModelFiles.Process(file, Stream.concat(given, dates).toList(), calls);
    }

    private static ModelFiles.Call call(CallActivity call) {
        Set<String> takes = call.getExtensionElements() == null
                ? Set.of()
                : call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().stream()
                        .map(CamundaOut::getCamundaSource)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return new ModelFiles.Call(call.getId(), call.getCalledElement(), takes);
    }

    private static Stream<ModelFiles.Word> deadlines(String element, String expression) {
        return DATE.matcher(expression)
                .results()
                .map(found -> new ModelFiles.Word(element, "deadline", found.group(1)));
    }

    /** The id of the task or event around an element. */
    private static String element(ModelElementInstance inside) {
        ModelElementInstance here = inside.getParentElement();
        while (!(here instanceof org.camunda.bpm.model.bpmn.instance.FlowNode)) {
            here = here.getParentElement();
        }
        return ((BaseElement) here).getId();
    }

    private static ModelFiles.Table table(String file, Decision decision) {
        DecisionTable table = (DecisionTable) decision.getExpression();
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        List<ModelFiles.Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            Map<String, String> says = new LinkedHashMap<>();
            List<String> cells =
                    rule.getOutputEntries().stream().map(ModelReader::cell).toList();
            for (int column = 0; column < outputs.size(); column++) {
                says.put(outputs.get(column), cells.get(column));
            }
            rows.add(new ModelFiles.Row(
                    rows.size() + 1,
                    rule.getInputEntries().stream().map(ModelReader::cell).toList(),
                    says));
        }
        List<String> inputs = table.getInputs().stream()
                .map(input -> cell(input.getInputExpression()))
                .toList();
        return new ModelFiles.Table(file, decision.getId(), inputs, outputs, rows);
    }

    private static String cell(DmnElement cell) {
        return cell.getChildElementsByType(org.camunda.bpm.model.dmn.instance.Text.class).stream()
                .findFirst()
                .map(text -> text.getTextContent().strip())
                .orElse("");
    }
}
