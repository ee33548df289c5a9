package org.peerexchange.programme.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnModelInstanceImpl;
import org.camunda.bpm.model.dmn.impl.DmnParser;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The engine's readers of models load the schemas of the standards anew for each file and then look at it with schemas that they
 * have ready, too. Here only the latter do. A file they find wrong is read again in the engine's way, which names the line.
 */
final class QuickReading {

    private static final String ID = "id";

    private QuickReading() {}

    /** From now on whoever reads a model in this JVM, the engine included, does it so. */
    static synchronized void use() {
        if (!(Bpmn.INSTANCE instanceof Processes)) {
            Bpmn.INSTANCE = new Processes();
            Dmn.INSTANCE = new Tables();
        }
    }

    private static final class Processes extends Bpmn {

        private final BpmnParser quick = new BpmnParser() {
            @Override
            protected void configureFactory(DocumentBuilderFactory factory) {
                super.configureFactory(factory);
                factory.setValidating(false);
            }

            @Override
            protected BpmnModelInstanceImpl createModelInstance(DomDocument document) {
                return super.createModelInstance(withIds(document));
            }
        };

        @Override
        protected BpmnModelInstance doReadModelFromInputStream(InputStream in) {
            byte[] content = all(in);
            try {
                return quick.parseModelFromStream(new ByteArrayInputStream(content));
            } catch (ModelException wrong) {
                return super.doReadModelFromInputStream(new ByteArrayInputStream(content));
            }
        }
    }

    private static final class Tables extends Dmn {

        private final DmnParser quick = new DmnParser() {
            @Override
            protected void configureFactory(DocumentBuilderFactory factory) {
                super.configureFactory(factory);
                factory.setValidating(false);
            }

            @Override
            protected DmnModelInstanceImpl createModelInstance(DomDocument document) {
                return super.createModelInstance(withIds(document));
            }
        };

        @Override
        protected DmnModelInstance doReadModelFromInputStream(InputStream in) {
            byte[] content = all(in);
            try {
                return quick.parseModelFromStream(new ByteArrayInputStream(content));
            } catch (ModelException wrong) {
                return super.doReadModelFromInputStream(new ByteArrayInputStream(content));
            }
        }
    }

    /** Without the schema at hand a reader does not know that ids are ids, by which elements are found. */
    private static DomDocument withIds(DomDocument document) {
        NodeList elements = ((Document) document.getDomSource().getNode()).getElementsByTagName("*");
        for (int at = 0; at < elements.getLength(); at++) {
            Element element = (Element) elements.item(at);
            if (element.hasAttribute(ID)) {
                element.setIdAttribute(ID, true);
            }
        }
        return document;
    }

    private static byte[] all(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
