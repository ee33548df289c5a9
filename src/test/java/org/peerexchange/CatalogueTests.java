package org.peerexchange;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.ElementTemplates;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.Step;
import org.peerexchange.programme.StepExample;
import org.peerexchange.programme.process.CatalogueReader;
import org.peerexchange.programme.process.ModelReader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The catalogue says of each step what the step does, and nothing else. */
class CatalogueTests {

    private static final Catalogue CATALOGUE = CatalogueReader.read();
    private static final ModelReader READER =
            new ModelReader(ProgrammeFiles.in("file:" + Path.of("").toAbsolutePath() + "/"));
    private static final Map<String, BpmnModelInstance> PROCESSES = READER.processes();
    private static final ModelFiles FILES = READER.read();
    private static final Map<String, Class<?>> DELEGATES = delegates();

    private static final Pattern READ =
            Pattern.compile("(?:getVariable(?:Local)?\\(|(?:said|codes)\\(\\w+, )\\s*\"(\\w+)\"");
    private static final Pattern WRITTEN = Pattern.compile("setVariable(?:Local)?\\(\\s*\"(\\w+)\"");
    private static final Pattern HELPED = Pattern.compile("\\b(Telling|request)\\s*\\.(\\w+)\\(");
    private static final Map<String, String> HELPERS = Map.of(
            "Telling", "src/main/java/org/peerexchange/programme/process/Telling.java",
            "request", "src/main/java/org/peerexchange/deadline/process/OpenRequest.java");

    private static final Path TEMPLATES = Path.of(".camunda/element-templates/peer-exchange.json");

