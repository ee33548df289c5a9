package org.peerexchange.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peerexchange.language.InWords;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.Tables;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The ledger as facts: figures by name under {@code ledger} (as text under {@code ledger.text}), its entries as rows of text,
 * and under {@code receiptRows} each receipt with what the programme's table {@code <programme>-covered-costs} says about it.
 */
@Component
@Order(4)
class MoneyFacts implements FactSource {

    static final String COVERED_COSTS = "covered-costs";

    private final LedgerEntries entries;
    private final Programmes programmes;
    private final Tables tables;

    MoneyFacts(LedgerEntries entries, Programmes programmes, @Lazy Tables tables) {
        this.entries = entries;
        this.programmes = programmes;
        this.tables = tables;
    }

    @Override
    public void contribute(Case subject, KnownFacts facts) {
        if (!subject.kind().equals(Case.CYCLE)) {
            facts.part(Set.of("ledger", "receiptRows"), () -> of(subject, facts, facts.translation()));
        }
    }

    private Map<String, Object> of(Case subject, Map<String, Object> facts, Translation words) {
        Ledger ledger = new Ledger(subject.number(), entries.findByCaseNumberOrderById(subject.number()));
        Programme programme = programmes.of(subject.programme()).in(words);
        List<Receipt> receipts = judged(ledger, programme, facts);
        Map<String, Object> figures = figures(ledger, receipts);
        Map<String, Object> known = new LinkedHashMap<>(figures);
        LocalDate approvedOn = day(ledger, EntryKind.APPROVED);
        LocalDate paidOn = day(ledger, EntryKind.PAID);
        known.put("text", texts(figures, approvedOn, paidOn, words.language()));
        known.put("currency", Amount.EUR);
        known.put("settled", ledger.settled());
        known.put("approvedOn", approvedOn);
        known.put("paidOn", paidOn);
        known.put("references", references(ledger));
        known.put("notCovered", notCovered(receipts, programme, words));
        known.put("entries", ledger.entries().stream().map(MoneyFacts::row).toList());
        return Map.of(
                "ledger",
                known,
                "receiptRows",
                IntStream.range(0, receipts.size())
                        .mapToObj(i -> receipts.get(i).row(i + 1, programme))
                        .toList());
    }

    private static Map<String, Object> figures(Ledger ledger, List<Receipt> receipts) {
        BigDecimal covered = receipts.stream()
                .filter(Receipt::covered)
                .map(receipt -> receipt.entry().eur())
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("approved", ledger.approved());
        figures.put("paid", ledger.paid());
        figures.put("receipts", ledger.receipts());
        figures.put("borneByHost", ledger.borneByHost());
        figures.put("accepted", ledger.receipts().subtract(ledger.borneByHost()));
        figures.put("refunded", ledger.refunded());
        figures.put("balance", ledger.balance());
        figures.put("covered", covered);
        figures.put("acceptableAtMost", ledger.acceptableAtMost());
        figures.put("proposed", covered.min(ledger.acceptableAtMost()));
        return figures;
    }

    private static Map<String, Object> texts(
            Map<String, Object> figures, LocalDate approvedOn, LocalDate paidOn, Locale language) {
        Map<String, Object> texts = new LinkedHashMap<>();
        figures.forEach((name, figure) ->
                texts.put(name, "%s %s".formatted(InWords.amount((BigDecimal) figure, language), Amount.EUR)));
        texts.put("approvedOn", InWords.day(approvedOn, language));
        texts.put("paidOn", InWords.day(paidOn, language));
        return texts;
    }

    private static String inWords(LocalDate day) {
        return InWords.day(day, Locale.ENGLISH);
    }

    private static LocalDate day(Ledger ledger, EntryKind kind) {
        return ledger.standing(kind).map(LedgerEntry::happenedOn).orElse(null);
    }

    /** The bank's references of all payments and refunds, so that none is booked twice. */
    private static List<String> references(Ledger ledger) {
        return ledger.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.PAID || entry.kind() == EntryKind.REFUND)
                .map(LedgerEntry::what)
                .toList();
    }

    private List<Receipt> judged(Ledger ledger, Programme programme, Map<String, Object> facts) {
        List<LedgerEntry> standing = ledger.standingReceipts();
        if (standing.isEmpty()) {
            return List.of();
        }
        String table = Tables.ofProgramme(programme.key(), COVERED_COSTS);
        List<Map<String, Object>> costs = standing.stream()
                .map(entry -> Map.<String, Object>of("category", entry.category()))
                .toList();
        List<Tables.Answer> answers = tables.askForEach(table, facts, "cost", costs);
        List<Receipt> receipts = new ArrayList<>();
        for (int index = 0; index < standing.size(); index++) {
            Map<String, Object> said = answers.get(index).only(table);
            receipts.add(new Receipt(
                    standing.get(index), Boolean.TRUE.equals(said.get("covered")), (String) said.get("reason")));
        }
        return receipts;
    }

    /** A sentence for each receipt that does not count; null when all do. */
    private static String notCovered(List<Receipt> receipts, Programme programme, Translation words) {
        return receipts.stream()
                .filter(receipt -> !receipt.covered())
                .map(receipt -> "%s, %s (%s EUR): %s"
                        .formatted(
                                receipt.entry().payee(),
                                label(programme, receipt.entry().category()),
                                InWords.amount(receipt.entry().eur(), words.language()),
                                words.of(receipt.reason())))
                .reduce((one, other) -> one + " " + other)
                .orElse(null);
    }

    private static Map<String, Object> row(LedgerEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("date", inWords(entry.happenedOn()));
        row.put(
                "kind",
                entry.reverses() == null ? entry.kind().label() : entry.kind().label() + " (taken back)");
        row.put(
                "what",
                String.join(
                        ", ",
                        Stream.of(entry.payee(), entry.what())
                                .filter(text -> !text.isEmpty())
                                .toList()));
        row.put("amount", original(entry));
        row.put("eur", entry.eur().toString());
        return row;
    }

    private static String original(LedgerEntry entry) {
        return Objects.equals(entry.currency(), Amount.EUR)
                ? "%s EUR".formatted(entry.amount())
                : "%s %s = %s EUR (1 EUR = %s on %s)"
                        .formatted(
                                entry.amount(),
                                entry.currency(),
                                entry.eur(),
                                entry.rate().stripTrailingZeros().toPlainString(),
                                inWords(entry.rateDate()));
    }

    private static String label(Programme programme, String category) {
        return programme.label("costCategories", category);
    }

    private record Receipt(LedgerEntry entry, boolean covered, String reason) {

        /** {@code number} counts the receipts as the host's page does, so that both can speak of the same one. */
        Map<String, Object> row(int number, Programme programme) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("number", number);
            row.put("date", inWords(entry.happenedOn()));
            row.put("payee", entry.payee());
            row.put("what", entry.selfMade() ? entry.what() + " (self-made receipt)" : entry.what());
            row.put("category", label(programme, entry.category()));
            row.put("amount", original(entry));
            row.put("eur", entry.eur().toString());
            row.put("covered", covered ? "Yes" : "No");
            row.put("reason", reason);
            return row;
        }
    }
}
