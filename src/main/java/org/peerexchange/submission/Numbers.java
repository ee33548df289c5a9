package org.peerexchange.submission;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Reads numbers strictly and within what a browser can hold, and checks their limits. */
final class Numbers {

    /** More digits than these a number in a browser cannot carry exactly. */
    private static final int DIGITS = 15;

    private static final int DIGITS_OF_TEXT = 30;

    private Numbers() {}

    static Reading read(Component field, Object posted) {
        if (posted == null || posted instanceof String text && text.isBlank()) {
            return Reading.of(null);
        }
        BigDecimal number = posted instanceof Number || posted instanceof String ? decimal(posted) : null;
        if (number == null) {
            return Reading.problem("number.unreadable");
        }
        boolean asText = Boolean.TRUE.equals(field.at("serializeToString"));
        if (digits(number) > (asText ? DIGITS_OF_TEXT : DIGITS)) {
            return Reading.problem("number.digits", asText ? DIGITS_OF_TEXT : DIGITS);
        }
        return Reading.of(asText ? shown(number) : simplest(number));
    }

    static Problem check(Component field, Object value, Limits limits) {
        BigDecimal number = decimal(value);
        if (field.at("decimalDigits") instanceof Integer digits && digits >= 0 && number.scale() > digits) {
            return digits == 0 ? new Problem("number.whole") : new Problem("number.decimals", digits, shown(number));
        }
        BigDecimal min = limits.number("min");
        if (min != null && number.compareTo(min) < 0) {
            return new Problem("number.min", shown(min), shown(number)).mayBeWordedByForm();
        }
        BigDecimal max = limits.number("max");
        if (max != null && number.compareTo(max) > 0) {
            return new Problem("number.max", shown(max), shown(number)).mayBeWordedByForm();
        }
        return checkStep(number, decimal(field.at("increment")));
    }

    private static Problem checkStep(BigDecimal number, BigDecimal step) {
        if (step == null || step.signum() <= 0 || number.remainder(step).signum() == 0) {
            return null;
        }
        BigDecimal below = number.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        return new Problem("number.step", shown(step), shown(below), shown(below.add(step)));
    }

    /** The number exactly and without trailing zeros; null if it is none, not finite, or absurdly long. */
    static BigDecimal decimal(Object value) {
        if (value instanceof BigInteger big && big.bitLength() > 2048
                || value instanceof String text && text.length() > 100) {
            return null;
        }
        try {
            BigDecimal number = value instanceof BigDecimal exact
                    ? exact
                    : value == null ? null : new BigDecimal(value.toString().strip());
            return number == null || Math.abs((long) number.scale()) > 400 || number.precision() > 700
                    ? null
                    : tidy(number);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BigDecimal tidy(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static int digits(BigDecimal number) {
        return Math.max(number.precision(), number.scale());
    }

    /** An Integer if it is whole and fits, else a Long, else a Double: what the engine and JSON keep as they are. */
    static Number simplest(BigDecimal number) {
        if (tidy(number).scale() > 0) {
            return number.doubleValue();
        }
        BigInteger whole = number.toBigInteger();
        if (whole.bitLength() < 32) {
            return whole.intValue();
        }
        return whole.bitLength() < 64 ? (Number) whole.longValue() : (Number) number.doubleValue();
    }

    static String shown(BigDecimal number) {
        return tidy(number).toPlainString();
    }
}