    private static final String MODEL =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:process id="example" isExecutable="true">
            %s
              </bpmn:process>
            </bpmn:definitions>
            """;

    static Collection<String> delegateNames() {
        return DELEGATES.keySet();
    }

    static Collection<String> processes() {
        return PROCESSES.keySet();
    }

    static Collection<Catalogue.Entry> entries() {
        return CATALOGUE.all();
    }

    @Test
    void holdsEveryBeanThatAModelCanName() {
        assertThat(CATALOGUE.all().stream()
                        .filter(entry -> entry.element().isDelegate())
                        .map(Catalogue.Entry::id))
                .containsExactlyInAnyOrderElementsOf(DELEGATES.keySet());
    }

    @Test
    void holdsWhatIsNotAStepInCodeToo() {
        assertThat(CATALOGUE.step("ask-participant").orElseThrow().inputs())
                .extracting(Catalogue.Input::name)
                .containsExactly("who", "form", "task", "deadline", "ladder", "mail");
        assertThat(CATALOGUE.step("dates")).isPresent();
        assertThat(CATALOGUE.step("ask-staff")).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("delegateNames")
    void namesEveryInputThatTheStepReadsAndNoOther(String bean) {
        String source = source(DELEGATES.get(bean));
        Set<String> read = found(READ, source);
        HELPED.matcher(source)
                .results()
                .forEach(call -> read.addAll(found(READ, method(HELPERS.get(call.group(1)), call.group(2)))));
        assertThat(step(bean).inputs()).extracting(Catalogue.Input::name).containsExactlyInAnyOrderElementsOf(read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("delegateNames")
    void namesEveryVariableThatTheStepWritesAndNoOther(String bean) {
        assertThat(step(bean).outputs())
                .extracting(Catalogue.Output::name)
                .containsExactlyInAnyOrderElementsOf(found(WRITTEN, source(DELEGATES.get(bean))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void isWhatModelsKeepTo(String file) {
        List<String> wrong = new ArrayList<>();
        PROCESSES.get(file).getModelElementsByType(FlowNode.class).forEach(node -> used(node)
                .ifPresent(entry -> {
                    if (!node.getElementType()
                            .getTypeName()
                            .equals(entry.element().tag())) {
                        wrong.add("%s: %s goes on a %s"
                                .formatted(
                                        node.getId(),
                                        entry.id(),
                                        entry.element().label()));
                    }
                    Set<String> given = given(node);
                    entry.inputs().stream()
                            .filter(input -> input.needed() && !entry.internal() && !given.contains(input.name()))
                            .forEach(input -> wrong.add("%s does not say %s".formatted(node.getId(), input.name())));
                    if (entry.element().isDelegate()) {
                        given.stream()
                                .filter(name -> entry.input(name).isEmpty())
                                .forEach(name -> wrong.add("%s says %s, which %s does not read"
                                        .formatted(node.getId(), name, entry.id())));
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void saysEverythingInWords(Catalogue.Entry entry) {
        assertThat(entry.name()).matches("[A-Z].*[^.]");
        assertThat(entry.does()).matches("(?s)[A-Z].*\\.");
        assertThat(entry.example()).matches("[A-Z].*[^.]");
        assertThat(entry.inputs()).allSatisfy(input -> {
            assertThat(input.is()).isNotBlank().doesNotEndWith(".");
            assertThat(input.example()).isNotBlank();
            if (!input.options().isEmpty()) {
                assertThat(input.options()).contains(input.example());
            }
        });
        assertThat(entry.outputs()).allSatisfy(output -> assertThat(output.is()).isNotBlank());
        assertThat(entry.troubles()).allSatisfy(trouble -> {
            assertThat(trouble.when()).matches("[A-Z].*[^.]");
            assertThat(trouble.then()).matches("[A-Z].*\\.");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void givesAnExampleThatCouldStandInAModel(Catalogue.Entry entry) {
        BpmnModelInstance model = Bpmn.readModelFromStream(
                new ByteArrayInputStream(MODEL.formatted(StepExample.of(entry)).getBytes(StandardCharsets.UTF_8)));
        FlowNode node = model.getModelElementsByType(FlowNode.class).iterator().next();
        assertThat(node.getName()).isEqualTo(entry.example());
        assertThat(node.getId()).matches("[a-z][A-Za-z]+_[a-z][A-Za-z]+");
        if (entry.element().isNamed()) {
            assertThat(used(node)).contains(entry);
            assertThat(given(node))
                    .hasSameSizeAs(entry.inputs().stream()
                            .filter(input -> !input.internal())
                            .toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void givesExamplesThatExist(Catalogue.Entry entry) {
        assertThat(entry.inputs()).allSatisfy(input -> {
            Set<String> known = known(input.kind());
            if (known != null) {
                assertThat(known).contains(input.example().split(", "));
            }
        });
    }

    /** The file is written anew by {@code mvn test -Dtest=CatalogueTests -Dtemplates=write}. */
    @Test
    void isTheSameAsTheElementTemplatesForCamundaModeler() throws IOException {
        String templates = ElementTemplates.of(CATALOGUE);
        if ("write".equals(System.getProperty("templates"))) {
            Files.createDirectories(TEMPLATES.getParent());
            Files.writeString(TEMPLATES, templates);
        }
        assertThat(Files.readString(TEMPLATES)).isEqualTo(templates);
    }

    /** The words of a kind that there are, or null if anything can be said. */
    private static Set<String> known(Step.Kind kind) {
        Programme programme = FILES.programmes().values().stream()
                .filter(one -> one.key().equals("exchange"))
                .findFirst()
                .orElseThrow();
        return switch (kind) {
            case STATE, STATES -> programme.states().keySet();
            case CASE_KIND -> programme.numbers().keySet();
            case OCCASION -> programme.occasions().keySet();
            case GROUP -> programme.sight().keySet();
            case DEADLINE -> rows("exchange-deadlines");
            case LADDER -> rows("exchange-reminder-ladder");
            case FORM -> names(FILES.forms().stream().map(ProgrammeFile::name));
            case TABLE -> names(FILES.tables().stream().map(ModelFiles.Table::file));
            case PROCESS -> names(PROCESSES.keySet().stream());
            case TEXT -> names(Stream.of(new File("processes/exchange/texts").list()));
            case MESSAGE ->
                PROCESSES.values().stream()
                        .flatMap(model -> model.getModelElementsByType(Message.class).stream())
                        .map(Message::getName)
                        .collect(toSet());
            default -> null;
        };
    }

    private static Set<String> rows(String table) {
        return FILES.tables().stream()
                .filter(one -> one.id().equals(table))
                .flatMap(one -> one.rows().stream())
                .map(row -> ModelFiles.plain(row.conditions().get(0)))
                .collect(toSet());
    }

    private static Set<String> names(Stream<String> files) {
        return files.map(file -> file.replaceFirst(".*/", "").replaceFirst("\\..*", ""))
                .collect(toSet());
    }

    private static Optional<Catalogue.Entry> used(FlowNode node) {
        if (node instanceof CallActivity call) {
            return CATALOGUE.step(call.getCalledElement());
        }
        String bean = node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "delegateExpression");
        return node instanceof Task && bean != null
                ? Optional.of(step(bean.replaceAll("[${}]", "")))
                : Optional.empty();
    }

    private static Set<String> given(FlowNode node) {
        return node.getExtensionElements() == null
                ? Set.of()
                : node.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                        .flatMap(both -> both.getCamundaInputParameters().stream())
                        .filter(input -> !input.getTextContent().isBlank())
                        .map(CamundaInputParameter::getCamundaName)
                        .collect(toCollection(TreeSet::new));
    }

    private static Catalogue.Entry step(String id) {
        return CATALOGUE.step(id).orElseThrow(() -> new AssertionError("The catalogue does not know " + id));
    }

    private static Map<String, Class<?>> delegates() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        Map<String, Class<?>> delegates = new TreeMap<>();
        scanner.findCandidateComponents("org.peerexchange").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            delegates.put(type.getAnnotation(Component.class).value(), type);
        });
        return delegates;
    }

    private static Set<String> found(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
    }

    private static String source(Class<?> type) {
        return read("src/main/java/%s.java".formatted(type.getName().replace('.', '/')));
    }

    private static String method(String file, String name) {
        Matcher body = Pattern.compile("\\b%s\\(DelegateExecution .*?\\n    }".formatted(name), Pattern.DOTALL)
                .matcher(read(file));
        return Stream.of(body)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse("");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
