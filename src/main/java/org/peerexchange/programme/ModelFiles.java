package org.peerexchange.programme;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.people.Groups;

/**
 * The files programmes consist of, before the engine takes them.
 *
 * @param processes every process
 * @param tables every decision table
 * @param forms every form
 * @param texts every mail text
 * @param dictionaries every dictionary
 * @param programmes every {@code programme.yaml}, by file
 */
public record ModelFiles(
        List<Process> processes,
        List<Table> tables,
        List<ProgrammeFile> forms,
        List<ProgrammeFile> texts,
        List<ProgrammeFile> dictionaries,
        Map<String, Programme> programmes) {

    /** The process in {@code processes/shared} that asks a participant for something. */
    public static final String ASKS = "ask-participant";

    private static final String ROLE = "${role}";

    /** What an expression of the form {@code ${condition ? 'one' : 'other'}} may come to. */
    private static final Pattern CHOSEN = Pattern.compile("[?:]\\s*'([^']+)'");

    /**
     * A process.
     *
     * @param programme key of the programme it belongs to, or {@link ProgrammeFiles#SHARED}
     * @param file where it lies, such as {@code processes/exchange/visit.bpmn}
     * @param root everything in the file
     * @param nodes everything that flows lead to
     * @param hears the names of the messages that it hears
     * @param words what its elements are configured with
     * @param calls the processes it calls
     */
    public record Process(
            String programme,
            String file,
            Tag root,
            List<Tag> nodes,
            Set<String> hears,
            List<Word> words,
            List<Call> calls) {

        private static final String[] NODES = {
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "complexGateway",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "scriptTask",
            "manualTask",
            "task",
            "callActivity",
            "subProcess",
            "transaction"
        };

        private static final Pattern STEP = Pattern.compile("\\$\\{(\\w+)}");

        public Process(ProgrammeFile file, Tag root, List<Word> words, List<Call> calls) {
            this(file.programme(), file.name(), root, root.all(NODES).toList(), heardIn(root), words, calls);
        }

        /** The process itself; the file's whole content when it holds none. */
        public Tag process() {
            return root.children("process").findFirst().orElse(root);
        }

        public String id() {
            return process().id();
        }

        /** The step that a task names, or the process it calls; empty when it does neither. */
        public static String step(Tag node) {
            Matcher step = STEP.matcher(node.at("camunda:delegateExpression"));
            return step.matches() ? step.group(1) : node.at("calledElement");
        }

        private static Set<String> heardIn(Tag root) {
            Map<String, String> names = new LinkedHashMap<>();
            root.children("message").forEach(message -> names.put(message.id(), message.at("name")));
            return root.all("messageEventDefinition", "receiveTask")
                    .map(event -> names.getOrDefault(event.at("messageRef"), ""))
                    .collect(Collectors.toSet());
        }
    }

    /**
     * A call of another process.
     *
     * @param element the id of the element that calls
     * @param process the id of the process that is called
     * @param takes the variables of the called process that the caller takes over
     */
    public record Call(String element, String process, Set<String> takes) {}

    /**
     * A word that an element of a process is configured with.
     *
     * @param element the element's id
     * @param name what the word is for, such as {@code deadline}
     * @param value the word, or an expression that yields it
     */
    public record Word(String element, String name, String value) {

        public boolean isExpression() {
            return value.contains("${") || value.contains("#{");
        }
    }

    /**
     * A decision table.
     *
     * @param programme key of the programme it belongs to
     * @param file where it lies
     * @param root everything in the file
     * @param id its id
     * @param inputs the expressions of its columns
     * @param outputs the names of what it says
     * @param rows its rules, from the first
     */
    public record Table(
            String programme,
            String file,
            Tag root,
            String id,
            List<String> inputs,
            List<String> outputs,
            List<Row> rows) {}

    /**
     * A rule of a table.
     *
     * @param number counted from 1
     * @param conditions what its input cells hold
     * @param says its output cells by name, as expressions
     */
    public record Row(int number, List<String> conditions, Map<String, String> says) {

        /** The plain text in an output cell; empty when there is none, or an expression that computes something. */
        public String text(String output) {
            return plain(says.getOrDefault(output, ""));
        }
    }

    /** The groups of staff of all programmes, by id. */
    public Map<String, Groups.Group> groups() {
        Map<String, Groups.Group> groups = new LinkedHashMap<>();
        programmes.values().forEach(programme -> groups.putAll(programme.groups()));
        return groups;
    }

    /** The programmes that something belongs to: its own, or each when all share it. */
    public List<Programme> programmesOf(String programme) {
        return programmes.values().stream()
                .filter(one -> programme.equals(ProgrammeFiles.SHARED) || programme.equals(one.key()))
                .toList();
    }

    /**
     * The programmes that a process belongs to: its own; of one that is shared those whose models call it, or each when it is
     * called by none, since the application itself starts it.
     */
    public List<Programme> programmesOf(Process process) {
        if (!process.programme().equals(ProgrammeFiles.SHARED)) {
            return programmesOf(process.programme());
        }
        Set<String> callers = new HashSet<>();
        collectCallers(process.id(), new HashSet<>(), callers);
        List<Programme> users = programmes.values().stream()
                .filter(one -> callers.contains(one.key()))
                .toList();
        return users.isEmpty() ? programmesOf(ProgrammeFiles.SHARED) : users;
    }

    private void collectCallers(String called, Set<String> seen, Set<String> callers) {
        if (!seen.add(called)) {
            return;
        }
        processes.stream()
                .filter(process -> process.nodes().stream()
                        .anyMatch(node -> node.at("calledElement").equals(called)))
                .forEach(process -> {
                    if (process.programme().equals(ProgrammeFiles.SHARED)) {
                        collectCallers(process.id(), seen, callers);
                    } else {
                        callers.add(process.programme());
                    }
                });
    }

    /** The words in a setting: a list, those an expression chooses from, or one for each role that can be applied for. */
    public List<String> words(String programme, String setting) {
        if (setting.contains(ROLE)) {
            return programmesOf(programme).stream()
                    .flatMap(one -> one.applications().keySet().stream())
                    .map(role -> setting.replace(ROLE, role))
                    .toList();
        }
        if (setting.contains("{")) {
            return CHOSEN.matcher(setting)
                    .results()
                    .map(chosen -> chosen.group(1))
                    .toList();
        }
        return setting.isBlank() ? List.of() : List.of(setting.split(",\\s*"));
    }

    /** These files and others. */
    public ModelFiles and(ModelFiles others) {
        Map<String, Programme> allProgrammes = new LinkedHashMap<>(programmes);
        allProgrammes.putAll(others.programmes);
        return new ModelFiles(
                both(processes, others.processes),
                both(tables, others.tables),
                both(forms, others.forms),
                both(texts, others.texts),
                both(dictionaries, others.dictionaries),
                allProgrammes);
    }

    private static <F> List<F> both(List<F> some, List<F> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The text of a literal such as {@code "standard"}; empty for anything else. */
    public static String plain(String cell) {
        return cell.matches("\"(?:[^\"\\\\]|\\\\.)*\"") ? cell.substring(1, cell.length() - 1) : "";
    }

    /**
     * The tables that answer for a name in a programme: its own {@code <programme>-<name>}. What all programmes share must find
     * its words in the table of each.
     */
    public List<Table> tablesFor(String programme, String name) {
        Set<String> wanted = programmesOf(programme).stream()
                .map(one -> Tables.ofProgramme(one.key(), name))
                .collect(Collectors.toSet());
        return tables.stream().filter(table -> wanted.contains(table.id())).toList();
    }

    /** The tables that answer for a name in the programmes that a process belongs to. */
    public List<Table> tablesFor(Process process, String name) {
        List<Programme> users = programmesOf(process);
        return users.isEmpty()
                ? tablesFor(process.programme(), name)
                : users.stream()
                        .flatMap(programme -> tablesFor(programme.key(), name).stream())
                        .distinct()
                        .toList();
    }
}
