package org.peerexchange.programme.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Reads the catalogue of steps from where each step is, without an engine: from the annotation {@link Step} of a class, and from
 * a process in {@code processes/shared} that others call. Such a process says it by its documentation and by properties of its
 * own: {@code topic}, {@code example}, {@code in <name>} with the value {@code <kind>; <example>; <what it is>} (a kind that ends
 * in {@code ?} is optional), {@code out <name>}, and {@code trouble <number>} with the value {@code <when>; <what is then seen>}.
 */
@Configuration(proxyBeanMethods = false)
public class CatalogueReader {

    private static final String ROOMS = "org.peerexchange";
    private static final Pattern INPUT = Pattern.compile("(\\w+)(\\?)?; (.+?); (.+)", Pattern.DOTALL);
    private static final String TOPIC = "topic";
    private static final String EXAMPLE = "example";
    private static final String IN = "in ";
    private static final String OUT = "out ";
    private static final String TROUBLE = "trouble ";

    @Bean
    Catalogue catalogue() {
        return read();
    }

    /** Reads every entry. */
    public static Catalogue read() {
        Stream<Catalogue.Entry> called = new ModelReader(
                        ProgrammeFiles.builtIn().of(ProgrammeFiles.SHARED))
                .processes().values().stream().flatMap(CatalogueReader::called);
        return new Catalogue(Stream.concat(steps(), called).toList());
    }

    private static Stream<Catalogue.Entry> steps() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Step.class));
        return scanner.findCandidateComponents(ROOMS).stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .map(CatalogueReader::entry);
    }

    private static Catalogue.Entry entry(Class<?> type) {
        Step step = type.getAnnotation(Step.class);
        return new Catalogue.Entry(
                step.id().isEmpty() ? type.getAnnotation(Component.class).value() : step.id(),
                step.name(),
                step.does(),
                step.topic(),
                step.on(),
                Arrays.stream(step.in())
                        .map(in -> new Catalogue.Input(
                                in.name(),
                                in.is(),
                                in.kind(),
                                !in.optional(),
                                List.of(in.options()),
                                in.example(),
                                in.internal()))
                        .toList(),
                Arrays.stream(step.out())
                        .map(out -> new Catalogue.Output(out.name(), out.is(), out.heard()))
                        .toList(),
                Arrays.stream(step.troubles())
                        .map(trouble -> new Catalogue.Trouble(trouble.when(), trouble.then()))
                        .toList(),
                step.example(),
                step.internal(),
                step.forStaff());
    }

    private static Stream<Catalogue.Entry> called(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(process -> said(process, TOPIC).findAny().isPresent())
                .map(CatalogueReader::entry);
    }

    private static Catalogue.Entry entry(Process process) {
        List<Catalogue.Input> inputs = new ArrayList<>();
        said(process, IN).forEach(property -> inputs.add(input(process, property)));
        return new Catalogue.Entry(
                process.getId(),
                process.getName(),
                process.getDocumentations().iterator().next().getTextContent().strip(),
                Step.Topic.valueOf(one(process, TOPIC).toUpperCase(Locale.ROOT)),
                Step.Element.CALL_ACTIVITY,
                inputs,
                said(process, OUT)
                        .map(property -> new Catalogue.Output(after(property, OUT), property.getCamundaValue(), false))
                        .toList(),
                said(process, TROUBLE)
                        .map(property -> property.getCamundaValue().split("; ", 2))
                        .map(parts -> new Catalogue.Trouble(parts[0], parts[1]))
                        .toList(),
                one(process, EXAMPLE),
                false,
                false);
    }

    private static Catalogue.Input input(Process process, CamundaProperty property) {
        Matcher parts = INPUT.matcher(property.getCamundaValue());
        if (!parts.matches()) {
            throw new IllegalStateException("%s: the property \"%s\" does not say kind; example; what it is."
                    .formatted(process.getId(), property.getCamundaName()));
        }
        return new Catalogue.Input(
                after(property, IN),
                parts.group(4),
                Step.Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                parts.group(2) == null,
                List.of(),
                parts.group(3),
                false);
    }

    private static String one(Process process, String name) {
        return said(process, name)
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s has no property \"%s\" for the catalogue.".formatted(process.getId(), name)));
    }

    /** The process's own properties whose name begins so. */
    private static Stream<CamundaProperty> said(Process process, String name) {
        return process.getExtensionElements() == null
                ? Stream.of()
                : process
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> property.getCamundaName().startsWith(name));
    }

    private static String after(CamundaProperty property, String beginning) {
        return property.getCamundaName().substring(beginning.length());
    }
}
