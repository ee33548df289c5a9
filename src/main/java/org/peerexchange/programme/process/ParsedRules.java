package org.peerexchange.programme.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Output;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Rules;

/** The rules of a table as the DMN engine reads it, asked beside the process engine: its history would keep what people wrote. */
record ParsedRules(String table, int version, TableContent content, DmnDecision decision) implements Rules {

    /** Only its listeners are told which rules fit; they are told on the thread that asks. */
    private static final ThreadLocal<DmnDecisionTableEvaluationEvent> ASKED = new ThreadLocal<>();

    private static final DmnEngine DMN = dmn();

    private static DmnEngine dmn() {
        DefaultDmnEngineConfiguration configuration = QuickFeel.tables();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(ASKED::set);
        return configuration.buildEngine();
    }

    static ParsedRules of(DmnModelInstance model, String table, int version) {
        return new ParsedRules(table, version, TableContent.of(model), DMN.parseDecision(table, model));
    }

    /** @throws IllegalArgumentException when the file is no table that decides about cases, with a sentence that says why */
    static ParsedRules draft(Path file) {
        try {
            DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
            Decision decision = only(model.getModelElementsByType(Decision.class));
            List<String> outputs = model.getModelElementsByType(Output.class).stream()
                    .map(Output::getName)
                    .toList();
            if (!outputs.contains("outcome") || !outputs.contains("reason")) {
                throw new IllegalArgumentException(
                        "it decides about no cases: a table that does has the outputs outcome and reason");
            }
            return of(model, decision.getId(), 0);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException("The draft cannot be used: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Decision only(Collection<Decision> decisions) {
        if (decisions.size() != 1) {
            throw new IllegalArgumentException("a file holds one table, this one has " + decisions.size());
        }
        return decisions.iterator().next();
    }

    @Override
    public List<String> reads() {
        return content.inputs();
    }

    @Override
    public List<Fired> fitting(Map<String, Object> facts) {
        DMN.evaluateDecisionTable(decision, KnownFacts.at(content.names(), facts));
        List<DmnEvaluatedDecisionRule> matching = ASKED.get().getMatchingRules();
        ASKED.remove();
        List<String> ids = ((DmnDecisionTableImpl) decision.getDecisionLogic())
                .getRules().stream().map(DmnDecisionTableRuleImpl::getId).toList();
        List<Fired> fired = new ArrayList<>();
        for (DmnEvaluatedDecisionRule rule : matching) {
            fired.add(new Fired(ids.indexOf(rule.getId()) + 1, said(rule, "outcome"), said(rule, "reason")));
        }
        return fired;
    }

    private static String said(DmnEvaluatedDecisionRule rule, String output) {
        return rule.getOutputEntries().values().stream()
                .filter(entry -> output.equals(entry.getOutputName()))
                .map(DmnEvaluatedOutput::getValue)
                .map(value -> (String) value.getValue())
                .findFirst()
                .orElse(null);
    }
}
