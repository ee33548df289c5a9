package org.peerexchange.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 20);

    @Test
    void aFormWithOneAmountIsOneItemInEurosOfToday() {
        assertThat(Statement.items(Map.of("amount", 420.5), TODAY))
                .containsExactly(new Item(Amount.eur(new BigDecimal("420.50")), TODAY, "", "", "", false));
    }

    @Test
    void aListOfReceiptsIsOneItemARow() {
        Map<String, Object> row = Map.of(
                "date", "2027-06-14",
                "payee", "Bar Mleczny",
                "what", "Lunch for five",
                "category", "meals",
                "amount", 128,
                "currency", "PLN",
                "rate", 4.2735,
                "rateDate", "2027-06-14",
                "selfMade", true);
        List<Item> items = Statement.items(Map.of("spent", "yes", "receipts", List.of(row, row)), TODAY);
        assertThat(items).hasSize(2);
        Item item = items.get(0);
        assertThat(item.amount().eur()).isEqualTo(new BigDecimal("29.95"));
        assertThat(item.date()).isEqualTo(LocalDate.of(2027, 6, 14));
        assertThat(item.payee()).isEqualTo("Bar Mleczny");
        assertThat(item.category()).isEqualTo("meals");
        assertThat(item.selfMade()).isTrue();
    }

    @Test
    void aFormWithoutMoneyIsNoItem() {
        assertThat(Statement.items(Map.of("spent", "no"), TODAY)).isEmpty();
        assertThat(Statement.items(Map.of("spent", "no", "receipts", List.of()), TODAY))
                .isEmpty();
    }
}
