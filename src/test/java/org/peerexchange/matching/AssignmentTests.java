package org.peerexchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.peerexchange.matching.Assignment.Edge;

class AssignmentTests {

    @Test
    void nobodyMeansNoPairs() {
        assertThat(Assignment.best(List.of(), Map.of())).isEmpty();
    }

    @Test
    void morePairsWinOverMorePoints() {
        var best = Assignment.best(
                List.of(new Edge("m1", "g1", 100), new Edge("m1", "g2", 1), new Edge("m2", "g1", 1)),
                Map.of("m1", 1, "m2", 1, "g1", 1, "g2", 1));

        assertThat(best).containsExactly(new Edge("m1", "g2", 1), new Edge("m2", "g1", 1));
    }

    @Test
    void amongEqualNumbersOfPairsMorePointsWin() {
        var best = Assignment.best(
                List.of(
                        new Edge("m1", "g1", 9),
                        new Edge("m1", "g2", 8),
                        new Edge("m2", "g1", 8),
                        new Edge("m2", "g2", 1)),
                Map.of("m1", 1, "m2", 1, "g1", 1, "g2", 1));

        assertThat(best).extracting(Edge::points).containsExactly(8, 8);
    }

    @Test
    void aGiverTakesAsManyAsItHasPlacesForAndNoMore() {
        var best = Assignment.best(
                List.of(new Edge("m1", "g1", 1), new Edge("m2", "g1", 2), new Edge("m3", "g1", 3)),
                Map.of("m1", 1, "m2", 1, "m3", 1, "g1", 2));

        assertThat(best).extracting(Edge::seeker).containsExactly("m2", "m3");
    }

    @Test
    void aPairThatCostsPointsIsStillBetterThanNone() {
        assertThat(Assignment.best(List.of(new Edge("m1", "g1", -5)), Map.of("m1", 1, "g1", 1)))
                .hasSize(1);
    }

    @Test
    void theOrderOfTheQuestionDoesNotChangeTheAnswer() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var pool = Pool.random(random, 5, 4);
            var shuffled = new ArrayList<>(pool.edges);
            Collections.shuffle(shuffled, random);

            assertThat(Assignment.best(shuffled, pool.places)).isEqualTo(Assignment.best(pool.edges, pool.places));
        }
    }

    @Test
    void noOtherChoiceHasMorePairsOrAsManyWithMorePoints() {
        var random = new Random(2027);
        for (int round = 0; round < 3000; round++) {
            var pool = Pool.random(random, 4, 3);
            var best = Assignment.best(pool.edges, pool.places);

            assertThat(pool.allows(best)).as("%s", pool).isTrue();
            assertThat(worth(best)).as("%s", pool).isEqualTo(pool.bestByTryingEverything());
        }
    }

    @Test
    void aLargePoolTakesNoTime() {
        var pool = Pool.full(new Random(1), 200, 100);
        var started = System.nanoTime();

        assertThat(Assignment.best(pool.edges, pool.places)).hasSize(200);
        assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(10_000);
    }

    /** Pairs first, points second, as one number. */
    private static long worth(List<Edge> chosen) {
        return chosen.size() * 1_000_000L
                + chosen.stream().mapToInt(Edge::points).sum();
    }

    private record Pool(List<Edge> edges, Map<String, Integer> places) {

        static Pool random(Random random, int mostSeekers, int mostGivers) {
            return of(random, 1 + random.nextInt(mostSeekers), 1 + random.nextInt(mostGivers), .6, 3);
        }

        static Pool full(Random random, int seekers, int givers) {
            var pool = of(random, seekers, givers, 1, 1);
            pool.places.replaceAll((name, places) -> name.startsWith("g") ? 2 : 1);
            return pool;
        }

        private static Pool of(Random random, int seekers, int givers, double density, int mostPlaces) {
            List<Edge> edges = new ArrayList<>();
            Map<String, Integer> places = new HashMap<>();
            for (int seeker = 0; seeker < seekers; seeker++) {
                places.put("m" + seeker, random.nextInt(4) == 0 ? 2 : 1);
                for (int giver = 0; giver < givers; giver++) {
                    places.putIfAbsent("g" + giver, random.nextInt(mostPlaces + 1));
                    if (random.nextDouble() < density) {
                        edges.add(new Edge("m" + seeker, "g" + giver, random.nextInt(12) - 2));
                    }
                }
            }
            return new Pool(edges, places);
        }

        boolean allows(List<Edge> chosen) {
            Map<String, Integer> used = new HashMap<>();
            chosen.forEach(edge -> {
                used.merge(edge.seeker(), 1, Integer::sum);
                used.merge(edge.giver(), 1, Integer::sum);
            });
            return used.entrySet().stream().allMatch(one -> one.getValue() <= places.get(one.getKey()));
        }

        long bestByTryingEverything() {
            long best = 0;
            for (int choice = 0; choice < 1 << edges.size(); choice++) {
                List<Edge> chosen = new ArrayList<>();
                for (int edge = 0; edge < edges.size(); edge++) {
                    if ((choice & 1 << edge) != 0) {
                        chosen.add(edges.get(edge));
                    }
                }
                if (worth(chosen) > best && allows(chosen)) {
                    best = worth(chosen);
                }
            }
            return best;
        }
    }
}
