package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.Step;
import org.peerexchange.programme.Tag;
import org.springframework.stereotype.Component;

/** Whatever a model reads, something has written: a form's decision, a step, a called process, or whoever calls or starts it. */
@Component
public class VariablesCheck implements ModelCheck {

    private static final String ANSWERED = "answered";

    /** What an application begins with: the role it is for. */
    private static final String ROLE = "role";

    private static final Pattern TOLD = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern VARIABLE = Pattern.compile("(?<![.\\w'])([a-zA-Z_]\\w*)(?!\\w*\\()");
    private static final Set<String> WORDS_OF_EXPRESSIONS = Set.of(
            "true",
            "false",
            "null",
            "empty",
            "not",
            "and",
            "or",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "execution",
            "dates",
            "sides");

    private final Catalogue catalogue;

    VariablesCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        Map<String, Form> forms = new HashMap<>();
        files.forms().forEach(file -> ReadForms.readable(file).ifPresent(form -> forms.put(form.id(), form)));
        Variables variables = new Variables(files, forms);
        List<String> wrong = new ArrayList<>();
        Set<String> called = files.processes().stream()
                .flatMap(process -> process.nodes().stream())
                .map(node -> node.at("calledElement"))
                .collect(Collectors.toSet());
        // What is shared and called by no model is started by the application, which says what it needs.
        files.processes().stream()
                .filter(process -> !process.programme().equals(ProgrammeFiles.SHARED) || called.contains(process.id()))
                .forEach(process -> read(process, variables, wrong));
        return wrong;
    }

    private void read(ModelFiles.Process process, Variables variables, List<String> wrong) {
        Set<String> written = variables.written(process);
        process.root().all("sequenceFlow").forEach(flow -> flow.children("conditionExpression")
                .flatMap(condition -> names(condition.text()))
                .forEach(name -> known(process, flow, name, written, wrong)));
        for (Tag node : process.nodes()) {
            Stream.concat(
                            node.settings("inputParameter").map(Tag::text),
                            node.attributes().entrySet().stream()
                                    .filter(attribute -> !attribute.getKey().equals("camunda:delegateExpression"))
                                    .map(Map.Entry::getValue))
                    .flatMap(VariablesCheck::names)
                    .forEach(name -> known(process, node, name, written, wrong));
            node.settings("in")
                    .map(in -> in.at("source"))
                    .filter(source -> !source.isEmpty())
                    .forEach(name -> known(process, node, name, written, wrong));
            if (node.is("callActivity")) {
                taken(process, node, variables, wrong);
            }
        }
    }

    private static void known(
            ModelFiles.Process process, Tag element, String name, Set<String> written, List<String> wrong) {
        if (!written.contains(name)) {
            wrong.add("%s, %s: it reads \"%s\", which nothing writes.".formatted(process.file(), element.id(), name));
        }
    }

    /** What a call takes over from the process it has called. */
    private static void taken(ModelFiles.Process process, Tag call, Variables variables, List<String> wrong) {
        Optional<Set<String>> given = variables.given(process, call);
        if (given.isEmpty()) {
            return;
        }
        call.settings("out")
                .flatMap(out ->
                        out.at("source").isEmpty() ? names(out.at("sourceExpression")) : Stream.of(out.at("source")))
                .filter(name -> !given.get().contains(name))
                .forEach(name -> wrong.add("%s, %s: it takes over \"%s\", which %s does not give."
                        .formatted(
                                process.file(),
                                call.id(),
                                name,
                                call.inputs().containsKey("form")
                                        ? "the form " + call.inputs().get("form")
                                        : call.at("calledElement"))));
    }

    /** The variables that expressions read, without those they ask the execution for: these may be absent. */
    private static Stream<String> names(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .flatMap(expression -> VARIABLE.matcher(
                                LITERAL.matcher(expression.group(1)).replaceAll("''"))
                        .results())
                .map(found -> found.group(1))
                .filter(name -> !WORDS_OF_EXPRESSIONS.contains(name));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new LinkedHashSet<>(some);
        both.retainAll(others);
        return both;
    }

    /** Who writes what. */
    private class Variables {

        private final ModelFiles files;
        private final Map<String, Form> forms;
        private final Map<String, Set<String>> known = new HashMap<>();
        private final Map<String, Set<String>> saidWith;

        Variables(ModelFiles files, Map<String, Form> forms) {
            this.files = files;
            this.forms = forms;
            this.saidWith = saidWith();
        }

        /** Everything a process can find written. */
        Set<String> written(ModelFiles.Process process) {
            return known.computeIfAbsent(process.file(), file -> {
                Set<String> written = new LinkedHashSet<>();
                process.nodes().forEach(node -> byNode(node, written));
                byMessages(process, written);
                byCallers(process, written);
                return written;
            });
        }

        /** What a called process gives back; empty when there is no such process. */
        Optional<Set<String>> given(ModelFiles.Process process, Tag call) {
            String called = call.at("calledElement");
            if (called.equals(ModelFiles.ASKS)) {
                return formsOf(process, call.inputs().getOrDefault("form", ""))
                        .map(this::decisions)
                        .reduce(VariablesCheck::both)
                        .map(decisions -> {
                            Set<String> given = new LinkedHashSet<>(decisions);
                            given.add(ANSWERED);
                            return given;
                        });
            }
            return files.processes().stream()
                    .filter(other -> other.id().equals(called))
                    .findFirst()
                    .map(this::written);
        }

        /** The form a step names; of a process that is told its form, such as {@code ${form}}, those its callers name. */
        private Stream<String> formsOf(ModelFiles.Process process, String form) {
            Matcher told = TOLD.matcher(form);
            return told.matches()
                    ? files.processes().stream()
                            .flatMap(caller -> caller.nodes().stream())
                            .filter(node -> node.at("calledElement").equals(process.id()))
                            .map(node -> node.inputs().getOrDefault(told.group(1), ""))
                    : Stream.of(form);
        }

        private void byNode(Tag node, Set<String> written) {
            written.addAll(node.inputs().keySet());
            node.settings("outputParameter").forEach(output -> written.add(output.at("name")));
            node.settings("out").forEach(out -> written.add(out.at("target")));
            node.children("multiInstanceLoopCharacteristics")
                    .forEach(loop -> written.add(loop.at("camunda:elementVariable")));
            if (!node.is("callActivity")) {
                catalogue.step(ModelFiles.Process.step(node)).stream()
                        .flatMap(entry -> entry.outputs().stream())
                        .forEach(output -> written.add(output.name()));
            }
            written.addAll(decisions(node.at("camunda:formRef")));
        }

        /** What comes with a message: the answers to an offer, and what the step that sends it says. */
        private void byMessages(ModelFiles.Process process, Set<String> written) {
            Set<String> heard = process.hears();
            for (Programme programme : files.programmes().values()) {
                programme.offers().stream()
                        .filter(offer -> heard.contains(offer.message()))
                        .map(Programme.Offer::form)
                        // What was decided by the form of an application is known since then.
                        .filter(Objects::nonNull)
                        .forEach(form -> written.addAll(decisions(form)));
                Stream.ofNullable(programme.help())
                        .filter(help -> heard.contains(help.message()))
                        .forEach(help -> written.addAll(decisions(help.form())));
                programme.applications().values().stream()
                        .filter(kind -> kind.process().equals(process.id()))
                        .forEach(kind -> {
                            written.addAll(decisions(kind.form()));
                            written.add(ROLE);
                        });
            }
            heard.forEach(message -> written.addAll(saidWith.getOrDefault(message, Set.of())));
        }

        /** What steps say with each message. */
        private Map<String, Set<String>> saidWith() {
            Map<String, Set<String>> said = new HashMap<>();
            for (ModelFiles.Process process : files.processes()) {
                for (Tag node : process.nodes()) {
                    catalogue.step(ModelFiles.Process.step(node)).ifPresent(entry -> entry.inputs().stream()
                            .filter(input -> input.kind() == Step.Kind.MESSAGE)
                            .forEach(input -> entry.outputs().stream()
                                    .filter(Catalogue.Output::heard)
                                    .forEach(output -> said.computeIfAbsent(
                                                    node.inputs().getOrDefault(input.name(), ""),
                                                    message -> new HashSet<>())
                                            .add(output.name()))));
                }
            }
            return said;
        }

        private void byCallers(ModelFiles.Process process, Set<String> written) {
            files.processes().stream()
                    .flatMap(caller -> caller.nodes().stream())
                    .filter(node -> node.at("calledElement").equals(process.id()))
                    .forEach(call -> {
                        written.addAll(call.inputs().keySet());
                        call.settings("in").forEach(in -> written.add(in.at("target")));
                    });
        }

        private Set<String> decisions(String form) {
            return forms.containsKey(form) ? forms.get(form).decisions() : Set.of();
        }
    }
}
