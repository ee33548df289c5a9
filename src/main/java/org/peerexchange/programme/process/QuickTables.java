package org.peerexchange.programme.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.model.xml.ModelException;

/** Reads tables for the engine as {@link QuickReading} does, and has the engine say what is wrong with one. */
class QuickTables extends DefaultDmnTransformer {

    @Override
    public DmnTransform createTransform() {
        return new DefaultDmnTransform(this) {
            @Override
            public void setModelInstance(InputStream table) {
                try {
                    byte[] content = table.readAllBytes();
                    try {
                        setModelInstance(QuickReading.table(new ByteArrayInputStream(content)));
                    } catch (ModelException wrong) {
                        super.setModelInstance(new ByteArrayInputStream(content));
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        };
    }
}
