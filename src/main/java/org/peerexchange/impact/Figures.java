package org.peerexchange.impact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cycle in numbers.
 *
 * @param applications how many applications of each role had which outcome
 * @param proposed pairs proposed to communities, the agreed ones included
 * @param agreed pairs both sides agreed to
 * @param visits visits that took place
 * @param communities names of the communities in agreed pairs
 * @param countries where they are
 * @param topics how many agreed pairs worked on each topic
 * @param paid advances paid, in EUR
 * @param spent receipts accepted, in EUR
 * @param returned money that came back, in EUR
 */
record Figures(
        Map<String, Map<String, Long>> applications,
        long proposed,
        long agreed,
        long completed,
        long cancelled,
        long visits,
        long visitDays,
        SortedSet<String> communities,
        SortedSet<String> countries,
        Map<String, Long> topics,
        long reportsOnTime,
        long reportsLate,
        long reportsMissing,
        BigDecimal paid,
        BigDecimal spent,
        BigDecimal returned,
        long callsHeld,
        long actionItems) {

    static Figures of(CycleRecord cycle) {
        List<Exchange> agreed =
                cycle.exchanges().stream().filter(Exchange::agreed).toList();
        return new Figures(
                cycle.applications().stream()
                        .collect(Collectors.groupingBy(
                                Applied::role,
                                TreeMap::new,
                                Collectors.groupingBy(Applied::outcome, TreeMap::new, Collectors.counting()))),
                cycle.exchanges().size(),
                agreed.size(),
                agreed.stream().filter(Exchange::completed).count(),
                agreed.stream().filter(Exchange::cancelled).count(),
                agreed.stream().filter(Exchange::visited).count(),
                sum(agreed, Exchange::days),
                told(agreed, Side::community),
                told(agreed, Side::country),
                agreed.stream()
                        .flatMap(exchange -> exchange.topics().stream())
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())),
                sum(agreed, Exchange::reportsOnTime),
                sum(agreed, Exchange::reportsLate),
                sum(agreed, Exchange::reportsMissing),
                money(agreed, Exchange.Advance::paid),
                money(agreed, Exchange.Advance::spent),
                money(agreed, Exchange.Advance::returned),
                agreed.stream().filter(Exchange::callHeld).count(),
                sum(agreed, exchange -> exchange.actions().size()));
    }

    long applied() {
        return applications.values().stream()
                .flatMap(outcomes -> outcomes.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long sum(List<Exchange> exchanges, ToLongFunction<Exchange> figure) {
        return exchanges.stream().mapToLong(figure).sum();
    }

    private static SortedSet<String> told(List<Exchange> exchanges, Function<Side, String> what) {
        return exchanges.stream()
                .flatMap(exchange -> Stream.of(exchange.mentee(), exchange.mentor()))
                .map(what)
                .filter(told -> !told.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static BigDecimal money(List<Exchange> exchanges, Function<Exchange.Advance, BigDecimal> what) {
        return exchanges.stream()
                .map(exchange -> what.apply(exchange.advance()))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
