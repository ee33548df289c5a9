package org.peerexchange;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.process.CatalogueReader;
import org.peerexchange.programme.process.ModelReader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The catalogue says of each step what the step does, and nothing else. */
class CatalogueTests {

    private static final Catalogue CATALOGUE = CatalogueReader.read();
    private static final Map<String, BpmnModelInstance> PROCESSES =
            new ModelReader(ProgrammeFiles.in("file:" + Path.of("").toAbsolutePath() + "/")).processes();
    private static final Map<String, Class<?>> DELEGATES = delegates();

    private static final Pattern READ =
            Pattern.compile("(?:getVariable(?:Local)?\\(|(?:said|codes)\\(\\w+, )\\s*\"(\\w+)\"");
    private static final Pattern WRITTEN = Pattern.compile("setVariable(?:Local)?\\(\\s*\"(\\w+)\"");
    private static final Pattern HELPED = Pattern.compile("\\b(Telling|request)\\s*\\.(\\w+)\\(");
    private static final Map<String, String> HELPERS = Map.of(
            "Telling", "src/main/java/org/peerexchange/programme/process/Telling.java",
            "request", "src/main/java/org/peerexchange/deadline/process/OpenRequest.java");

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
