package org.peerexchange.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.people.process.Grants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;

/** Neither programme's staff look into the cases of the other. */
@PeerExchangeTest
class LookingIntoProcessesTests {

    private static final List<Permission> LOOKING = List.of(
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
            ProcessDefinitionPermissions.READ_HISTORY,
            ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private ConfigurableApplicationContext application;

    @Test
    void eachProgrammesStaffLookIntoItsOwnProcessesAndTables() {
        assertLooksOnlyIntoItsOwn();
    }

    @Test
    void whatWasOnceGrantedForAllProgrammesIsTakenAwayAtTheStart() {
        Grants grants = new Grants(authorizations);
        LOOKING.forEach(looking -> {
            grants.give("exchange-staff", Resources.PROCESS_DEFINITION, Grants.ANY, looking);
            grants.give("mentorship-staff", Resources.PROCESS_DEFINITION, Grants.ANY, looking);
        });
        grants.give("exchange-staff", Resources.DECISION_DEFINITION, Grants.ANY, Permissions.READ_HISTORY);
        assertThat(may("exchange-staff", LOOKING.get(0), Resources.PROCESS_DEFINITION, "pairing"))
                .isTrue();

        application.publishEvent(
                new ApplicationStartedEvent(new SpringApplication(), new String[0], application, Duration.ZERO));

        assertLooksOnlyIntoItsOwn();
    }

    private void assertLooksOnlyIntoItsOwn() {
        for (Permission looking : LOOKING) {
            assertThat(may("exchange-staff", looking, Resources.PROCESS_DEFINITION, "activity-plan"))
                    .isTrue();
            assertThat(may("exchange-coordinators", looking, Resources.PROCESS_DEFINITION, "exchange-cycle"))
                    .isTrue();
            assertThat(may("mentorship-staff", looking, Resources.PROCESS_DEFINITION, "pairing"))
                    .isTrue();
            assertThat(may("exchange-staff", looking, Resources.PROCESS_DEFINITION, "tea-circle"))
                    .isFalse();
            assertThat(may("exchange-staff", looking, Resources.PROCESS_DEFINITION, "pairing"))
                    .isFalse();
            assertThat(may("mentorship-staff", looking, Resources.PROCESS_DEFINITION, "activity-plan"))
                    .isFalse();
            assertThat(may("mentorship-staff", looking, Resources.PROCESS_DEFINITION, "ask-participant"))
                    .isFalse();
            assertThat(may("working-group", looking, Resources.PROCESS_DEFINITION, "activity-plan"))
                    .isFalse();
        }
        Permission history = Permissions.READ_HISTORY;
        assertThat(may("exchange-staff", history, Resources.DECISION_DEFINITION, "mentee-eligibility"))
                .isTrue();
        assertThat(may("mentorship-staff", history, Resources.DECISION_DEFINITION, "mentee-eligibility"))
                .isFalse();
        assertThat(may("mentorship-staff", history, Resources.DECISION_DEFINITION, "certificate-hours"))
                .isTrue();
    }

    private boolean may(String group, Permission permission, Resource resource, String key) {
        return authorizations.isUserAuthorized("somebody", List.of(group), permission, resource, key);
    }
}
