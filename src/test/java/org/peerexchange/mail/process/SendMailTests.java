package org.peerexchange.mail.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Parties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@PeerExchangeTest
class SendMailTests {

    /** Keys of the outbox as the step after the mail sees them, whether or not its transaction is kept. */
    private static final List<String> SEEN = new ArrayList<>();

    private static int failures;

    private static int year = 2200;

    /** Models may name the steps of the catalogue only, so this one stands in for the step after the mail. */
    private static final String STAND_IN = "excludePair";

    @BeforeAll
    static void bringAStepThatFailsForAWhile(@Autowired ConfigurableApplicationContext application) {
        JdbcTemplate db = application.getBean(JdbcTemplate.class);
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) application.getBeanFactory();
        beans.destroySingleton(STAND_IN);
        beans.registerSingleton(STAND_IN, (JavaDelegate) step -> {
            SEEN.add(db.queryForList("select key from app.mails order by key", String.class)
                    .toString());
            if (failures-- > 0) {
                throw new IllegalStateException("not yet");
            }
            step.setVariable("pass", (Integer) step.getVariable("pass") + 1);
        });
    }

    @AfterAll
    static void giveTheStepBack(@Autowired ConfigurableApplicationContext application) {
        ((DefaultListableBeanFactory) application.getBeanFactory()).destroySingleton(STAND_IN);
    }

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate db;

    @Autowired
    Scenario scenario;

    @Autowired
    Parties parties;

    private Case pair;

    @BeforeEach
    void aPairIsThere() {
        pair = scenario.caseWith(scenario.cycle(year++), Case.PAIR, "mentee", "mentor");
        db.update("delete from app.mails");
        SEEN.clear();
        failures = 0;
    }

    @Test
    void aJobThatIsTriedAgainAsksForTheSameMailUnderTheSameKey() {
        failures = 2;
        start(model(true), 1);

        assertThatThrownBy(this::work).hasMessageContaining("not yet");
        assertThat(keys()).isEmpty();
        assertThatThrownBy(this::work).hasMessageContaining("not yet");
        work();

        assertThat(SEEN).hasSize(3);
        assertThat(SEEN.stream().distinct()).hasSize(1);
        assertThat(keys())
                .hasSize(2)
                .anyMatch(key -> key.endsWith(
                        "person:" + parties.of(pair.number(), "mentee").personId()));
    }

    @Test
    void aSecondPassThroughTheTaskIsASecondMail() {
        start(model(true), 3);
        for (var pass = 0; pass < 3; pass++) {
            work();
        }
        assertThat(keys()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void passesWithoutAJobOfTheirOwnAreTakenApartToo() {
        start(model(false), 3);
        assertThat(keys()).hasSize(6).doesNotHaveDuplicates();
    }

    private void start(BpmnModelInstance model, int passes) {
        repository.createDeployment().addModelInstance("mail-key.bpmn", model).deploy();
        runtime.startProcessInstanceByKey("mail-key", pair.number(), Map.of("pass", 0, "passes", passes));
    }

    private static BpmnModelInstance model(boolean ownJob) {
        return Bpmn.createExecutableProcess("mail-key")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .exclusiveGateway("again")
                .sendTask("tell")
                .camundaAsyncBefore(ownJob)
                .camundaDelegateExpression("${sendMail}")
                .camundaInputParameter("to", "both")
                .camundaInputParameter("text", "pair-agreed")
                .serviceTask("fail")
                .camundaDelegateExpression("${" + STAND_IN + "}")
                .exclusiveGateway("enough")
                .condition("no", "${pass < passes}")
                .connectTo("again")
                .moveToNode("enough")
                .condition("yes", "${pass >= passes}")
                .endEvent()
                .done();
    }

    private void work() {
        management.createJobQuery().active().messages().list().stream()
                .filter(job -> "mail-key".equals(job.getProcessDefinitionKey()))
                .findFirst()
                .ifPresent(job -> management.executeJob(job.getId()));
    }

    private List<String> keys() {
        return db.queryForList("select key from app.mails order by key", String.class);
    }
}
