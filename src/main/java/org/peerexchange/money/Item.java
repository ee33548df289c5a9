package org.peerexchange.money;

import java.time.LocalDate;

/**
 * One amount somebody stated: an approval, a payment, a receipt, a refund.
 *
 * @param date the day it was paid or approved
 * @param payee to whom; empty where the form does not ask
 * @param what what for, or the bank's reference
 * @param category a code of the programme's cost categories; empty where the form does not ask
 * @param selfMade whether the receipt was written and signed by the host for want of a printed one
 */
public record Item(Amount amount, LocalDate date, String payee, String what, String category, boolean selfMade) {

    /** @throws IllegalArgumentException when the amount is not more than nothing */
    public Item {
        if (amount.original().signum() <= 0) {
            throw new IllegalArgumentException(
                    "An amount of money is more than nothing, not %s.".formatted(amount.original()));
        }
    }
}
