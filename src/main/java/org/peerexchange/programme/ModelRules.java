package org.peerexchange.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.people.Installation;
import org.springframework.stereotype.Component;

/**
 * Every model can run to its end and be read: somebody can start it, every task is somebody's and has a due date, timers fire at a
 * date, gateways have a way out, and everything is drawn.
 */
@Component
public class ModelRules implements ModelCheck {

    private static final Set<String> SPLITS = Set.of("exclusiveGateway", "inclusiveGateway");

    /** The steps that open pairs. */
    private static final Set<String> PAIRING = Set.of("proposePairs", "openPairs");

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        oneName(files, wrong);
        files.programmes().forEach((file, programme) -> groups(files, file, programme, wrong));
        Set<String> started = started(files);
        for (ModelFiles.Process process : files.processes()) {
            tasks(files, process, wrong);
            timers(process, wrong);
            splits(process, wrong);
            drawn(process, wrong);
            startable(files, process, started, wrong);
            numbered(files, process, wrong);
        }
        return wrong;
    }

    private static void oneName(ModelFiles files, List<String> wrong) {
        Map<String, String> processes = new LinkedHashMap<>();
        files.processes().forEach(process -> once("process", process.id(), process.file(), processes, wrong));
        Map<String, String> keys = new LinkedHashMap<>();
        files.programmes().forEach((file, programme) -> once("programme", programme.key(), file, keys, wrong));
        Map<String, String> series = new LinkedHashMap<>();
        files.programmes().forEach((file, programme) -> programme
                .numbers()
                .values()
                .forEach(letters -> once("beginning of case numbers", letters, file, series, wrong)));
        Map<String, String> tables = new LinkedHashMap<>();
        files.tables().forEach(table -> once("table", table.id(), table.file(), tables, wrong));
        Map<String, String> groups = new LinkedHashMap<>();
        files.programmes()
                .forEach((file, programme) -> programme.groups().keySet().forEach(group -> {
                    String other = groups.putIfAbsent(group, file);
                    if (other != null) {
                        wrong.add(
                                "%s, groups: the group \"%s\" is already in %s; use it without naming it here, or give yours another id."
                                        .formatted(file, group, other));
                    }
                }));
    }

    /** The groups that a programme is run by and shown to. */
    private static void groups(ModelFiles files, String file, Programme programme, List<String> wrong) {
        Stream.concat(Stream.of(programme.staffGroup()), programme.sight().keySet().stream())
                .distinct()
                .filter(group -> !files.groups().containsKey(group))
                .forEach(group -> wrong.add("%s: there is no group \"%s\"; add it to \"groups\", or use one of %s."
                        .formatted(file, group, inWords(files.groups().keySet()))));
    }

    private static String inWords(Set<String> groups) {
        return groups.stream().sorted().collect(Collectors.joining(", "));
    }

    private static void once(String what, String id, String file, Map<String, String> known, List<String> wrong) {
        String other = known.putIfAbsent(id, file);
        if (other != null) {
            wrong.add("%s, %s: the %s \"%s\" is already in %s; give it a name of its own."
                    .formatted(file, id, what, id, other));
        }
    }

    private static void tasks(ModelFiles files, ModelFiles.Process process, List<String> wrong) {
        process.root().all("userTask").forEach(task -> {
            if (task.at("camunda:dueDate").isEmpty()) {
                say(
                        process,
                        task,
                        "the task has no due date; give it one such as ${dates.of(execution, 'plan-decision')}",
                        wrong);
            }
            String groups = task.at("camunda:candidateGroups");
            if (groups.isEmpty() && task.at("camunda:assignee").isEmpty()) {
                say(process, task, "the task is nobody's; name the group that does it", wrong);
            }
            Stream.of(groups.split(",\\s*"))
                    .filter(group -> !group.isEmpty() && !group.contains("{"))
                    .filter(group -> !group.equals(Installation.ADMINISTRATORS)
                            && !files.groups().containsKey(group))
                    .forEach(group -> say(
                            process,
                            task,
                            "there is no group \"%s\"; add it to \"groups\" in programme.yaml, or use one of %s"
                                    .formatted(group, inWords(files.groups().keySet())),
                            wrong));
        });
    }

    private static void timers(ModelFiles.Process process, List<String> wrong) {
        process.nodes().forEach(node -> node.children("timerEventDefinition")
                .filter(timer -> timer.children("timeDate")
                        .filter(date -> !date.text().isBlank())
                        .findAny()
                        .isEmpty())
                .forEach(timer -> say(
                        process,
                        node,
                        "the timer has no date; cycles and durations drift, so write ${dates.of(execution, '…')} with a name from the table of deadlines",
                        wrong)));
    }

    private static void splits(ModelFiles.Process process, List<String> wrong) {
        Map<String, Tag> flows = new LinkedHashMap<>();
        process.root().all("sequenceFlow").forEach(flow -> flows.put(flow.id(), flow));
        for (Tag gateway : process.nodes()) {
            List<Tag> leaving = flows.values().stream()
                    .filter(flow -> flow.at("sourceRef").equals(gateway.id()))
                    .toList();
            if (!SPLITS.contains(gateway.name()) || leaving.size() < 2) {
                continue;
            }
            String otherwise = gateway.at("default");
            if (otherwise.isEmpty()) {
                say(
                        process,
                        gateway,
                        "the gateway has no default flow; without one a case ends in an error when no condition is true",
                        wrong);
            }
            leaving.stream()
                    .filter(flow -> !flow.id().equals(otherwise)
                            && flow.children("conditionExpression").findAny().isEmpty())
                    .forEach(flow -> say(process, flow, "the flow has no condition and is not the default", wrong));
        }
    }

    private static void drawn(ModelFiles.Process process, List<String> wrong) {
        Set<String> drawn = process.root()
                .all("BPMNShape", "BPMNEdge")
                .map(shape -> shape.at("bpmnElement"))
                .collect(Collectors.toSet());
        if (drawn.isEmpty()) {
            say(process, process.process(), "the model has no picture; draw it in Camunda Modeler", wrong);
            return;
        }
        Stream.concat(process.nodes().stream(), process.root().all("sequenceFlow"))
                .filter(element -> !drawn.contains(element.id()))
                .forEach(element -> say(process, element, "it is not drawn", wrong));
    }

    /** The processes that something starts, calls or applies for. */
    private static Set<String> started(ModelFiles files) {
        Set<String> started = files.processes().stream()
                .flatMap(process -> process.nodes().stream())
                .flatMap(node ->
                        Stream.of(node.at("calledElement"), node.inputs().getOrDefault("process", "")))
                .collect(Collectors.toSet());
        files.programmes().values().stream()
                .flatMap(programme -> programme.applications().values().stream())
                .forEach(kind -> started.add(kind.process()));
        return started;
    }

    private static void startable(
            ModelFiles files, ModelFiles.Process process, Set<String> started, List<String> wrong) {
        List<Tag> starts = process.process().children("startEvent").toList();
        boolean byStaff = !process.process().at("camunda:isStartableInTasklist").equals("false")
                && starts.stream()
                        .anyMatch(start -> !start.at("camunda:formRef").isEmpty());
        boolean byMessage = starts.stream()
                .anyMatch(start ->
                        start.children("messageEventDefinition").findAny().isPresent());
        boolean byTimer = starts.stream()
                .anyMatch(start ->
                        start.children("timerEventDefinition").findAny().isPresent());
        boolean byTheApplication = process.programme().equals(ProgrammeFiles.SHARED);
        if (!byStaff && !byMessage && !byTimer && !byTheApplication && !started.contains(process.id())) {
            say(
                    process,
                    process.process(),
                    "nobody can start it: no other process calls or starts it, no role applies with it, and staff cannot start it in Tasklist by a form",
                    wrong);
        }
        if (byStaff) {
            subject(files, process, wrong);
        }
    }

    /** Whoever starts a process by a form must find it belong to something. */
    private static void subject(ModelFiles files, ModelFiles.Process process, List<String> wrong) {
        Map<String, String> said = new LinkedHashMap<>();
        process.process().settings("property").forEach(property -> said.put(property.at("name"), property.at("value")));
        boolean named = said.containsKey("about") && !said.get("about").equals(Case.CYCLE);
        if (!said.containsKey("programme")
                || said.containsKey("opens") == said.containsKey("about")
                || named && !(said.containsKey("namedBy") && said.containsKey("states"))) {
            say(
                    process,
                    process.process(),
                    "staff start it by a form, but it does not say by its properties what it is about: \"programme\", and either \"opens\" (a kind of case) or \"about\" (cycle, or another kind of case with \"namedBy\" and \"states\")",
                    wrong);
            return;
        }
        if (files.programmesOf(said.get("programme")).isEmpty()) {
            say(process, process.process(), "there is no programme \"%s\"".formatted(said.get("programme")), wrong);
        }
    }

    /** Cases that a model opens need numbers, too. */
    private static void numbered(ModelFiles files, ModelFiles.Process process, List<String> wrong) {
        Stream<String> opened = process.process()
                .settings("property")
                .filter(property -> property.at("name").equals("opens"))
                .map(property -> property.at("value"));
        Stream<String> paired = process.nodes().stream()
                .map(ModelFiles.Process::step)
                .filter(PAIRING::contains)
                .map(step -> Case.PAIR);
        Stream.concat(opened, paired).distinct().forEach(kind -> files.programmesOf(process).stream()
                .filter(programme -> !programme.numbers().containsKey(kind))
                .forEach(programme -> say(
                        process,
                        process.process(),
                        "it opens cases of the kind \"%s\", but \"numbers\" of %s does not say what their numbers begin with"
                                .formatted(kind, programme.key()),
                        wrong)));
    }

    private static void say(ModelFiles.Process process, Tag element, String what, List<String> wrong) {
        wrong.add("%s, %s: %s.".formatted(process.file(), element.id(), what));
    }
}
