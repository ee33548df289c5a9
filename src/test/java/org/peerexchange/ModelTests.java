package org.peerexchange;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.process.CheckProgrammes;
import org.peerexchange.programme.process.ModelReader;
import org.peerexchange.submission.Form;
import org.yaml.snakeyaml.Yaml;

/** Every model, table, form and text keeps the rules of the house, and nothing in them points to what is not there. */
class ModelTests {

    private static final ModelReader READER =
            new ModelReader(ProgrammeFiles.in("file:" + Path.of("").toAbsolutePath() + "/"));
    private static final Map<String, BpmnModelInstance> PROCESSES = READER.processes();
    private static final Map<String, DmnModelInstance> TABLES = READER.tables();
    private static final ModelFiles FILES = READER.read();
    private static final Map<String, Form> FORMS = forms();
    private static final Map<String, Programme> PROGRAMMES = programmes();

    private static final Pattern STEP = Pattern.compile("\\$\\{(\\w+)}");

    /** Steps whose lock holds until the process waits: a job between them and the wait would let a case slip through. */
    private static final Set<String> COUNTING = Set.of("countCases", "checkCapacity");

    static Collection<String> processes() {
        return PROCESSES.keySet();
    }

    static Collection<String> tables() {
        return TABLES.keySet();
    }

    static Collection<ProgrammeFile> formFiles() {
        return FILES.forms();
    }

