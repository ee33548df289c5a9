package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.peerexchange.programme.Powers;
import org.springframework.stereotype.Component;

/** The engine takes no model or table that does more than the catalogue offers, whoever deploys it: people, pages or a folder. */
@Component
class RefusePowers extends AbstractProcessEnginePlugin {

    private final Powers powers;

    RefusePowers(Powers powers) {
        this.powers = powers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ParseListeners.add(configuration, new Models());
        if (configuration.getDmnEngineConfiguration() == null) {
            configuration.setDmnEngineConfiguration(
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration());
        }
        configuration
                .getDmnEngineConfiguration()
                .getTransformer()
                .getTransformListeners()
                .add(new Tables());
        // Case models can hold all that is refused in processes, and no programme has any.
        configuration.setCmmnEnabled(false);
    }

    private static void refuse(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new ProcessEngineException(String.join("\n", wrong));
        }
    }

    private class Models extends AbstractBpmnParseListener {

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
            String process =
                    processes.isEmpty() ? "The model" : processes.get(0).getKey();
            refuse(powers.ofModel(process, Tags.of(root)));
        }
    }

    private class Tables implements DmnTransformListener {

        @Override
        public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {
            refuse(powers.ofTable(
                    graph.getKey(), Tags.of(definitions.getModelInstance().getDocument())));
        }

        @Override
        public void transformDecision(Decision decision, DmnDecision transformed) {}

        @Override
        public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl transformed) {}

        @Override
        public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl transformed) {}

        @Override
        public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl transformed) {}
    }
}
