package org.peerexchange.programme.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnParser;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.xml.ModelException;

/**
 * Reads models for a check at the start, and tables that are asked beside the engine. The engine's own readers load the schemas
 * of the standards anew for each file and then look at it with schemas that they have ready, too; here only the latter do. A
 * file they find wrong is read again in the engine's way, which names the line. What is read so knows no element by its id.
 */
final class QuickReading {

    private static final BpmnParser PROCESSES = new BpmnParser() {
        @Override
        protected void configureFactory(DocumentBuilderFactory factory) {
            super.configureFactory(factory);
            factory.setValidating(false);
        }
    };

    private static final DmnParser TABLES = new DmnParser() {
        @Override
        protected void configureFactory(DocumentBuilderFactory factory) {
            super.configureFactory(factory);
            factory.setValidating(false);
        }
    };

    private QuickReading() {}

    static BpmnModelInstance process(InputStream in) {
        return read(in, PROCESSES::parseModelFromStream, Bpmn::readModelFromStream);
    }

    static DmnModelInstance table(InputStream in) {
        return read(in, QuickReading::tableOnItsOwn, Dmn::readModelFromStream);
    }

    /** A table that another one feeds names it by its id. */
    private static DmnModelInstance tableOnItsOwn(InputStream in) {
        DmnModelInstance model = TABLES.parseModelFromStream(in);
        if (!model.getModelElementsByType(InformationRequirement.class).isEmpty()) {
            throw new ModelException("It needs to be read in the engine's way.");
        }
        return model;
    }

    private static <M> M read(InputStream in, Function<InputStream, M> quickly, Function<InputStream, M> asTheEngine) {
        try {
            byte[] content = in.readAllBytes();
            try {
                return quickly.apply(new ByteArrayInputStream(content));
            } catch (ModelException wrong) {
                return asTheEngine.apply(new ByteArrayInputStream(content));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
