package org.peerexchange.portal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.DrawnNames;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The drawing of a model and nothing else: shapes, lines and their names. Who does a step, by which form, table or text, under which
 * condition and what is written about it stays here: only what is named below is taken over.
 */
final class ModelDrawing {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** What is drawn of a model, besides tasks, gateways and events. */
    private static final Set<String> MODEL = Set.of(
            "definitions",
            "collaboration",
            "participant",
            "process",
            "laneSet",
            "lane",
            "flowNodeRef",
            "subProcess",
            "transaction",
            "callActivity",
            "sequenceFlow",
            "multiInstanceLoopCharacteristics",
            "standardLoopCharacteristics");

    private static final Set<String> DIAGRAM =
            Set.of("BPMNDiagram", "BPMNPlane", "BPMNShape", "BPMNEdge", "BPMNLabel", "Bounds", "waypoint");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "sourceRef",
            "targetRef",
            "default",
            "processRef",
            "attachedToRef",
            "cancelActivity",
            "isInterrupting",
            "triggeredByEvent",
            "isSequential",
            "targetNamespace",
            "bpmnElement",
            "isExpanded",
            "isHorizontal",
            "isMarkerVisible",
            "x",
            "y",
            "width",
            "height");

    private final Translation words;

    private ModelDrawing(Translation words) {
        this.words = words;
    }

    /**
     * @param model BPMN 2.0 XML
     * @param words in which its names are drawn
     * @return the same as a drawing, also BPMN 2.0 XML
     * @throws IllegalArgumentException when it is no readable XML
     */
    static String of(String model, Translation words) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document read = factory.newDocumentBuilder().parse(new InputSource(new StringReader(model)));
            Document drawn = factory.newDocumentBuilder().newDocument();
            drawn.appendChild(drawn.importNode(read.getDocumentElement(), false));
            ModelDrawing drawing = new ModelDrawing(words);
            drawing.clean(drawn.getDocumentElement());
            drawing.copyInto(drawn.getDocumentElement(), read.getDocumentElement());
            leaveOutShapesOfNothing(drawn);
            return text(drawn);
        } catch (ParserConfigurationException | SAXException | IOException | TransformerException unreadable) {
            throw new IllegalArgumentException("The model is not readable.", unreadable);
        }
    }

    private void copyInto(Element drawn, Element read) {
        for (Node child = read.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && isDrawn(element)) {
                Element copy = (Element) drawn.getOwnerDocument().importNode(element, false);
                clean(copy);
                drawn.appendChild(copy);
                copyInto(copy, element);
            } else if (child.getNodeType() == Node.TEXT_NODE && "flowNodeRef".equals(read.getLocalName())) {
                drawn.appendChild(drawn.getOwnerDocument().importNode(child, false));
            }
        }
    }

    private static boolean isDrawn(Element element) {
        String name = element.getLocalName();
        if (!BPMN.equals(element.getNamespaceURI())) {
            return DIAGRAM.contains(name)
                    && String.valueOf(element.getNamespaceURI()).startsWith("http://www.omg.org/spec/");
        }
        return MODEL.contains(name)
                || name.equals("task")
                || name.endsWith("Task")
                || name.endsWith("Gateway")
                || name.endsWith("Event")
                || name.endsWith("EventDefinition");
    }

    private void clean(Element element) {
        List<Attr> given = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            given.add((Attr) element.getAttributes().item(i));
        }
        given.stream()
                .filter(attribute -> attribute.getNamespaceURI() != null || !ATTRIBUTES.contains(attribute.getName()))
                .forEach(element::removeAttributeNode);
        if (element.hasAttribute("name")) {
            element.setAttribute("name", words.of(DrawnNames.of(element.getAttribute("name"))));
        }
    }

    /** A note in the model has a shape, but what it says is for those who draw models. */
    private static void leaveOutShapesOfNothing(Document drawn) {
        List<Element> all = elements(drawn);
        Set<String> ids = new HashSet<>();
        all.forEach(element -> ids.add(element.getAttribute("id")));
        all.stream()
                .filter(element -> element.hasAttribute("bpmnElement")
                        && !ids.contains(element.getAttribute("bpmnElement").replaceFirst(".*:", "")))
                .forEach(element -> element.getParentNode().removeChild(element));
    }

    private static List<Element> elements(Document drawn) {
        List<Element> all = new ArrayList<>();
        NodeList found = drawn.getElementsByTagName("*");
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static String text(Document drawn) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer writing = factory.newTransformer();
        writing.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        writing.transform(new DOMSource(drawn), new StreamResult(text));
        return text.toString();
    }
}
