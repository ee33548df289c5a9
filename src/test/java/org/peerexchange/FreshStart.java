package org.peerexchange;

import java.util.List;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Test classes share one application. Each begins without the cases, processes and jobs of the one before (accounts, groups,
 * filters and deployments stay), and none leaves the next in another year: the engine's clock is one per JVM.
 */
public class FreshStart implements BeforeAllCallback, AfterAllCallback {

    /** Everything a case leaves behind: our tables, and the engine's running and historic ones. */
    private static final String OF_CASES =
            """
            select table_schema || '.' || table_name from information_schema.tables
            where table_type = 'BASE TABLE' and (
                (table_schema = 'app' and table_name <> 'flyway_schema_history')
                or (table_schema = 'public' and (table_name like 'act_hi_%' or table_name in (
                    'act_ru_execution', 'act_ru_task', 'act_ru_variable', 'act_ru_identitylink', 'act_ru_job',
                    'act_ru_event_subscr', 'act_ru_incident', 'act_ru_ext_task', 'act_ru_case_execution',
                    'act_ru_case_sentry_part'))))""";

    @Override
    public void beforeAll(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        answersInTheWebapp(application.getBean(ProcessEngine.class));
        IdentityService identity = application.getBean(IdentityService.class);
        identity.createUserQuery().list().stream().map(User::getId).forEach(identity::unlockUser);
        forgetCases(application);
    }

    /** Takes away all cases with everything that runs for them, for a test that begins twice. */
    public static void forgetCases(ApplicationContext application) {
        JdbcTemplate database = application.getBean(JdbcTemplate.class);
        List<String> tables = database.queryForList(OF_CASES, String.class);
        // Messages that start processes are waited for in the same table as others: these go on.
        database.execute(
                """
                create temporary table starting as select * from public.act_ru_event_subscr where execution_id_ is null;
                truncate %s;
                insert into public.act_ru_event_subscr select * from starting;
                drop table starting"""
                        .formatted(String.join(", ", tables)));
    }

    /**
     * Tasklist, Cockpit and their kin have one register of engines and one delegate per JVM; an application that was started
     * or closed since has changed both.
     */
    private static void answersInTheWebapp(ProcessEngine engine) {
        ProcessEngines.registerProcessEngine(engine);
        Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
        Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
        Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
        Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ClockUtil.reset();
    }
}
