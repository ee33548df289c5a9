package org.peerexchange;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How a process is drawn, and what makes the drawing hard to read. */
final class Drawing {

    /** A touching border is no overlap. */
    private static final double MARGIN = 1;

    /** How far the words of an event or a gateway may stand from it. */
    private static final double NEAR = 25;

    private final Map<FlowNode, Rectangle2D> shapes = new LinkedHashMap<>();
    private final Map<FlowNode, Rectangle2D> words = new LinkedHashMap<>();
    private final Map<SequenceFlow, List<Line2D>> flows = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private Drawing(BpmnModelInstance model) {
        Map<Object, Rectangle2D> drawn = new LinkedHashMap<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            drawn.put(shape.getBpmnElement(), rectangle(shape.getBounds()));
            if (shape.getBpmnLabel() != null
                    && shape.getBpmnLabel().getBounds() != null
                    && shape.getBpmnElement() instanceof FlowNode node) {
                words.put(node, rectangle(shape.getBpmnLabel().getBounds()));
            }
        }
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (drawn.containsKey(node)) {
                shapes.put(node, drawn.get(node));
            } else {
                wrong.add("%s is not drawn".formatted(node.getId()));
            }
        }
        Map<Object, List<Line2D>> lines = new LinkedHashMap<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            var points = edge.getWaypoints().stream()
                    .map(point -> new Point2D.Double(point.getX(), point.getY()))
                    .toList();
            List<Line2D> pieces = new ArrayList<>();
            for (int at = 1; at < points.size(); at++) {
                pieces.add(new Line2D.Double(points.get(at - 1), points.get(at)));
            }
            lines.put(edge.getBpmnElement(), pieces);
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (lines.containsKey(flow)) {
                flows.put(flow, lines.get(flow));
            } else {
                wrong.add("%s is not drawn".formatted(flow.getId()));
            }
        }
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** What is missing in the drawing of a process, lies on something else or crosses it. */
    static List<String> faults(BpmnModelInstance model) {
        Drawing drawing = new Drawing(model);
        drawing.shapesOnShapes();
        drawing.flowsThroughShapes();
        drawing.flowsOnFlows();
        drawing.wordsElsewhere();
        return drawing.wrong;
    }

    private void shapesOnShapes() {
        List<FlowNode> nodes = List.copyOf(shapes.keySet());
        for (int first = 0; first < nodes.size(); first++) {
            for (int second = first + 1; second < nodes.size(); second++) {
                FlowNode one = nodes.get(first);
                FlowNode other = nodes.get(second);
                boolean belong = isInside(one, other) || isInside(other, one) || sits(one, other) || sits(other, one);
                if (!belong && shapes.get(one).intersects(shapes.get(other))) {
                    wrong.add("%s and %s overlap".formatted(one.getId(), other.getId()));
                }
            }
        }
    }

    private void flowsThroughShapes() {
        flows.forEach((flow, lines) -> shapes.forEach((node, shape) -> {
            boolean belongs = isInside(flow, node)
                    || node.equals(flow.getSource())
                    || node.equals(flow.getTarget())
                    || sits(flow.getSource(), node);
            Rectangle2D inner = new Rectangle2D.Double(
                    shape.getX() + MARGIN,
                    shape.getY() + MARGIN,
                    shape.getWidth() - 2 * MARGIN,
                    shape.getHeight() - 2 * MARGIN);
            if (!belongs && lines.stream().anyMatch(line -> line.intersects(inner))) {
                wrong.add("%s runs through %s".formatted(flow.getId(), node.getId()));
            }
        }));
    }

    private void flowsOnFlows() {
        List<SequenceFlow> all = List.copyOf(flows.keySet());
        for (int first = 0; first < all.size(); first++) {
            for (int second = first + 1; second < all.size(); second++) {
                SequenceFlow one = all.get(first);
                SequenceFlow other = all.get(second);
                if (flows.get(one).stream()
                        .anyMatch(line -> flows.get(other).stream().anyMatch(piece -> meet(line, piece)))) {
                    wrong.add("%s and %s cross".formatted(one.getId(), other.getId()));
                }
            }
        }
    }

    private void wordsElsewhere() {
        words.forEach((node, label) -> {
            Rectangle2D shape = shapes.get(node);
            Rectangle2D around = new Rectangle2D.Double(
                    shape.getX() - NEAR,
                    shape.getY() - NEAR,
                    shape.getWidth() + 2 * NEAR,
                    shape.getHeight() + 2 * NEAR);
            if (!label.intersects(around)) {
                wrong.add("the name of %s stands far from it".formatted(node.getId()));
            }
        });
    }

    /** Whether two pieces meet elsewhere than where both begin or end, as two flows into one place do. */
    private static boolean meet(Line2D one, Line2D other) {
        if (!one.intersectsLine(other)) {
            return false;
        }
        for (Point2D end : List.of(one.getP1(), one.getP2())) {
            if (end.equals(other.getP1()) || end.equals(other.getP2())) {
                return runsAlong(one, other, end);
            }
        }
        return true;
    }

    private static boolean runsAlong(Line2D one, Line2D other, Point2D shared) {
        Point2D far = one.getP1().equals(shared) ? one.getP2() : one.getP1();
        Point2D otherFar = other.getP1().equals(shared) ? other.getP2() : other.getP1();
        return other.ptSegDist(far) == 0 || one.ptSegDist(otherFar) == 0;
    }

    private static boolean isInside(ModelElementInstance inside, FlowNode frame) {
        for (var here = inside.getParentElement(); here != null; here = here.getParentElement()) {
            if (here.equals(frame)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sits(FlowNode event, FlowNode on) {
        return event instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(on);
    }
}
