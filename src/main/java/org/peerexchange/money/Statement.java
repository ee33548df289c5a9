package org.peerexchange.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Reads amounts of money out of a form's answers, by the names of its fields:
 *
 * <ul>
 *   <li>{@code amount} and {@code currency} (EUR where the form does not ask)
 *   <li>{@code rate} and {@code rateDate}: how much of the currency one euro was, and on which day
 *   <li>{@code date}: the day it was paid; the day it is booked where the form does not ask
 *   <li>{@code payee}, {@code what} (or the bank's reference), {@code category}, {@code selfMade}
 * </ul>
 *
 * A list field {@code receipts} holds one amount a row, with the same names in each row.
 */
final class Statement {

    private static final String ROWS = "receipts";

    private Statement() {}

    /**
     * The amounts in the answers: one for each row of a list {@code receipts}, else one.
     *
     * @param today the date of an amount whose form asks for none
     * @throws IllegalArgumentException when an amount, currency or rate makes no sense
     */
    static List<Item> items(Map<String, Object> answers, LocalDate today) {
        if (answers.get(ROWS) instanceof List<?> rows) {
            return rows.stream().map(row -> item((Map<?, ?>) row, today)).toList();
        }
        return answers.get("amount") == null ? List.of() : List.of(item(answers, today));
    }

    /** The one amount in the answers, which may be nothing. */
    static BigDecimal amount(Map<String, Object> answers) {
        return number(answers.get("amount"));
    }

    private static Item item(Map<?, ?> answers, LocalDate today) {
        String currency = text(answers.get("currency"));
        LocalDate date = date(answers.get("date"));
        return new Item(
                new Amount(
                        number(answers.get("amount")),
                        currency.isEmpty() ? Amount.EUR : currency,
                        number(answers.get("rate")),
                        date(answers.get("rateDate"))),
                date == null ? today : date,
                text(answers.get("payee")),
                text(answers.get("what")),
                text(answers.get("category")),
                Boolean.TRUE.equals(answers.get("selfMade")));
    }

    private static BigDecimal number(Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }

    private static LocalDate date(Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
