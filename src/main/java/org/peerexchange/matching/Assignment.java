package org.peerexchange.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The best assignment of seekers to givers, each with a number of places: as many pairs as possible, and among those the
 * most points.
 *
 * <p>It is a flow from a source over the seekers and the givers to a sink, one unit for each pair, found by successive best
 * paths: each round sends one unit along the path that gains the most points, where a path may take back pairs made before.
 * After k rounds no k pairs have more points, so the last round has the most pairs with the most points among them. Names
 * are put in order first and only a real gain changes a path, so the same pool always gives the same pairs.
 */
final class Assignment {

    /** A possible pair and what it is worth. */
    record Edge(String seeker, String giver, int points) {}

    private static final long UNREACHED = Long.MIN_VALUE;

    private final List<Edge> edges;
    private final int sink;

    /** Each arc and after it its reverse, which holds what can be taken back; the arcs of the edges come first. */
    private final List<Arc> arcs = new ArrayList<>();

    private static final class Arc {

        private final int from;
        private final int to;
        private final long gain;
        private Arc reverse;
        private int free;

        Arc(int from, int to, long gain, int free) {
            this.from = from;
            this.to = to;
            this.gain = gain;
            this.free = free;
        }
    }

    private Assignment(Collection<Edge> possible, Map<String, Integer> places) {
        edges = possible.stream()
                .sorted(Comparator.comparing(Edge::seeker).thenComparing(Edge::giver))
                .toList();
        TreeSet<String> seekers = new TreeSet<>();
        TreeSet<String> givers = new TreeSet<>();
        edges.forEach(edge -> {
            seekers.add(edge.seeker());
            givers.add(edge.giver());
        });
        Map<String, Integer> index = new HashMap<>();
        seekers.forEach(seeker -> index.put(seeker, index.size() + 1));
        givers.forEach(giver -> index.put(giver, index.size() + 1));
        sink = index.size() + 1;
        edges.forEach(edge -> arc(index.get(edge.seeker()), index.get(edge.giver()), edge.points(), 1));
        seekers.forEach(seeker -> arc(0, index.get(seeker), 0, places.getOrDefault(seeker, 0)));
        givers.forEach(giver -> arc(index.get(giver), sink, 0, places.getOrDefault(giver, 0)));
    }

    /**
     * The best assignment.
     *
     * @param possible each possible pair once; nobody is seeker and giver at once
     * @param places how many pairs each may be in; who is missing has none
     * @return the chosen pairs in the order of their names
     */
    static List<Edge> best(Collection<Edge> possible, Map<String, Integer> places) {
        return new Assignment(possible, places).solve();
    }

    private List<Edge> solve() {
        for (Arc[] path = bestPath(); path != null; path = bestPath()) {
            for (int node = sink; node != 0; node = path[node].from) {
                path[node].free--;
                path[node].reverse.free++;
            }
        }
        List<Edge> chosen = new ArrayList<>();
        for (int edge = 0; edge < edges.size(); edge++) {
            if (arcs.get(2 * edge).free == 0) {
                chosen.add(edges.get(edge));
            }
        }
        return chosen;
    }

    /** For each node the arc by which the best path reaches it, or null when no path leads to the sink (Bellman-Ford). */
    private Arc[] bestPath() {
        long[] gained = new long[sink + 1];
        Arrays.fill(gained, UNREACHED);
        gained[0] = 0;
        Arc[] reachedBy = new Arc[sink + 1];
        for (boolean better = true; better; ) {
            better = false;
            for (Arc arc : arcs) {
                if (arc.free > 0 && gained[arc.from] != UNREACHED && gained[arc.from] + arc.gain > gained[arc.to]) {
                    gained[arc.to] = gained[arc.from] + arc.gain;
                    reachedBy[arc.to] = arc;
                    better = true;
                }
            }
        }
        return gained[sink] == UNREACHED ? null : reachedBy;
    }

    private void arc(int from, int to, long gain, int free) {
        Arc there = new Arc(from, to, gain, free);
        Arc back = new Arc(to, from, -gain, 0);
        there.reverse = back;
        back.reverse = there;
        arcs.add(there);
        arcs.add(back);
    }
}
