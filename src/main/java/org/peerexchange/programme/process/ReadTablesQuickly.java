package org.peerexchange.programme.process;

import java.io.InputStream;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Has the engine read the tables it is given without loading the schemas of the standard for each: a tenth of a start. */
@Component
class ReadTablesQuickly extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DefaultDmnEngineConfiguration tables = QuickFeel.tables();
        tables.setTransformer(new QuickTransformer());
        configuration.setDmnEngineConfiguration(tables);
    }

    private static final class QuickTransformer extends DefaultDmnTransformer {

        @Override
        public DmnTransform createTransform() {
            return new DefaultDmnTransform(this) {
                @Override
                public void setModelInstance(InputStream table) {
                    setModelInstance(QuickReading.table(table));
                }
            };
        }
    }
}
