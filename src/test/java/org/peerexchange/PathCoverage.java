package org.peerexchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.peerexchange.trial.process.TakenFlows;
import org.springframework.boot.test.context.TestComponent;

/**
 * Notes every sequence flow that tests take, in a file for each JVM under {@code target/path-coverage}; the build reads them all
 * when its tests have ended ({@code src/lint/coverage.js}).
 */
@TestComponent
public class PathCoverage extends AbstractProcessEnginePlugin implements TestExecutionListener {

    /** One for all applications of this JVM, and for the listener that writes the file. */
    private static final TakenFlows TAKEN = new TakenFlows();

    private static final Path EACH_JVM = Path.of("target", "path-coverage");

    /** Whether a test of this JVM took the flow: process, blank, id of the flow. */
    public static boolean isTaken(String flow) {
        return TAKEN.all().contains(flow);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        TAKEN.preInit(configuration);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (TAKEN.all().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(EACH_JVM);
            Files.write(EACH_JVM.resolve(String.valueOf(ProcessHandle.current().pid())), new TreeSet<>(TAKEN.all()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
