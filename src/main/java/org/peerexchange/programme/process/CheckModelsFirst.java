package org.peerexchange.programme.process;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFiles;
import org.springframework.stereotype.Component;

/** Lets every room look at the models before the engine exists, so that nothing wrong is ever deployed. */
@Component
class CheckModelsFirst extends AbstractProcessEnginePlugin {

    private final List<ModelCheck> checks;

    /** Read once: every other programme is looked at together with it. */
    private ModelFiles builtIn;

    CheckModelsFirst(List<ModelCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        check(builtIn());
    }

    /** @throws CannotStart with every sentence of every room */
    void check(ModelFiles files) {
        List<String> wrong = wrong(files);
        if (!wrong.isEmpty()) {
            throw new CannotStart(String.join("\n", wrong));
        }
    }

    /** Every sentence of every room. */
    List<String> wrong(ModelFiles files) {
        return checks.stream()
                .flatMap(check -> check.wrong(files).stream())
                .distinct()
                .toList();
    }

    /** What is probably not meant so, in every sentence of every room. */
    List<String> doubtful(ModelFiles files) {
        return checks.stream()
                .flatMap(check -> check.doubtful(files).stream())
                .distinct()
                .toList();
    }

    /** What is part of the application. */
    ModelFiles builtIn() {
        if (builtIn == null) {
            builtIn = new ModelReader(ProgrammeFiles.builtIn()).read();
        }
        return builtIn;
    }
}
