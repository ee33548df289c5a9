package org.peerexchange.matching;

import java.util.List;

/**
 * A pair that could be, with what speaks for it or, when it is not feasible, what rules it out.
 *
 * @param seeker number of the seeker's application
 * @param giver number of the giver's application
 * @param feasible whether no condition rules it out
 * @param told those of the reasons that the pair reads too; others are for staff only
 * @param agreedBefore whether both sides had agreed on it when they applied (domain A10)
 * @param proposed whether it belongs to the best assignment
 */
record Possibility(
        String seeker,
        String giver,
        boolean feasible,
        int points,
        List<String> reasons,
        List<String> told,
        boolean agreedBefore,
        boolean proposed) {

    /** In a round that was kept before reasons were told apart, none is told. */
    Possibility {
        told = told == null ? List.of() : told;
    }

    /** What a form calls this pair. */
    String value() {
        return seeker + "+" + giver;
    }

    boolean has(String application) {
        return seeker.equals(application) || giver.equals(application);
    }

    Possibility propose() {
        return new Possibility(seeker, giver, feasible, points, reasons, told, agreedBefore, true);
    }

    Assignment.Edge edge() {
        return new Assignment.Edge(seeker, giver, points);
    }

    /** Why, for staff. */
    String sentences() {
        return String.join(" ", reasons);
    }

    /** Why, for the pair itself. */
    String sentencesTold() {
        return String.join(" ", told);
    }
}