    @Test
    void noTwoModelsTablesOrFormsHaveOneName() {
        List<String> names = Stream.of(
                        PROCESSES.keySet(),
                        TABLES.keySet(),
                        FILES.forms().stream().map(ProgrammeFile::name).collect(toSet()))
                .flatMap(Set::stream)
                .map(file -> file.replaceFirst(".*/", ""))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void passWhatTheApplicationChecksWhenItStarts() {
        assertThat(CheckProgrammes.wrong(FILES)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void aProcessIsCalledAsItsFileAndIsKeptForALimitedTime(String file) {
        Collection<Process> all = PROCESSES.get(file).getModelElementsByType(Process.class);
        assertThat(all).hasSize(1);
        Process process = all.iterator().next();
        assertThat(process.getId()).isEqualTo(id(file));
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.isExecutable()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void everyElementHasAnIdThatSaysWhatItIsAndANamePeopleCanRead(String file) {
        List<String> wrong = new ArrayList<>();
        all(file, FlowNode.class).forEach(node -> {
            if (!node.getId().matches(prefix(node) + "_[a-z][a-zA-Z0-9]*")) {
                wrong.add("%s is not called %s_<what>".formatted(node.getId(), prefix(node)));
            }
            boolean asks =
                    node instanceof ExclusiveGateway && node.getOutgoing().size() > 1;
            if (blank(node.getName()) && (asks || !(node instanceof Gateway))) {
                wrong.add("%s has no name".formatted(node.getId()));
            } else if (asks && !node.getName().endsWith("?")) {
                wrong.add("%s is no question: %s".formatted(node.getId(), node.getName()));
            }
        });
        all(file, SequenceFlow.class).forEach(flow -> {
            boolean answers = flow.getSource() instanceof ExclusiveGateway
                    && flow.getSource().getOutgoing().size() > 1;
            if (!flow.getId().startsWith("flow_")) {
                wrong.add("%s is not called flow_<what>".formatted(flow.getId()));
            }
            if (answers && blank(flow.getName())) {
                wrong.add("%s gives no answer to the question it comes from".formatted(flow.getId()));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void aStepBeginsAndAUserTaskEndsInATransactionOfItsOwn(String file) {
        List<String> wrong = new ArrayList<>();
        for (FlowNode node : all(file, FlowNode.class).toList()) {
            if (isStep(node)
                    && !node.isCamundaAsyncBefore()
                    && !COUNTING.contains(step(node))
                    && node.getDocumentations().isEmpty()) {
                wrong.add("%s is not async before and does not say why".formatted(node.getId()));
            }
            if (node instanceof UserTask && !node.isCamundaAsyncAfter()) {
                wrong.add("%s is not async after".formatted(node.getId()));
            }
            if (COUNTING.contains(step(node))) {
                jobsBeforeTheWait(node, node, new TreeSet<>(), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void jobsBeforeTheWait(FlowNode counting, FlowNode here, Set<String> seen, List<String> wrong) {
        if (here.isCamundaAsyncAfter()) {
            wrong.add("%s has a job between it and the wait, after %s".formatted(counting.getId(), here.getId()));
        }
        for (SequenceFlow flow : here.getOutgoing()) {
            FlowNode next = flow.getTarget();
            boolean waits = next instanceof EventBasedGateway || next instanceof CatchEvent;
            boolean between = next instanceof Gateway || COUNTING.contains(step(next));
            if ((waits || between) && next.isCamundaAsyncBefore()) {
                wrong.add("%s has a job between it and the wait, before %s".formatted(counting.getId(), next.getId()));
            }
            if (between && !waits && seen.add(next.getId())) {
                jobsBeforeTheWait(counting, next, seen, wrong);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void isDrawnWithoutAnythingLyingOnSomethingElse(String file) {
        assertThat(Drawing.faults(PROCESSES.get(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aTableIsCalledAsItsFileAndItsDecisionsAreKeptForALimitedTime(String file) {
        Collection<Decision> decisions = TABLES.get(file).getModelElementsByType(Decision.class);
        assertThat(decisions).hasSize(1);
        Decision decision = decisions.iterator().next();
        assertThat(decision.getId()).isEqualTo(id(file));
        assertThat(decision.getName()).isNotBlank();
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
        if (decision.getId().endsWith("-checks")) {
            assertThat(table(file).outputs()).containsExactly("field", "message");
            assertThat(table(file).rows())
                    .allSatisfy(row -> assertThat(row.says().get("message"))
                            .as("row %d says what to do", row.number())
                            .hasSizeGreaterThan(10));
        }
    }

    @Test
    void everyDeadlineCountsFromTodayOrFromAFactThatIsADate() {
        List<String> wrong = new ArrayList<>();
        FILES.tables().stream()
                .filter(table -> table.id().endsWith("-deadlines"))
                .forEach(table -> table.rows().stream()
                        .filter(row -> !isDate(row.text("from")))
                        .forEach(row -> wrong.add("%s, row %d: no form asks for %s"
                                .formatted(table.file(), row.number(), row.text("from")))));
        assertThat(wrong).isEmpty();
    }

    /** Dates that the ledger knows, besides those that forms ask for. */
    private static boolean isDate(String path) {
        return Set.of("today", "ledger.approvedOn", "ledger.paidOn").contains(path)
                || FORMS.values().stream().anyMatch(form -> form.fields().stream()
                        .filter(field -> field.type().equals("datetime"))
                        .anyMatch(field -> path.equals(Names.camelCase(form.id()) + "." + field.key())
                                || path.equals("cycle." + field.key())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formFiles")
    void aFormIsCalledAsItsFile(ProgrammeFile file) {
        assertThat(Form.parse(file.text()).id()).isEqualTo(file.id());
    }

    @Test
    void theFormsAndProcessesAProgrammeNamesExist() {
        PROGRAMMES.forEach((key, programme) -> {
            programme.applications().values().forEach(kind -> {
                assertThat(FORMS).containsKey(kind.form());
                assertThat(processIds()).contains(kind.process());
            });
            programme.offers().forEach(offer -> {
                assertThat(offer.form()).satisfiesAnyOf(form -> assertThat(form).isNull(), form -> assertThat(FORMS)
                        .containsKey(form));
                assertThat(messages()).contains(offer.message());
            });
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void aStartFormNamesItsCaseByAFieldItHasAndInStatesThatExist(String file) {
        Map<String, String> said = new LinkedHashMap<>();
        all(file, CamundaProperty.class)
                .filter(property -> around(property).equals(id(file)))
                .forEach(property -> said.put(property.getCamundaName(), property.getCamundaValue()));
        if (said.containsKey("namedBy")) {
            assertThat(all(file, StartEvent.class)
                            .map(StartEvent::getCamundaFormRef)
                            .filter(Objects::nonNull)
                            .map(FORMS::get))
                    .isNotEmpty()
                    .allMatch(form -> form.field(said.get("namedBy")).isPresent());
            assertThat(programmes(file)).allSatisfy(programme -> {
                assertThat(programme.numbers()).containsKey(said.getOrDefault("about", Case.CYCLE));
                assertThat(programme.states().keySet()).containsAll(words(file, said.getOrDefault("states", "")));
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void aStartFormSaysNothingThatTasklistWouldLeaveEmpty(String file) {
        assertThat(all(file, StartEvent.class)
                        .map(StartEvent::getCamundaFormRef)
                        .filter(Objects::nonNull)
                        .map(form ->
                                Path.of(file.replace("processes/", "forms/")).resolveSibling(form + ".form")))
                .as(
                        "Tasklist asks for no facts when it starts a process; those of the programme are written into the form")
                .allSatisfy(form -> assertThat(
                                new ObjectMapper().readTree(form.toFile()).path("components"))
                        .filteredOn(component -> component
                                .path("text")
                                .asText()
                                .replaceAll("\\{\\{programme\\.\\w+}}", "")
                                .contains("{{"))
                        .allSatisfy(
                                text -> assertThat(text.at("/conditional/hide").asText())
                                        .as("it is hidden where there are no facts")
                                        .isNotEmpty()));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String file : processes()) {
            all(file, FlowNode.class).forEach(node -> {
                Map<String, String> inputs = inputs(node);
                used.addAll(words(file, inputs.getOrDefault("text", "")));
                used.addAll(words(file, inputs.getOrDefault("mail", "")));
            });
        }
        ladders().values().forEach(used::addAll);
        String sources = String.join("\n", sources(Path.of("src/main/java")));
        assertThat(texts().stream()
                        .map(file -> file.replaceFirst(".*/", "").replaceFirst("\\..*", ""))
                        .filter(name -> !sources.contains("\"" + name + "\"")))
                .isSubsetOf(used);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void noFormShowsAGroupThePersonalAnswersItMayNotSee(String file) {
        List<String> wrong = new ArrayList<>();
        all(file, UserTask.class)
                .filter(task -> FORMS.containsKey(String.valueOf(camunda(task, "formRef"))))
                .filter(task -> !task.getCamundaCandidateGroupsList().isEmpty())
                .forEach(task -> programmes(file)
                        .filter(programme -> !task.getCamundaCandidateGroups().contains("${")
                                && !programme
                                        .sight(task.getCamundaCandidateGroupsList())
                                        .everything())
                        .forEach(programme -> FORMS.get(camunda(task, "formRef")).readPaths().stream()
                                .filter(ModelTests::isPersonal)
                                .forEach(path -> wrong.add("%s shows %s %s"
                                        .formatted(task.getId(), task.getCamundaCandidateGroups(), path)))));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void whoIsAskedBesideSomebodyElseDoesNotFindTheAnswersOfTheOther(String file) {
        List<String> wrong = new ArrayList<>();
        Map<String, Set<String>> asked = new TreeMap<>();
        all(file, CallActivity.class)
                .filter(call -> "ask-participant".equals(call.getCalledElement()))
                .forEach(
                        call -> formsOf(file, call).forEach(form -> asked.computeIfAbsent(form, none -> new TreeSet<>())
                                .add(
                                        call.getLoopCharacteristics() == null
                                                ? inputs(call).get("who")
                                                : "both, each")));
        asked.forEach((id, sides) -> {
            Form form = FORMS.get(id);
            boolean several = sides.size() > 1 || sides.contains("both, each");
            if (form != null && several && !form.signsItself()) {
                form.fields().stream()
                        .filter(field -> !field.properties().containsKey("prefill"))
                        .forEach(field -> wrong.add("%s: %s".formatted(id, field.key())));
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static boolean isPersonal(String path) {
        String[] steps = path.split("\\.");
        return FORMS.values().stream().anyMatch(form -> form.fields().stream()
                .filter(field -> "true".equals(field.properties().get("personal")))
                .anyMatch(field -> Stream.of(steps).anyMatch(Names.camelCase(form.id())::equals)
                        && steps[steps.length - 1].equals(field.key())));
    }

    /** The words in a setting: a list, or what an expression of roles or a choice can come to. */
    private static List<String> words(String file, String value) {
        if (value.contains("${role}")) {
            return programmes(file)
                    .flatMap(programme -> programme.applications().keySet().stream())
                    .map(role -> value.replace("${role}", role))
                    .toList();
        }
        if (value.contains("${")) {
            return Pattern.compile("[?:]\\s*'([^']+)'")
                    .matcher(value)
                    .results()
                    .map(chosen -> chosen.group(1))
                    .toList();
        }
        return value.isBlank() ? List.of() : List.of(value.split(",\\s*"));
    }

    private static Map<String, Set<String>> ladders() {
        Map<String, Set<String>> texts = new TreeMap<>();
        FILES.tables().stream()
                .filter(table -> table.id().endsWith("-reminder-ladder"))
                .forEach(table -> texts.put(
                        table.file(),
                        table.rows().stream()
                                .map(row -> row.text("text"))
                                .filter(text -> !text.isEmpty())
                                .collect(toSet())));
        return texts;
    }

    /** The programmes a file belongs to: its own, or all of them. */
    private static Stream<Programme> programmes(String file) {
        return folders(file).map(PROGRAMMES::get);
    }

    private static Stream<String> folders(String file) {
        String folder = file.split("/")[1];
        return folder.equals("shared") ? PROGRAMMES.keySet().stream() : Stream.of(folder);
    }

    private static Set<String> messages() {
        return processes().stream()
                .flatMap(file -> all(file, Message.class))
                .map(Message::getName)
                .collect(toSet());
    }

    private static Set<String> processIds() {
        return processes().stream().map(ModelTests::id).collect(toSet());
    }

    private static ModelFiles.Table table(String file) {
        return FILES.tables().stream()
                .filter(table -> table.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static String id(String file) {
        return file.replaceFirst(".*/", "").replaceFirst("\\.[a-z]+$", "");
    }

    private static boolean isStep(FlowNode node) {
        return switch (node.getElementType().getTypeName()) {
            case "serviceTask", "sendTask", "businessRuleTask" -> true;
            default -> false;
        };
    }

    private static String step(FlowNode node) {
        var name = STEP.matcher(String.valueOf(camunda(node, "delegateExpression")));
        return name.matches() ? name.group(1) : "";
    }

    private static String camunda(ModelElementInstance element, String attribute) {
        return element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute);
    }

    /** The forms a participant is asked with: the one named here, or those that the callers of a shared process name. */
    private static Set<String> formsOf(String file, CallActivity call) {
        String form = inputs(call).getOrDefault("form", "");
        var named = STEP.matcher(form);
        if (!named.matches()) {
            return form.isEmpty() ? Set.of() : Set.of(form);
        }
        return processes().stream()
                .flatMap(caller -> all(caller, CallActivity.class))
                .filter(caller -> caller.getCalledElement().equals(id(file)))
                .map(caller -> inputs(caller).getOrDefault(named.group(1), ""))
                .collect(toSet());
    }

    private static Map<String, String> inputs(FlowNode node) {
        Map<String, String> inputs = new LinkedHashMap<>();
        parts(node, CamundaInputParameter.class)
                .forEach(input -> inputs.put(
                        input.getCamundaName(), input.getTextContent().strip()));
        return inputs;
    }

    /** Parts of an element's own configuration, not of what lies inside it. */
    private static <T extends ModelElementInstance> Stream<T> parts(FlowNode node, Class<T> type) {
        return ((BpmnModelInstance) node.getModelInstance())
                .getModelElementsByType(type).stream()
                        .filter(part -> around(part).equals(node.getId()));
    }

    private static String around(ModelElementInstance part) {
        ModelElementInstance here = part.getParentElement();
        while (!(here instanceof FlowNode) && !(here instanceof Process)) {
            here = here.getParentElement();
        }
        return ((BaseElement) here).getId();
    }

    private static <T extends ModelElementInstance> Stream<T> all(String file, Class<T> type) {
        return PROCESSES.get(file).getModelElementsByType(type).stream();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** What the id of a node begins with: its type, and for an event in the middle what it waits for or raises. */
    private static String prefix(FlowNode node) {
        if (node instanceof Gateway) {
            return "gateway";
        }
        String type = node.getElementType().getTypeName();
        if (type.startsWith("intermediate")) {
            return node.getChildElementsByType(EventDefinition.class).stream()
                    .map(event -> event.getElementType().getTypeName().replace("Definition", ""))
                    .findFirst()
                    .orElse("event");
        }
        return type;
    }

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new TreeMap<>();
        FILES.forms().stream().map(ProgrammeFile::text).map(Form::parse).forEach(form -> forms.put(form.id(), form));
        return forms;
    }

    private static Map<String, Programme> programmes() {
        JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        Map<String, Programme> programmes = new TreeMap<>();
        for (Path file : files(Path.of("processes"), "programme.yaml")) {
            try {
                Programme programme = mapper.convertValue(new Yaml().load(Files.readString(file)), Programme.class);
                programmes.put(programme.key(), programme);
            } catch (IOException unreadable) {
                fail(unreadable);
            }
        }
        return programmes;
    }

    private static List<String> texts() {
        return files(Path.of("processes"), ".txt").stream().map(Path::toString).toList();
    }

    private static List<String> sources(Path folder) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path file : files(folder, ".java")) {
            sources.add(Files.readString(file));
        }
        return sources;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return fail(unreadable);
        }
    }
}
