package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.springframework.stereotype.Component;

/** Lets every room look at the models before the engine exists, so that nothing wrong is ever deployed. */
@Component
class CheckModelsFirst extends AbstractProcessEnginePlugin {

    private final List<ModelCheck> checks;

    CheckModelsFirst(List<ModelCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        check(new ModelReader(ModelReader.CLASSPATH).read());
    }

    /** @throws CannotStart with every sentence of every room */
    void check(ModelFiles files) {
        List<String> wrong =
                checks.stream().flatMap(check -> check.wrong(files).stream()).toList();
        if (!wrong.isEmpty()) {
            throw new CannotStart(String.join("\n", wrong));
        }
    }
}
