package org.peerexchange.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * An amount of money with what it is in euros (domain A18).
 *
 * @param original the amount as it was paid, to the cent
 * @param currency ISO 4217 code
 * @param rate how much of the currency one euro was, as the European Central Bank writes it; null for euros
 * @param rateDate the day of the rate; null for euros
 */
public record Amount(BigDecimal original, String currency, BigDecimal rate, LocalDate rateDate) {

    public static final String EUR = "EUR";

    private static final BigDecimal MOST = new BigDecimal("9999999999.99");

    /**
     * @throws IllegalArgumentException with a sentence, when the amount is not to the cent, the currency no code, or the rate
     *     or its day is missing for another currency than the euro
     */
    public Amount {
        original = cents(original);
        if (currency == null || !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("\"%s\" is no currency: use a code such as EUR.".formatted(currency));
        }
        if (currency.equals(EUR)) {
            rate = null;
            rateDate = null;
        } else if (rate == null || rate.signum() <= 0 || rateDate == null) {
            throw new IllegalArgumentException(
                    "An amount in %s needs its rate and the day of the rate.".formatted(currency));
        } else if (divided(original, rate).abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "%s %s at %s is more money than there is.".formatted(original, currency, rate));
        }
    }

    public static Amount eur(BigDecimal amount) {
        return new Amount(amount, EUR, null, null);
    }

    /** The amount in euros, rounded half up to the cent: the one place where money is rounded. */
    public BigDecimal eur() {
        return rate == null ? original : divided(original, rate);
    }

    private static BigDecimal divided(BigDecimal original, BigDecimal rate) {
        return original.divide(rate, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal cents(BigDecimal amount) {
        if (amount == null
                || amount.stripTrailingZeros().scale() > 2
                || amount.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("%s is no amount of money to the cent.".formatted(amount));
        }
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}
