package org.peerexchange.money;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What an entry of the ledger says. */
public enum EntryKind {
    APPROVED("approved", "Approved by the hub"),
    PAID("paid", "Paid in advance"),
    RECEIPT("receipt", "Spent"),
    /** The part of the receipts that the hub does not take on: beyond the advance, or not covered. */
    BORNE_BY_HOST("borne-by-host", "Not taken on"),
    REFUND("refund", "Returned");

    private final String word;
    private final String label;

    EntryKind(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The word models and the database use. */
    public String word() {
        return word;
    }

    /** What staff read. */
    public String label() {
        return label;
    }

    static EntryKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no kind of ledger entry: use one of %s."
                        .formatted(
                                word,
                                Arrays.stream(values()).map(EntryKind::word).collect(Collectors.joining(", ")))));
    }
}
