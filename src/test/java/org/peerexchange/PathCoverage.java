package org.peerexchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.springframework.boot.test.context.TestComponent;

/**
 * Notes every sequence flow that tests take, in a file for each JVM under {@code target/path-coverage}; the build reads them all
 * when its tests have ended ({@code src/lint/coverage.js}).
 */
@TestComponent
public class PathCoverage extends AbstractProcessEnginePlugin implements TestExecutionListener {

    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    private static final Path EACH_JVM = Path.of("target", "path-coverage");

    /** Whether a test of this JVM took the flow: process, blank, id of the flow. */
    public static boolean isTaken(String flow) {
        return TAKEN.contains(flow);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPreBPMNParseListeners(listeners);
        }
        listeners.add(new Note());
    }

    private static class Note extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            String name = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey() + " " + flow.getId();
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> TAKEN.add(name));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (TAKEN.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(EACH_JVM);
            Files.write(EACH_JVM.resolve(String.valueOf(ProcessHandle.current().pid())), new TreeSet<>(TAKEN));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
