package org.peerexchange.matching;

import java.util.List;

/**
 * A pair that could be, with what speaks for it or, when it is not feasible, what rules it out.
 *
 * @param seeker number of the seeker's application
 * @param giver number of the giver's application
 * @param feasible whether no condition rules it out
 * @param agreedBefore whether both sides had agreed on it when they applied (domain A10)
 * @param proposed whether it belongs to the best assignment
 */
record Possibility(
        String seeker,
        String giver,
        boolean feasible,
        int points,
        List<String> reasons,
        boolean agreedBefore,
        boolean proposed) {

    /** What a form calls this pair. */
    String value() {
        return seeker + "+" + giver;
    }

    boolean has(String application) {
        return seeker.equals(application) || giver.equals(application);
    }

    Possibility propose() {
        return new Possibility(seeker, giver, feasible, points, reasons, agreedBefore, true);
    }

    Assignment.Edge edge() {
        return new Assignment.Edge(seeker, giver, points);
    }

    String sentences() {
        return String.join(" ", reasons);
    }
}
