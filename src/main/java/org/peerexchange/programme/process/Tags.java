package org.peerexchange.programme.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.peerexchange.programme.Tag;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** A model as {@link Tag}s, from a file or from the engine that is taking it. */
final class Tags {

    private static final Set<String> ENGINE = Set.of(
            BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getNamespaceUri(),
            BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getAlternativeUri(),
            "http://camunda.org/schema/1.0/dmn");

    private Tags() {}

    static Tag of(DomDocument document) {
        return of(((Document) document.getDomSource().getNode()).getDocumentElement());
    }

    private static Tag of(Node element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        NamedNodeMap given = element.getAttributes();
        for (int at = 0; at < given.getLength(); at++) {
            Node one = given.item(at);
            attributes.put(named(one.getNamespaceURI(), one.getLocalName()), one.getNodeValue());
        }
        StringBuilder text = new StringBuilder();
        List<Tag> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                children.add(of(child));
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return new Tag(element.getLocalName(), attributes, text.toString(), children);
    }

    static Tag of(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes().forEach(name -> {
            String namespace = name.contains(":") ? name.substring(0, name.lastIndexOf(':')) : "";
            attributes.put(named(namespace, name.substring(name.lastIndexOf(':') + 1)), element.attribute(name));
        });
        return new Tag(
                element.getTagName(),
                attributes,
                element.getText() == null ? "" : element.getText(),
                element.elements().stream().map(Tags::of).toList());
    }

    private static String named(String namespace, String name) {
        return namespace != null && ENGINE.contains(namespace) ? Tag.ENGINE + name : name;
    }
}
