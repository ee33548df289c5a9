package org.peerexchange;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The engine's clock is one per JVM: a test class that moved it must not leave the next one in another year. */
class EngineClockReset implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        ClockUtil.reset();
    }
}
