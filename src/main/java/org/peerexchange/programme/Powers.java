package org.peerexchange.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Models are code: whoever brings one may do with it only what the {@link Catalogue} offers. So everything in a model or table
 * must be on a short list, and whatever else there is (scripts, classes, listeners, connectors, expressions that call something)
 * is refused: in the files of a programme, and by the engine itself whoever deploys.
 */
@Component
public class Powers implements ModelCheck {

    /** What a model may hold, whatever its namespace: the engine itself does not look at namespaces everywhere. */
    private static final Set<String> ELEMENTS = Set.of(
            ("definitions process documentation extensionElements collaboration participant messageFlow laneSet lane"
                            + " flowNodeRef childLaneSet association group category categoryValue categoryValueRef textAnnotation text"
                            + " startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent"
                            + " messageEventDefinition timerEventDefinition timeDate timeDuration timeCycle errorEventDefinition"
                            + " escalationEventDefinition signalEventDefinition terminateEventDefinition linkEventDefinition"
                            + " compensateEventDefinition cancelEventDefinition message error escalation signal"
                            + " sequenceFlow incoming outgoing conditionExpression"
                            + " exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway"
                            + " userTask serviceTask sendTask receiveTask businessRuleTask manualTask task callActivity"
                            + " subProcess transaction multiInstanceLoopCharacteristics loopCardinality completionCondition"
                            + " inputOutput inputParameter outputParameter in out properties property failedJobRetryTimeCycle"
                            + " BPMNDiagram BPMNPlane BPMNShape BPMNEdge BPMNLabel BPMNLabelStyle Bounds Font waypoint")
                    .split(" "));

    /** The engine's own attributes that only say where, when and by whom. */
    private static final Set<String> ATTRIBUTES = Set.of(
            ("asyncBefore asyncAfter exclusive delegateExpression assignee candidateGroups dueDate followUpDate priority"
                            + " formRef formRefBinding formRefVersion collection elementVariable historyTimeToLive"
                            + " isStartableInTasklist versionTag jobPriority taskPriority errorCodeVariable"
                            + " errorMessageVariable escalationCodeVariable calledElementBinding calledElementVersion"
                            + " modelerTemplate modelerTemplateVersion diagramRelationId")
                    .split(" "));

