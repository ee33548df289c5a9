package org.peerexchange.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFiles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The check finds what is wrong in a programme's folder and says it with file and element. Each time one thing is broken. */
class BrokenProgrammesTests {

    private static final String KEY = "tea-circle";
    private static final Path GOOD = Path.of("src", "test", "programmes", "installed", KEY);
    private static final String MODEL = "tea-circle.bpmn";
    private static final String DEADLINES = "tea-circle-deadlines.dmn";
    private static final String LADDER = "tea-circle-reminder-ladder.dmn";
    private static final String CHOOSE = "forms/choose-tea.form";
    private static final String STEP = "camunda:delegateExpression=\"${setState}\"";
    private static final String CONDITION = "${answered == true &amp;&amp; tea != 'none'}";

    private static AnnotationConfigApplicationContext context;
    private static CheckModelsFirst checks;
    private static ModelFiles shared;

    @TempDir
    Path directory;

    private Path folder;

    @BeforeAll
    static void readTheChecks() {
        context = CheckProgrammes.checks();
        checks = CheckProgrammes.first(context);
        shared = shared(checks.builtIn());
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void aProgrammeThatIsRight() throws IOException {
        folder = directory.resolve(KEY);
        try (Stream<Path> files = Files.walk(GOOD)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(GOOD.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void theProgrammeItselfIsRight() {
        assertThat(wrong()).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                one(
                        "an unknown step",
                        MODEL,
                        "${setState}",
                        "${setStatus}",
                        "serviceTask_setPlanned: there is no step \"setStatus\"; the catalogue has them all."),
                one(
                        "a picture for a side that is not there",
                        MODEL,
                        "<bpmn:extensionElements>\n      <camunda:properties>",
                        "<bpmn:extensionElements>\n      <camunda:properties><camunda:property name=\"pictureFor\" value=\"gest\" />",
                        "tea-circle: there is no side \"gest\"; there is guest."),
                one(
                        "a script task",
                        MODEL,
                        "<bpmn:serviceTask id=\"serviceTask_setPlanned\" name=\"Set state: planned\" camunda:asyncBefore=\"true\" "
                                + STEP,
                        "<bpmn:scriptTask id=\"serviceTask_setPlanned\" name=\"x\" scriptFormat=\"groovy\"",
                        "</bpmn:serviceTask>",
                        "</bpmn:scriptTask>",
                        "serviceTask_setPlanned: it is a script; a model does its work by steps of the catalogue."),
                one(
                        "a script in an input",
                        MODEL,
                        "<camunda:inputParameter name=\"state\">planned<",
                        "<camunda:inputParameter name=\"state\"><camunda:script scriptFormat=\"groovy\">1</camunda:script><",
                        "serviceTask_setPlanned: it holds a script; a model does its work by steps of the catalogue."),
                one(
                        "a class",
                        MODEL,
                        STEP,
                        "camunda:class=\"java.lang.Runtime\"",
                        "serviceTask_setPlanned: it names the class \"java.lang.Runtime\"; a model does its work by steps of the catalogue."),
                one(
                        "an expression instead of a step",
                        MODEL,
                        STEP,
                        "camunda:expression=\"${planned}\"",
                        "serviceTask_setPlanned: it runs the expression \"${planned}\"; a model does its work by steps of the catalogue."),
                one(
                        "a listener",
                        MODEL,
                        "<camunda:out source=\"tea\" target=\"tea\" />",
                        "<camunda:out source=\"tea\" target=\"tea\" /><camunda:executionListener event=\"start\" delegateExpression=\"${setState}\" />",
                        "callActivity_askForTea: it has a listener; a model does its work by steps of the catalogue."),
                one(
                        "a connector",
                        MODEL,
                        "<camunda:out source=\"tea\" target=\"tea\" />",
                        "<camunda:out source=\"tea\" target=\"tea\" /><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>",
                        "callActivity_askForTea: it has a connector; a model does its work by steps of the catalogue."),
                one(
                        "an external task",
                        MODEL,
                        STEP,
                        "camunda:type=\"external\" camunda:topic=\"pour\"",
                        "serviceTask_setPlanned: it leaves its work to others under the topic \"pour\", which nobody knows; a model does its work by steps of the catalogue."),
                one(
                        "an expression that calls something",
                        MODEL,
                        CONDITION,
                        "${tea.getClass().forName('x') == true}",
                        "flow_yes: \"${tea.getClass().forName('x') == true}\" does more than compare variables; besides them there are dates.of(execution, '…'), sides.of(execution, '…'), now(), execution.getVariable('…'), execution.processBusinessKey and execution.processInstanceId."),
                one(
                        "documentation of a task that computes something",
                        MODEL,
                        "<bpmn:incoming>flow_day</bpmn:incoming>\n      <bpmn:outgoing>flow_recorded<",
                        "<bpmn:documentation>Pour #{tea.getClass()}</bpmn:documentation><bpmn:incoming>flow_day</bpmn:incoming>\n      <bpmn:outgoing>flow_recorded<",
                        "userTask_record: its documentation holds \"#{tea.getClass()}\", which the engine would compute; write it in words."),
                one(
                        "case numbers that begin as those of another programme",
                        "programme.yaml",
                        "{cycle: TC}",
                        "{cycle: CY}",
                        "CY: the beginning of case numbers \"CY\" is already in processes/exchange/programme.yaml; give it a name of its own."),
                one(
                        "cases without numbers",
                        MODEL,
                        "name=\"opens\" value=\"cycle\"",
                        "name=\"opens\" value=\"request\"",
                        "tea-circle: it opens cases of the kind \"request\", but \"numbers\" of tea-circle does not say what their numbers begin with."),
                one(
                        "a condition in a script language",
                        MODEL,
                        "xsi:type=\"bpmn:tFormalExpression\">${answered",
                        "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">${answered",
                        "flow_yes: its condition is a script in \"groovy\"; write it as an expression such as ${answered}."),
                one(
                        "a table in another language",
                        DEADLINES,
                        "<inputExpression id=\"inputExpression_name\"",
                        "<inputExpression id=\"inputExpression_name\" expressionLanguage=\"juel\"",
                        "inputExpression_name: it computes in the language \"juel\"; tables are written in FEEL, which needs no language to be named."),
                one(
                        "a missing form",
                        MODEL,
                        "camunda:formRef=\"record-tea\"",
                        "camunda:formRef=\"record-coffee\"",
                        "userTask_record: there is no form \"record-coffee\"; write forms/record-coffee.form."),
                one(
                        "a missing text",
                        MODEL,
                        ">tea-chosen</camunda:inputParameter>\n        </camunda:inputOutput>\n      </bpmn:extensionElements>\n      <bpmn:incoming>flow_yes",
                        ">tea-chosn</camunda:inputParameter>\n        </camunda:inputOutput>\n      </bpmn:extensionElements>\n      <bpmn:incoming>flow_yes",
                        "sendTask_tellStaff: there is no text \"tea-chosn\"; write texts/tea-chosn.en.txt."),
                one(
                        "a text that a ladder does not find",
                        LADDER,
                        "\"reminder\"",
                        "\"remindr\"",
                        "row 1: there is no text \"remindr\"; write texts/remindr.en.txt."),
                one(
                        "a missing input",
                        MODEL,
                        "          <camunda:inputParameter name=\"ladder\">tea</camunda:inputParameter>\n",
                        "",
                        "callActivity_askForTea: the step \"ask-participant\" is not told \"ladder\": when reminders go out, when staff are told, and whether it gives up."),
                one(
                        "a question that nothing uses",
                        CHOOSE,
                        "\"=cups = null or cups < 5\"",
                        "\"=tea = null\"",
                        "cups: the answer is never used: no table, text, form or condition reads it, and it is no decision."),
                one(
                        "a variable that nothing writes",
                        MODEL,
                        CONDITION,
                        "${answered == true &amp;&amp; sugar != 'none'}",
                        "flow_yes: it reads \"sugar\", which nothing writes."),
                one(
                        "an answer that its form does not give",
                        MODEL,
                        "<camunda:out source=\"tea\"",
                        "<camunda:out source=\"sugar\"",
                        "callActivity_askForTea: it takes over \"sugar\", which the form choose-tea does not give."),
                one(
                        "a timer by duration",
                        MODEL,
                        "timeDate xsi:type=\"bpmn:tFormalExpression\">${dates.of(execution, 'circle-meets')}</bpmn:timeDate",
                        "timeDuration xsi:type=\"bpmn:tFormalExpression\">P7D</bpmn:timeDuration",
                        "timerEvent_meeting: the timer has no date; cycles and durations drift, so write ${dates.of(execution, '…')} with a name from the table of deadlines."),
                one(
                        "a gateway without a default",
                        MODEL,
                        " default=\"flow_no\"",
                        "",
                        "gateway_chosen: the gateway has no default flow; without one a case ends in an error when no condition is true."),
                one(
                        "a flow without a condition",
                        MODEL,
                        ">\n      <bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + CONDITION
                                + "</bpmn:conditionExpression>\n    </bpmn:sequenceFlow>",
                        " />",
                        "flow_yes: the flow has no condition and is not the default."),
                one(
                        "a form of a newer schema",
                        CHOOSE,
                        "\"schemaVersion\": 16",
                        "\"schemaVersion\": 18",
                        "The form \"choose-tea\" has schema version 18; only versions up to 16 are known."),
                one(
                        "an element that is not drawn",
                        MODEL,
                        "bpmnElement=\"userTask_record\"",
                        "bpmnElement=\"userTask_recorded\"",
                        "userTask_record: it is not drawn."),
                one(
                        "an unknown deadline",
                        MODEL,
                        "'circle-meets'",
                        "'circle-met'",
                        "timerEvent_meeting: the table tea-circle/tea-circle-deadlines.dmn has no row for the deadline \"circle-met\"."),
                one(
                        "an unknown ladder",
                        MODEL,
                        "name=\"ladder\">tea<",
                        "name=\"ladder\">coffee<",
                        "callActivity_askForTea: the table tea-circle/tea-circle-reminder-ladder.dmn has no row for the ladder \"coffee\"."),
                one(
                        "an unknown state",
                        MODEL,
                        ">planned<",
                        ">plannd<",
                        "serviceTask_setPlanned: there is no state \"plannd\"; there is open, opened, planned, withdrawn."),
                one(
                        "an unknown state of those who are asked one by one",
                        MODEL,
                        "</bpmn:callActivity>",
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${sides.of(execution, 'opened, plannd')}\" camunda:elementVariable=\"one\" /></bpmn:callActivity>",
                        "callActivity_askForTea: there is no state \"plannd\"; there is open, opened, planned, withdrawn."),
                one(
                        "an unknown list",
                        CHOOSE,
                        "\"valuesKey\": \"teas\"",
                        "\"valuesKey\": \"coffees\"",
                        "tea: there is no list \"coffees\"; there is communities, openCases, pairOptions, teas."),
                one(
                        "anonymous answers that are shown one by one",
                        CHOOSE,
                        "\"text\": \"Which tea would you like?\"",
                        "\"text\": \"Nobody can tell.\", \"properties\": {\"anonymous\": \"true\", \"shownFrom\": \"2\"}",
                        "choose-tea.form: the form is anonymous, so its \"shownFrom\" is a whole number of at least 3: of fewer answers each could be told apart."),
                one(
                        "anonymous answers that are shown nobody knows when",
                        CHOOSE,
                        "\"text\": \"Which tea would you like?\"",
                        "\"text\": \"Nobody can tell.\", \"properties\": {\"anonymous\": \"true\", \"shownFrom\": \"five\"}",
                        "choose-tea.form: the form is anonymous, so its \"shownFrom\" is a whole number of at least 3: of fewer answers each could be told apart."),
                one(
                        "an unknown group",
                        MODEL,
                        "camunda:candidateGroups=\"tea-hosts\"",
                        "camunda:candidateGroups=\"tea-makers\"",
                        "userTask_record: there is no group \"tea-makers\"; add it to \"groups\" in programme.yaml, or use one of tea-hosts."),
                one(
                        "a call that keeps for itself what it is told",
                        MODEL,
                        "<camunda:in variables=\"all\" local=\"true\" />",
                        "",
                        "callActivity_askForTea: what it is told does not reach the process that it calls; add <camunda:in variables=\"all\" local=\"true\" /> to it."),
                one(
                        "an invitation to what is no occasion",
                        MODEL,
                        "<camunda:inputParameter name=\"text\">tea-chosen<",
                        "<camunda:inputParameter name=\"invitation\">tea</camunda:inputParameter><camunda:inputParameter name=\"text\">tea-chosen<",
                        "sendTask_tellStaff: there is no occasion \"tea\"."),
                one(
                        "an occasion whose day nobody is asked for",
                        "programme.yaml",
                        "words: {",
                        "occasions: {circle: {label: Circle, from: openTeaCircle.pouredOn}}\nwords: {",
                        "the occasion \"circle\": \"from\" is openTeaCircle.pouredOn, but no form asks for it."),
                one(
                        "a check before applying that asks no table",
                        "programme.yaml",
                        "numbers: {",
                        "applications: {guest: {role: guest, label: Guest, process: tea-circle, form: choose-tea, open: [opened], check: {form: choose-tea, table: tea-rules}}}\nnumbers: {application: GA, ",
                        "the check of the role \"guest\" asks the table \"tea-rules\", but there is none."),
                one(
                        "a timeline with a misspelt day",
                        "programme.yaml",
                        "words: {",
                        "publicPages: {timeline: [{day: cycle.meetOn, label: We meet}]}\nwords: {",
                        "the timeline shows \"We meet\" on a day that is never known: no fact is called \"cycle.meetOn\"; did you mean \"cycle.meetsOn\"?"),
                one(
                        "what pages say by a table that is not there",
                        "programme.yaml",
                        "words: {",
                        "standing: {cycle: tea-so-far}\nwords: {",
                        "standing: there is no table \"tea-so-far\" with the output \"reason\"."),
                one(
                        "what pages say of a kind of case that is not there",
                        "programme.yaml",
                        "words: {",
                        "standing: {pot: tea-so-far}\nwords: {",
                        "standing: there is no kind of case \"pot\"."),
                one(
                        "an occasion whose day is a word",
                        "programme.yaml",
                        "words: {",
                        "occasions: {circle: {label: Circle, from: recordTea.howItWas}}\nwords: {",
                        "the occasion \"circle\": \"from\" is recordTea.howItWas, but its form does not ask for a date or a time there."),
                one(
                        "an occasion without a day",
                        "programme.yaml",
                        "words: {",
                        "occasions: {circle: {label: Circle, at: openTeaCircle.meetsOn}}\nwords: {",
                        "the occasion \"circle\" needs \"label\" and \"from\", and either \"at\" with \"lasts\" or, for whole days, \"until\"."),
                one(
                        "a staff group that is not there",
                        "programme.yaml",
                        "staffGroup: tea-hosts",
                        "staffGroup: tea-friends",
                        "there is no group \"tea-friends\"; add it to \"groups\", or use one of tea-hosts."),
                one(
                        "a group that another programme has",
                        "programme.yaml",
                        "  tea-hosts: {name: Tea hosts, hub: true}",
                        "  tea-hosts: {name: Tea hosts, hub: true}\n  finance: {name: Tea money, hub: true}",
                        "groups: the group \"finance\" is already in processes/exchange/programme.yaml; use it without naming it here, or give yours another id."),
                one(
                        "receipts without a table of costs",
                        MODEL,
                        "camunda:delegateExpression=\"${setState}\">",
                        "camunda:delegateExpression=\"${recordMoney}\">",
                        "<camunda:inputParameter name=\"state\">planned<",
                        "<camunda:inputParameter name=\"document\">choose-tea</camunda:inputParameter><camunda:inputParameter name=\"entry\">receipt<",
                        "serviceTask_setPlanned: receipts are booked, but there is no table tea-circle-covered-costs with the outputs covered and reason."),
                one(
                        "an unknown side",
                        MODEL,
                        "name=\"who\">guest<",
                        "name=\"who\">host<",
                        "callActivity_askForTea: there is no side \"host\"; there is guest, hub."),
                one(
                        "a task that is nobody's",
                        MODEL,
                        " camunda:candidateGroups=\"tea-hosts\"",
                        "",
                        "userTask_record: the task is nobody's; name the group that does it."),
                one(
                        "a task without a due date",
                        MODEL,
                        " camunda:dueDate=\"${dates.of(execution, 'circle-recorded')}\"",
                        "",
                        "userTask_record: the task has no due date; give it one such as ${dates.of(execution, 'plan-decision')}."),
                one(
                        "a process that nobody can start",
                        MODEL,
                        "isStartableInTasklist=\"true\"",
                        "isStartableInTasklist=\"false\"",
                        "tea-circle: nobody can start it: no other process calls or starts it, no role applies with it, and staff cannot start it in Tasklist by a form."),
                one(
                        "a start that belongs to no case",
                        MODEL,
                        "<camunda:property name=\"opens\" value=\"cycle\" />",
                        "",
                        "tea-circle: staff start it by a form, but it does not say by its properties what it is about: \"programme\", and either \"opens\" (a kind of case) or \"about\" (cycle, or another kind of case with \"namedBy\" and \"states\")."),
                one(
                        "a process that another programme has",
                        MODEL,
                        "<bpmn:process id=\"tea-circle\"",
                        "<bpmn:process id=\"matching\"",
                        "matching: the process \"matching\" is already in processes/exchange/matching.bpmn; give it a name of its own."),
                one(
                        "a call of what is not there",
                        MODEL,
                        "calledElement=\"ask-participant\"",
                        "calledElement=\"ask-somebody\"",
                        "callActivity_askForTea: there is no process \"ask-somebody\" to call."),
                one(
                        "a deadline that counts from a misspelt day of the cycle",
                        DEADLINES,
                        "\"cycle.meetsOn\"",
                        "\"cycle.meetOn\"",
                        "row 2: the deadline \"circle-meets\" counts from nothing: no fact is called \"cycle.meetOn\"; did you mean \"cycle.meetsOn\"?"),
                one(
                        "a deadline that counts from a misspelt form, written as its file is called",
                        DEADLINES,
                        "\"cycle.meetsOn\"",
                        "\"recrd-tea.heldOn\"",
                        "row 2: the deadline \"circle-meets\" counts from nothing: no fact is called \"recrd-tea.heldOn\"; did you mean \"recordTea\"?"),
                one(
                        "a deadline that counts from a day nobody is asked for",
                        DEADLINES,
                        "\"cycle.meetsOn\"",
                        "\"cycle.begins\"",
                        "no fact is called \"cycle.begins\"; cycle has cups, howItWas, inWords, meetsOn, number, tea."),
                one(
                        "a text that names a misspelt answer",
                        "texts/ask-for-tea.en.txt",
                        "[(${person.name})]",
                        "[(${facts.chooseTea.cup})]",
                        "line 3: no fact is called \"chooseTea.cup\"; did you mean \"chooseTea.cups\"?"),
                one(
                        "a form that shows a misspelt answer",
                        "forms/record-tea.form",
                        "\"How was it?\"",
                        "\"How was it? {{chooseTe.cups}}\"",
                        "forms/record-tea.form: no fact is called \"chooseTe.cups\"; did you mean \"chooseTea.cups\"?"),
                one(
                        "a form that is filled in with a misspelt answer",
                        "forms/record-tea.form",
                        "\"label\": \"How was it?\"",
                        "\"label\": \"How was it?\", \"properties\": {\"prefill\": \"chooseTea.cup\"}",
                        "forms/record-tea.form: no fact is called \"chooseTea.cup\"; did you mean \"chooseTea.cups\"?"),
                one(
                        "a text with a condition on nothing",
                        "texts/ask-for-tea.en.txt",
                        "[(${person.name})]",
                        "[# th:if=\"${facts.nonsense}\"]x[/]",
                        "line 3: no fact is called \"nonsense\"."),
                one(
                        "a text that names a document nobody sends",
                        "texts/ask-for-tea.en.txt",
                        "[(${person.name})]",
                        "[# th:if=\"${justSent.choosTea}\"]x[/]",
                        "line 3: no fact is called \"choosTea\"; did you mean \"chooseTea\"?"),
                one(
                        "a text that names something else than facts",
                        "texts/ask-for-tea.en.txt",
                        "[(${person.name})]",
                        "[(${pair.nonsense})]",
                        "line 3: nothing is called \"pair.nonsense\"; an answer is named as in facts.activityPlan.place, and besides there is case, deadline, deadlineDay, facts, given, justSent, link, myPage, partner, person, programme, task, unsubscribe, who."));
    }

    private static Arguments one(String what, String file, String... changesAndSentence) {
        return Arguments.of(what, file, List.of(changesAndSentence));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isFound(String what, String file, List<String> changesAndSentence) throws IOException {
        int last = changesAndSentence.size() - 1;
        for (int at = 0; at < last; at += 2) {
            change(file, changesAndSentence.get(at), changesAndSentence.get(at + 1));
        }

        assertThat(wrong())
                .anyMatch(sentence ->
                        sentence.startsWith(KEY + "/" + file) && sentence.endsWith(changesAndSentence.get(last)));
    }

    @Test
    void ofAFolderThatIsNotCalledAsItsProgrammeNothingElseIsSaid() throws IOException {
        change("programme.yaml", "key: tea-circle", "key: coffee-circle");

        assertThat(wrong())
                .containsExactly(
                        "tea-circle/programme.yaml, line 2: the programme's key is \"coffee-circle\", but its folder is called \"tea-circle\"; call the folder \"coffee-circle\", or write \"key: tea-circle\". The other files are looked at when both are the same.");
    }

    @Test
    void aModelWithoutAPictureIsFound() throws IOException {
        Path model = folder.resolve(MODEL);
        Files.writeString(model, Files.readString(model).replaceAll("(?s)<bpmndi:.*</bpmndi:BPMNDiagram>", ""));

        assertThat(wrong())
                .containsExactly(
                        "tea-circle/tea-circle.bpmn, tea-circle: the model has no picture; draw it in Camunda Modeler.");
    }

    @Test
    void aModelThatCannotBeReadIsFound() throws IOException {
        change(MODEL, "</bpmn:definitions>", "");

        assertThat(wrong())
                .hasSize(1)
                .allMatch(sentence -> sentence.startsWith("tea-circle/tea-circle.bpmn cannot be read: "));
    }

    @Test
    void aFormThatIsGoneIsFoundWhereverItIsNamed() throws IOException {
        Files.delete(folder.resolve(CHOOSE));

        assertThat(wrong())
                .contains(
                        "tea-circle/tea-circle.bpmn, callActivity_askForTea: there is no form \"choose-tea\"; write forms/choose-tea.form.");
    }

    @Test
    void aTextThatCannotBeReadIsFound() throws IOException {
        change("texts/tea-chosen.en.txt", "[(${person.name})]", "[(${person.shoeSize})]");

        assertThat(wrong())
                .containsExactly(
                        "tea-circle/texts/tea-chosen.en.txt, line 3: nothing is called \"person.shoeSize\"; person has [name].");
    }

    @Test
    void aFolderWithoutADescriptionIsFound() throws IOException {
        Files.delete(folder.resolve("programme.yaml"));

        assertThat(wrong())
                .contains(
                        "tea-circle/programme.yaml: the file is missing; it says how the programme is called and which words it uses.");
    }

    @Test
    void aDescriptionWithAnUnknownWordIsFound() throws IOException {
        change("programme.yaml", "contact:", "contct:");

        assertThat(wrong())
                .containsExactly(
                        "tea-circle/programme.yaml, contct: nothing of a programme is called so; did you mean \"contact\"?");
    }

    @Test
    void aMisspeltWordAboutThePublicPagesIsFound() throws IOException {
        change("programme.yaml", "contact:", "publicPages: {intr: Tea for all.}\ncontact:");

        assertThat(wrong())
                .containsExactly(
                        "tea-circle/programme.yaml, publicPages.intr: nothing of a programme is called so; did you mean \"intro\"?");
    }

    @Test
    void aPublicPageThatThereIsNotAndALanguageThatIsNoneAreFound() throws IOException {
        change("programme.yaml", "contact:", "languages: [en, xq]\npublicPages: {shows: [opening, cake]}\ncontact:");

        assertThat(wrong())
                .containsExactly(
                        "tea-circle/programme.yaml: the language \"xq\" is not known: write a code such as en, pl or pt-BR.",
                        "tea-circle/programme.yaml: \"publicPages\" shows \"opening\", which is no page; did you mean \"openings\"?",
                        "tea-circle/programme.yaml: \"publicPages\" shows \"cake\", which is no page; there is openings, lists, reports, help.");
    }

    @Test
    void aTextThatLacksTheFirstLanguageIsFound() throws IOException {
        change("programme.yaml", "contact:", "languages: [pl, en]\ncontact:");
        Path texts = folder.resolve("texts");
        Files.copy(texts.resolve("tea-chosen.en.txt"), texts.resolve("tea-chosen.pl.txt"));

        assertThat(wrong())
                .contains(
                        "tea-circle/texts/ask-for-tea.en.txt: the text is not there in \"pl\", the programme's first language; write tea-circle/texts/ask-for-tea.pl.txt.")
                .noneMatch(sentence -> sentence.contains("tea-chosen"));
    }

    @Test
    void aTextInALanguageThatIsNotNamedIsToldAndHarmsNothing() throws IOException {
        change("programme.yaml", "contact:", "languages: [en, fr]\ncontact:");
        Path texts = folder.resolve("texts");
        Files.copy(texts.resolve("tea-chosen.en.txt"), texts.resolve("tea-chosen.pl.txt"));
        Files.copy(texts.resolve("tea-chosen.en.txt"), texts.resolve("tea-chosen.fr.txt"));

        assertThat(run("--check=" + folder))
                .isEqualTo(
                        """
                        0
                        tea-circle/texts/tea-chosen.pl.txt: the text is in "pl", but "languages" of the programme has only en, fr; add "pl" there, or take the text away.
                        tea-circle/programme.yaml: "languages" has "fr", but these texts are not in it and come in "en": ask-for-tea.
                        tea-circle: 15 sentences have no translation in languages/fr.yaml and stay English: "Tea circle", "Tea, together.", "We have it", "The circle is planned", "Guests may come", and others. "--words=fr" writes them there.
                        tea-circle is fine: 1 processes, 2 tables, 3 forms, 4 texts.
                        """);
    }

    @Test
    void aDictionaryThatCannotBeUsedIsFoundWithItsLine() throws IOException {
        dictionary("\"Green tea\": \"Zielona herbata\"\n\"Tea for {0}\": \"{0, plural, one {# herbata}}\"\n");
        assertThat(wrong())
                .singleElement()
                .asString()
                .startsWith("tea-circle/languages/pl.yaml, line 2: ")
                .contains("other");

        dictionary("Green tea: \"Zielona herbata\"\n  Black tea: x\n");
        assertThat(wrong())
                .singleElement()
                .asString()
                .startsWith("tea-circle/languages/pl.yaml, line 2: it cannot be read");
    }

    @Test
    void whatIsNotTranslatedAndWhatIsNotSaidAnyMoreIsTold() throws IOException {
        change("programme.yaml", "contact:", "languages: [en, pl]\ncontact:");
        dictionary("\"Green tea\": \"Zielona herbata\"\n\"Black tea\": \"\"\n\"White tea\": \"Biała herbata\"\n");

        assertThat(run("--check=" + folder))
                .startsWith("0\n")
                .contains("tea-circle: 14 sentences have no translation in languages/pl.yaml")
                .contains("tea-circle/languages/pl.yaml: 1 sentences are no longer said anywhere: \"White tea\".");
    }

    @Test
    void whatIsToBeTranslatedIsWrittenBesideTheProgrammeAndKeepsWhatIsThere() throws IOException {
        dictionary("# Of the hosts.\n\n\"White tea\": \"Biała herbata\"\n\"Green tea\": \"Zielona herbata\"\n");

        assertThat(run("--check=" + folder, "--words=pl")).contains("15 sentences, 14 of them to be translated.");

        assertThat(folder.resolve("languages/pl.yaml"))
                .content()
                .startsWith("# Of the hosts.\n\n# tea-circle/programme.yaml\n\"Tea circle\": \"\"\n")
                .contains("\"Green tea\": \"Zielona herbata\"\n\"Black tea\": \"\"\n")
                .endsWith("# no longer said anywhere\n\"White tea\": \"Biała herbata\"\n");
    }

    private void dictionary(String content) throws IOException {
        Files.createDirectories(folder.resolve("languages"));
        Files.writeString(folder.resolve("languages/pl.yaml"), content);
    }

    @Test
    void theCheckEndsWithStatusOneWhenSomethingIsWrongAndSaysWhatWasRight() throws IOException {
        change(MODEL, "${setState}", "${setStatus}");
        Path fine = directory.resolve("small-circle");
        Files.createDirectory(fine);

        assertThat(run("--check=" + directory))
                .isEqualTo(
                        """
                        1
                        small-circle/programme.yaml: the file is missing; it says how the programme is called and which words it uses.
                        small-circle is not: one thing to mend.
                        tea-circle/tea-circle.bpmn, serviceTask_setPlanned: there is no step "setStatus"; the catalogue has them all.
                        tea-circle is not: one thing to mend.
                        """);
        assertThat(run("--check=" + GOOD))
                .isEqualTo("0\ntea-circle is fine: 1 processes, 2 tables, 3 forms, 2 texts.\n");
        assertThat(run("--check=" + directory.resolve("nowhere")))
                .startsWith("1\n")
                .endsWith("nowhere is no folder.\n");
        assertThat(CheckProgrammes.isAsked("--server.port=8081")).isFalse();
    }

    @Test
    void theBuiltInProgrammesAreFine() {
        assertThat(run("--check")).startsWith("0\nWhat is part of the application is fine: ");
        assertThat(run("--check=src/test/programmes/small-grants"))
                .startsWith("0\n")
                .contains("small-grants is fine: ");
    }

    /** The status, and on the lines below what was printed. */
    private static String run(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(CheckProgrammes.isAsked(arguments)).isTrue();
        int status = CheckProgrammes.run(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments);
        return (status + "\n" + printed.toString(StandardCharsets.UTF_8)).replace("\r\n", "\n");
    }

    private List<String> wrong() {
        ProgrammeFolders.Content content = ProgrammeFolders.read(KEY, folder);
        List<String> wrong = new ArrayList<>(content.wrong());
        if (content.models() != null) {
            ModelFiles others = text(MODEL).contains("id=\"matching\"")
                            || text("programme.yaml").contains("finance")
                            || text("programme.yaml").contains("cycle: CY")
                    ? checks.builtIn()
                    : shared;
            wrong.addAll(checks.wrong(others.and(content.models())));
        }
        return wrong;
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** What every programme shares: a programme is checked beside it many times faster than beside all the others. */
    private static ModelFiles shared(ModelFiles all) {
        return new ModelFiles(
                all.processes().stream()
                        .filter(process -> process.programme().equals(ProgrammeFiles.SHARED))
                        // Nobody forms pairs over tea; alone it would count as something the application itself starts.
                        .filter(process -> !process.id().equals("agree-pair"))
                        .toList(),
                all.tables().stream()
                        .filter(table -> table.programme().equals(ProgrammeFiles.SHARED))
                        .toList(),
                all.forms().stream()
                        .filter(form -> form.programme().equals(ProgrammeFiles.SHARED))
                        .toList(),
                all.texts().stream()
                        .filter(text -> text.programme().equals(ProgrammeFiles.SHARED))
                        .toList(),
                List.of(),
                Map.of());
    }

    private void change(String file, String from, String to) throws IOException {
        Path changed = folder.resolve(file);
        String text = Files.readString(changed);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(changed, text.substring(0, at) + to + text.substring(at + from.length()));
    }
}
