package org.peerexchange.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.programme.Installed;
import org.peerexchange.programme.InstalledProgrammes;
import org.peerexchange.programme.ProgrammeReader;
import org.peerexchange.programme.Programmes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Programmes from folders are installed beside the built-in ones, and what is wrong stays outside, whoever brings it. */
@PeerExchangeTest
class ProgrammeFoldersTests {

    private static final Path INSTALLED = Path.of("src", "test", "programmes", "installed");
    private static final String TEA = "tea-circle";
    private static final String BROKEN = "half-done";

    @Autowired
    InstalledProgrammes installed;

    @Autowired
    Programmes programmes;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CheckModelsFirst checks;

    @Autowired
    ObjectProvider<ProgrammeReader> readers;

    @TempDir
    Path directory;

    @Test
    void aFolderThatIsRightRunsAndOneThatIsNotStopsNobody() {
        assertThat(installed.all())
                .extracting(Installed::key, Installed::state)
                .contains(
                        tuple("exchange", Installed.State.BUILT_IN),
                        tuple(TEA, Installed.State.RUNS),
                        tuple(BROKEN, Installed.State.NOT_STARTED));
        assertThat(programmes.of(TEA).name()).isEqualTo("Tea circle");
        assertThat(versions(TEA)).isEqualTo(1);
        assertThat(versions("exchange-cycle")).isEqualTo(1);
        assertThat(versions(BROKEN)).isZero();
        assertThatThrownBy(() -> programmes.of(BROKEN)).hasMessageContaining("There is no programme");
        assertThat(of(BROKEN).wrong()).hasSize(2);
    }

    @Test
    void whatHasNotChangedIsNotDeployedAgain() {
        startWith(INSTALLED);
        long before = repository.createDeploymentQuery().count();

        assertThat(startWith(INSTALLED).get(TEA).state()).isEqualTo(Installed.State.RUNS);

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aNewTextMakesNoNewVersionOfTheModels() throws IOException {
        Path folder = copyOfTheTeaCircle();
        Path text = folder.resolve("texts/tea-chosen.en.txt");
        Files.writeString(text, Files.readString(text) + "\nEnjoy it!\n");

        assertThat(startWith(directory).get(TEA).state()).isEqualTo(Installed.State.RUNS);

        assertThat(versions(TEA)).isEqualTo(1);
    }

    @Test
    void aFolderThatIsBrokenLaterGoesOnAsItWas() throws IOException {
        Path folder = copyOfTheTeaCircle();
        Files.writeString(folder.resolve("programme.yaml"), "key: [");
        Files.delete(folder.resolve("forms/choose-tea.form"));

        Installed tea = startWith(directory).get(TEA);

        assertThat(tea.state()).isEqualTo(Installed.State.GOES_ON);
        assertThat(tea.since()).isNotNull();
        assertThat(tea.wrong()).anyMatch(sentence -> sentence.startsWith("tea-circle/programme.yaml cannot be read: "));
        assertThat(programmes.of(TEA).name()).isEqualTo("Tea circle");
        assertThat(versions(TEA)).isEqualTo(1);
    }

    @Test
    void aFolderThatIsGoneGoesOnToo() {
        assertThat(startWith(directory).get(TEA).state()).isEqualTo(Installed.State.FOLDER_GONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id=\"evil\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id=\"evil\" camunda:class=\"java.lang.Runtime\" />",
                "<bpmn:serviceTask id=\"evil\" activiti:class=\"java.lang.Runtime\" />",
                "<bpmn:serviceTask id=\"evil\" camunda:expression=\"${execution.getProcessEngine()}\" />",
                "<bpmn:serviceTask id=\"evil\" camunda:delegateExpression=\"${outbox}\" />",
                "<bpmn:serviceTask id=\"evil\" camunda:delegateExpression=\"${''.getClass()}\" />",
                "<bpmn:serviceTask id=\"evil\" camunda:type=\"external\" camunda:topic=\"pour\" />",
                "<bpmn:userTask id=\"evil\" name=\"${''.getClass().forName('java.lang.Runtime')}\" />",
                "<bpmn:userTask id=\"evil\"><bpmn:documentation>${''.getClass().forName('java.lang.Runtime')}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id=\"evil\"><bpmn:documentation>Tea</bpmn:documentation><bpmn:documentation>${tea}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id=\"evil\" camunda:assignee=\"'}${execution.processEngineServices}\" />",
                "<bpmn:userTask id=\"evil\"><bpmn:extensionElements><camunda:taskListener event=\"create\" class=\"java.lang.Runtime\" /></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id=\"evil\"><bpmn:extensionElements><camunda:executionListener event=\"start\" expression=\"${x}\" /></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id=\"evil\"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>"
            })
    void theEngineTakesNoModelThatDoesMoreThanTheCatalogue(String evil) {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("evil.bpmn", model(evil))
                        .deploy())
                .hasMessageContaining("evil-model, evil: ");
        assertThat(versions("evil-model")).isZero();
    }

    @Test
    void theEngineTakesTheSameModelWithoutIt() {
        String deployed = repository
                .createDeployment()
                .addString("evil.bpmn", model("<bpmn:userTask id=\"evil\" camunda:assignee=\"the ${who}\" />"))
                .deploy()
                .getId();

        assertThat(versions("evil-model")).isEqualTo(1);
        repository.deleteDeployment(deployed);
    }

    @Test
    void theEngineTakesNoTableThatComputesInAnotherLanguage() throws IOException {
        String table = Files.readString(INSTALLED.resolve(TEA).resolve("tea-circle-deadlines.dmn"))
                .replace("id=\"tea-circle-deadlines\"", "id=\"evil-table\"")
                .replace("<inputExpression ", "<inputExpression expressionLanguage=\"juel\" ");

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("evil.dmn", table)
                        .deploy())
                .hasStackTraceContaining("it computes in the language \"juel\"");
    }

    @Test
    void theEngineKnowsNoCaseModels() {
        String deployed = repository
                .createDeployment()
                .addString("evil.cmmn", "<definitions xmlns=\"http://www.omg.org/spec/CMMN/20151109/MODEL\" />")
                .deploy()
                .getId();

        assertThat(repository.createCaseDefinitionQuery().count()).isZero();
        repository.deleteDeployment(deployed);
    }

    private static String model(String task) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                    targetNamespace="evil">
                  <bpmn:process id="evil-model" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start" />
                    %s
                    <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="evil" />
                  </bpmn:process>
                </bpmn:definitions>
                """
                .formatted(task);
    }

    private Installed of(String key) {
        return installed.all().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What becomes of the programmes when the application is started with another directory. */
    private Map<String, Installed> startWith(Path programmes) {
        InstallProgrammes start = new InstallProgrammes(checks, readers, List.of(programmes.toString()), true);
        start.postProcessEngineBuild(engine);
        return start.all().stream().collect(Collectors.toMap(Installed::key, one -> one));
    }

    private Path copyOfTheTeaCircle() throws IOException {
        Path good = INSTALLED.resolve(TEA);
        try (Stream<Path> files = Files.walk(good)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = directory.resolve(TEA).resolve(good.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return directory.resolve(TEA);
    }

    private long versions(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .count();
    }
}
