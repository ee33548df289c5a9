package org.peerexchange.submission;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.FactNames;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.ProgrammeSides;
import org.peerexchange.programme.Step;
import org.peerexchange.programme.Tag;
import org.springframework.stereotype.Component;

/** The names of {@link SubmissionFacts}, {@link PublicNames} and {@link AnonymousAnswers}: what the forms of a programme ask for. */
@Component
public class SubmissionFactNames implements FactNames {

    private static final String SAME_CASE = "processBusinessKey";

    private final Catalogue catalogue;
    private final ProgrammeSides sides;

    SubmissionFactNames(Catalogue catalogue, ProgrammeSides sides) {
        this.catalogue = catalogue;
        this.sides = sides;
    }

    @Override
    public Set<String> of(ModelFiles files, Programme programme) {
        Set<String> names =
                new TreeSet<>(Set.of("lastSent.document", "lastSent.by", "sent", "sides", "cycle.number", "anonymous"));
        Set<String> sidesOfCases = sides.of(files, programme);
        Set<String> inTheCycle = inTheCycle(files, programme);
        sidesOfCases.forEach(side -> names.add(side + ".publicName"));
        files.forms().stream()
                .filter(file -> Set.of(programme.key(), ProgrammeFiles.SHARED).contains(file.programme()))
                .flatMap(file -> ReadForms.readable(file).stream())
                .forEach(form -> {
                    String document = Names.camelCase(form.id());
                    if (form.isAnonymous()) {
                        names.add("anonymous.%s.answered".formatted(document));
                        names.add("anonymous.%s.questions".formatted(document));
                        return;
                    }
                    document(document, form, names);
                    sidesOfCases.forEach(side -> document(side + "." + document, form, names));
                    if (inTheCycle.contains(form.id())) {
                        answers(Case.CYCLE, form, names);
                    }
                });
        return names;
    }

    private static void document(String at, Form form, Set<String> names) {
        answers(at, form, names);
        Set.of("version", "sentBy", "order", "changes").forEach(one -> names.add(at + "." + one));
    }

    private static void answers(String at, Form form, Set<String> names) {
        names.add(at + ".inWords");
        form.fields().forEach(field -> {
            names.add(at + "." + field.key());
            names.add(at + ".inWords." + field.key());
        });
        form.uploads().forEach(upload -> names.add(at + "." + upload.name()));
    }

    /** The forms that are sent in a cycle's own case: those of the processes that open it or are about it, and of what these call. */
    private Set<String> inTheCycle(ModelFiles files, Programme programme) {
        Set<String> processes = new HashSet<>();
        files.processes().stream()
                .filter(process -> process.programme().equals(programme.key()))
                .filter(SubmissionFactNames::isAboutTheCycle)
                .forEach(process -> collect(files, process, processes));
        return files.processes().stream()
                .filter(process -> processes.contains(process.id()))
                .flatMap(process -> process.nodes().stream())
                .flatMap(this::forms)
                .collect(Collectors.toSet());
    }

    private static boolean isAboutTheCycle(ModelFiles.Process process) {
        return process.process()
                .settings("property")
                .anyMatch(property -> Set.of("opens", "about").contains(property.at("name"))
                        && property.at("value").equals(Case.CYCLE));
    }

    private static void collect(ModelFiles files, ModelFiles.Process process, Set<String> found) {
        if (!found.add(process.id())) {
            return;
        }
        process.nodes().stream()
                .filter(node -> node.is("callActivity")
                        && node.settings("in")
                                .anyMatch(in -> in.at("businessKey").contains(SAME_CASE)))
                .forEach(call -> files.processes().stream()
                        .filter(called -> called.id().equals(call.at("calledElement")))
                        .forEach(called -> collect(files, called, found)));
    }

    private Stream<String> forms(Tag node) {
        Stream<String> told = catalogue.step(ModelFiles.Process.step(node)).stream()
                .flatMap(entry -> entry.inputs().stream())
                .filter(input -> input.kind() == Step.Kind.FORM)
                .map(input -> node.inputs().getOrDefault(input.name(), ""));
        return Stream.concat(Stream.of(node.at("camunda:formRef")), told);
    }
}
