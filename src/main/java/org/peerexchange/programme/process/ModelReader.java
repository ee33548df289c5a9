package org.peerexchange.programme.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.Tag;

/** Reads models, tables, forms, texts and dictionaries as files, without an engine. */
public final class ModelReader {

    private static final Pattern DATE = Pattern.compile("dates\\.of\\(execution,\\s*'([^']*)'\\)");

    private final ProgrammeFiles files;

    public ModelReader(ProgrammeFiles files) {
        this.files = files;
    }

    /**
     * Reads every file.
     *
     * @throws CannotStart when one cannot be read, naming it
     */
    public ModelFiles read() {
        List<ModelFiles.Table> tables = new ArrayList<>();
        parse("dmn", QuickReading::table).forEach((file, model) -> {
            Tag root = Tags.of(model.getDocument());
            model.getModelElementsByType(Decision.class).stream()
                    .filter(decision -> decision.getExpression() instanceof DecisionTable)
                    .forEach(decision -> tables.add(table(file, root, decision)));
        });
        List<ModelFiles.Process> processes = new ArrayList<>();
        parse("bpmn", QuickReading::process).forEach((file, model) -> processes.add(process(file, model)));
        Map<String, Programme> programmes = new LinkedHashMap<>();
        files.ending(ProgrammeFiles.YAML)
                .forEach(file -> programmes.put(file.name(), Programmes.read(file.text(), file.name())));
        return new ModelFiles(
                processes, tables, files.ending(".form"), files.ending(".txt"), files.dictionaries(), programmes);
    }

    /** The processes by file. */
    public Map<String, BpmnModelInstance> processes() {
        return byName(parse("bpmn", Bpmn::readModelFromStream));
    }

    /** The tables by file. */
    public Map<String, DmnModelInstance> tables() {
        return byName(parse("dmn", Dmn::readModelFromStream));
    }

    private static <M> Map<String, M> byName(Map<ProgrammeFile, M> models) {
        Map<String, M> named = new LinkedHashMap<>();
        models.forEach((file, model) -> named.put(file.name(), model));
        return named;
    }

    private interface Parser<M> {
        M parse(InputStream in);
    }

    private <M> Map<ProgrammeFile, M> parse(String ending, Parser<M> parser) {
        Map<ProgrammeFile, M> models = new LinkedHashMap<>();
        files.ending("." + ending).forEach(file -> {
            try (InputStream in = file.open()) {
                models.put(file, parser.parse(in));
            } catch (IOException | ModelParseException wrong) {
                throw new CannotStart("%s cannot be read: %s".formatted(file.name(), why(wrong)), wrong);
            }
        });
        return models;
    }

    /** What the parser found, without what it wraps it in. */
    private static String why(Throwable wrong) {
        Throwable first = wrong;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage()).replace("Error: URI=null ", "");
    }

    private static ModelFiles.Process process(ProgrammeFile file, BpmnModelInstance model) {
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
        return new ModelFiles.Process(
                file, Tags.of(model.getDocument()), Stream.concat(given, dates).toList(), calls);
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

    private static ModelFiles.Table table(ProgrammeFile file, Tag root, Decision decision) {
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
        return new ModelFiles.Table(file.programme(), file.name(), root, decision.getId(), inputs, outputs, rows);
    }

    private static String cell(DmnElement cell) {
        return cell.getChildElementsByType(org.camunda.bpm.model.dmn.instance.Text.class).stream()
                .findFirst()
                .map(text -> text.getTextContent().strip())
                .orElse("");
    }
}
