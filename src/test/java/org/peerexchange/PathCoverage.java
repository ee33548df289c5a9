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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.springframework.boot.test.context.TestComponent;

/**
 * Notes every sequence flow that tests take and reports, when all tests of a run have ended, which flows of which model were
 * never taken: {@code target/path-coverage.txt}, and on the console. The engine says nothing when a flow leaves an event-based
 * gateway; the flow behind its event tells.
 */
@TestComponent
public class PathCoverage extends AbstractProcessEnginePlugin implements TestExecutionListener {

    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

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
            report();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void report() throws IOException {
        List<String> lines;
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            lines = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> line(Bpmn.readModelFromFile(file.toFile())))
                    .toList();
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/path-coverage.txt"), lines);
        System.out.println("Path coverage of this run (target/path-coverage.txt):\n" + String.join("\n", lines));
    }

    private static String line(BpmnModelInstance model) {
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        Set<String> never = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                .map(SequenceFlow::getId)
                .filter(flow -> !TAKEN.contains(process + " " + flow))
                .collect(Collectors.toCollection(TreeSet::new));
        int all = model.getModelElementsByType(SequenceFlow.class).size();
        return "%-20s %3d of %3d flows taken%s"
                .formatted(
                        process,
                        all - never.size(),
                        all,
                        never.isEmpty() ? "" : "; never: " + String.join(", ", never));
    }
}