    /** What the most common of the others are, in words. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("scriptTask", "it is a script; a model does its work by steps of the catalogue"),
            Map.entry("script", "it holds a script; a model does its work by steps of the catalogue"),
            Map.entry("executionListener", "it has a listener; a model does its work by steps of the catalogue"),
            Map.entry("taskListener", "it has a listener; a model does its work by steps of the catalogue"),
            Map.entry("connector", "it has a connector; a model does its work by steps of the catalogue"),
            Map.entry("camunda:class", "it names the class \"%s\"; a model does its work by steps of the catalogue"),
            Map.entry(
                    "camunda:expression",
                    "it runs the expression \"%s\"; a model does its work by steps of the catalogue"),
            Map.entry(
                    "camunda:topic",
                    "it leaves its work to others under the topic \"%s\", which nobody knows; a model does its work by steps of the catalogue"),
            Map.entry("camunda:formKey", "it shows the page \"%s\"; a task shows a form, by camunda:formRef"),
            Map.entry("language", "its condition is a script in \"%s\"; write it as an expression such as ${answered}"),
            Map.entry(
                    "expressionLanguage",
                    "it computes in the language \"%s\"; tables are written in FEEL, which needs no language to be named"));

    private static final Set<String> STEPS = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final Set<String> WORDS_FOR_PEOPLE = Set.of("documentation", "text", "property");
    private static final Pattern STEP = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern BEGINS = Pattern.compile("[$#]\\{");
    private static final List<Pattern> CALLS = List.of(
            Pattern.compile("\\bexecution\\.(?:processBusinessKey|processInstanceId)\\b"),
            Pattern.compile("\\bexecution\\.getVariable\\(\\s*''\\s*\\)"),
            Pattern.compile("\\bdates\\.of\\(\\s*execution\\s*,\\s*(?:''|\\w+)\\s*\\)"),
            Pattern.compile("\\bsides\\.of\\(\\s*execution\\s*,\\s*''\\s*\\)"),
            Pattern.compile("\\bnow\\(\\)\\.(?:after|before)\\(\\s*value\\s*\\)"),
            Pattern.compile("\\bnow\\(\\)"));
    private static final Pattern PLAIN = Pattern.compile(
            "(?:[a-zA-Z_]\\w*(?!\\s*[\\w(.\\[])|(?:and|or|not|empty|eq|ne|lt|gt|le|ge|div|mod)\\b|\\d+(?:\\.\\d+)?|''|[-+*/%<>=!&|?:()\\s])*");
    private static final Pattern OPERATOR_BEFORE_A_BRACKET =
            Pattern.compile("\\b(?:and|or|not|empty|eq|ne|lt|gt|le|ge|div|mod)\\b");

    private final Catalogue catalogue;

    Powers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        files.processes().forEach(process -> wrong.addAll(ofModel(process.file(), process.root())));
        files.tables().forEach(table -> wrong.addAll(ofTable(table.file(), table.root())));
        return wrong;
    }

    /** What a model does that it may not: a sentence each. */
    public List<String> ofModel(String file, Tag root) {
        List<String> wrong = new ArrayList<>();
        model(file, "the model", root, wrong);
        return wrong;
    }

    private void model(String file, String around, Tag tag, List<String> wrong) {
        String element = tag.id().isEmpty() ? around : tag.id();
        if (!ELEMENTS.contains(tag.name())) {
            wrong.add(sentence(
                    file,
                    element,
                    KNOWN.getOrDefault(
                            tag.name(), "\"%s\" is not among what models are made of".formatted(tag.name()))));
            return;
        }
        if (tag.is("userTask")) {
            tag.children("documentation").forEach(words -> noExpressions(file, element, words.text(), wrong));
        }
        tag.attributes().forEach((name, value) -> attribute(file, element, tag, name, value, wrong));
        if (!WORDS_FOR_PEOPLE.contains(tag.name())) {
            expressions(file, element, tag.text(), wrong);
        }
        tag.children().forEach(child -> model(file, element, child, wrong));
    }

    /** The documentation of a task for people becomes its description, and the engine computes whatever expression is in it. */
    private static void noExpressions(String file, String element, String documentation, List<String> wrong) {
        expressions(documentation)
                .forEach(expression -> wrong.add(sentence(
                        file,
                        element,
                        "its documentation holds \"%s\", which the engine would compute; write it in words"
                                .formatted(expression))));
    }

    private void attribute(String file, String element, Tag tag, String name, String value, List<String> wrong) {
        boolean engines = name.startsWith(Tag.ENGINE);
        boolean scripted = name.equals("language") && tag.is("conditionExpression");
        if (scripted || engines && !ATTRIBUTES.contains(name.substring(Tag.ENGINE.length()))) {
            // An external task is told by its topic.
            if (!name.equals("camunda:type") || tag.at("camunda:topic").isEmpty()) {
                wrong.add(sentence(
                        file,
                        element,
                        KNOWN.getOrDefault(name, "it has %s, which no programme needs".formatted(name))
                                .formatted(value)));
            }
        } else if (name.equals("camunda:delegateExpression")) {
            step(file, element, tag, value, wrong);
        } else if (!WORDS_FOR_PEOPLE.contains(tag.name())) {
            expressions(file, element, value, wrong);
        }
    }

    private void step(String file, String element, Tag tag, String value, List<String> wrong) {
        Matcher step = STEP.matcher(value.strip());
        if (!STEPS.contains(tag.name())) {
            wrong.add(sentence(file, element, "a step goes on a service task, a send task or a business rule task"));
        } else if (!step.matches()) {
            wrong.add(sentence(file, element, "\"%s\" names no step; write one as ${setState}".formatted(value)));
        } else if (catalogue
                .step(step.group(1))
                .filter(entry -> entry.element().isDelegate())
                .isEmpty()) {
            wrong.add(sentence(
                    file, element, "there is no step \"%s\"; the catalogue has them all".formatted(step.group(1))));
        }
    }

    private static void expressions(String file, String element, String text, List<String> wrong) {
        for (String expression : expressions(text)) {
            if (!isPlain(expression)) {
                wrong.add(sentence(
                        file,
                        element,
                        "\"%s\" does more than compare variables; besides them there are dates.of(execution, '…'), sides.of(execution, '…'), now(), execution.getVariable('…'), execution.processBusinessKey and execution.processInstanceId"
                                .formatted(expression)));
            }
        }
    }

    /** The expressions in a text, each with its brackets. */
    private static List<String> expressions(String text) {
        List<String> found = new ArrayList<>();
        Matcher begins = BEGINS.matcher(text);
        for (int from = 0; begins.find(from); ) {
            int end = end(text, begins.end());
            found.add(text.substring(begins.start(), end));
            from = end;
        }
        return found;
    }

    private static int end(String text, int inside) {
        Matcher literal = LITERAL.matcher(text);
        int at = inside;
        while (at < text.length() && text.charAt(at) != '}') {
            boolean quoted =
                    (text.charAt(at) == '\'' || text.charAt(at) == '"') && literal.find(at) && literal.start() == at;
            at = quoted ? literal.end() : at + 1;
        }
        return Math.min(at + 1, text.length());
    }

    private static boolean isPlain(String expression) {
        if (!expression.endsWith("}")) {
            return false;
        }
        String inside = LITERAL.matcher(expression.substring(2, expression.length() - 1))
                .replaceAll("''");
        for (Pattern call : CALLS) {
            inside = call.matcher(inside).replaceAll("value");
        }
        return PLAIN.matcher(OPERATOR_BEFORE_A_BRACKET.matcher(inside).replaceAll("!"))
                .matches();
    }

    /** What a table does that it may not: a sentence each. */
    public List<String> ofTable(String file, Tag root) {
        List<String> wrong = new ArrayList<>();
        table(file, "the table", root, wrong);
        return wrong;
    }

    private static void table(String file, String around, Tag tag, List<String> wrong) {
        String element = tag.id().isEmpty() ? around : tag.id();
        String language = tag.at("expressionLanguage");
        if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            wrong.add(sentence(file, element, KNOWN.get("expressionLanguage").formatted(language)));
        }
        tag.children().forEach(child -> table(file, element, child, wrong));
    }

    private static String sentence(String file, String element, String what) {
        return "%s, %s: %s.".formatted(file, element, what);
    }
}
