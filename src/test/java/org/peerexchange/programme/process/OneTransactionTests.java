package org.peerexchange.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Outbox;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.CaseStates;
import org.springframework.beans.factory.annotation.Autowired;

@PeerExchangeTest
class OneTransactionTests {

    @Autowired
    private Scenario scenario;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private CaseStates states;

    @Autowired
    private Outbox outbox;

    @BeforeEach
    void deployAStateAMailAndAStepThatFails() {
        repository
                .createDeployment()
                .addModelInstance(
                        "testing-rollback.bpmn",
                        Bpmn.createExecutableProcess("testing-rollback")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("serviceTask_state")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${setState}")
                                .camundaInputParameter("state", "in-review")
                                .sendTask("sendTask_mail")
                                .camundaDelegateExpression("${sendMail}")
                                .camundaInputParameter("to", "applicant")
                                .camundaInputParameter("text", "application-withdrawn")
                                .serviceTask("serviceTask_fails")
                                .camundaDelegateExpression("${setState}")
                                .camundaInputParameter("state", "no-such-state")
                                .endEvent()
                                .done())
                .deploy();
    }

    @Test
    void aStepThatThrowsTakesBackWhatTheStepsBeforeItWroteInTheEngineAndInOurTables() {
        scenario.itIs(LocalDate.of(2027, 3, 1));
        Case subject = scenario.caseWith(scenario.cycle(2027), Case.APPLICATION, "applicant");
        runtime.startProcessInstanceByKey("testing-rollback", subject.number());
        Job job = jobs.createJobQuery().processDefinitionKey("testing-rollback").singleResult();

        assertThatThrownBy(() -> jobs.executeJob(job.getId())).isInstanceOf(RuntimeException.class);

        assertThat(scenario.stateOf(subject)).isEqualTo("opened");
        assertThat(states.findByCaseNumberOrderById(subject.number())).hasSize(1);
        assertThat(outbox.sentTo(subject.number())).isEmpty();
        assertThat(jobs.createJobQuery().jobId(job.getId()).singleResult().getRetries())
                .isEqualTo(2);
        assertThat(scenario.passed(subject)).doesNotContain("serviceTask_state");
    }
}
