package org.peerexchange.money;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.peerexchange.programme.FactNames;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.springframework.stereotype.Component;

/** The names of {@link MoneyFacts}. */
@Component
public class MoneyFactNames implements FactNames {

    private static final List<String> FIGURES = List.of(
            "approved",
            "paid",
            "receipts",
            "borneByHost",
            "accepted",
            "refunded",
            "balance",
            "covered",
            "acceptableAtMost",
            "proposed");
    private static final List<String> DAYS = List.of("approvedOn", "paidOn");
    private static final List<String> MORE = List.of("currency", "settled", "references", "notCovered", "entries");

    @Override
    public Set<String> of(ModelFiles files, Programme programme) {
        Set<String> names = new TreeSet<>(Set.of("receiptRows"));
        List.of(FIGURES, DAYS, MORE).forEach(some -> some.forEach(one -> names.add("ledger." + one)));
        List.of(FIGURES, DAYS).forEach(some -> some.forEach(one -> names.add("ledger.text." + one)));
        return names;
    }
}
