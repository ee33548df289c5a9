package org.peerexchange.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTests {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 14);

    @ParameterizedTest
    @CsvSource({
        "100.00, PLN, 4.2735, 23.40",
        "427.35, PLN, 4.2735, 100.00",
        // exactly half a cent goes up
        "0.03, USD, 2, 0.02",
        "0.05, USD, 2, 0.03",
        "1.00, USD, 8, 0.13",
        // just below half a cent goes down
        "0.0, ALL, 98.5, 0.00",
        "1.00, HUF, 402.5, 0.00",
        "12500, HUF, 402.5, 31.06",
    })
    void anAmountInAnotherCurrencyIsDividedByItsRateAndRoundedHalfUp(
            BigDecimal original, String currency, BigDecimal rate, BigDecimal eur) {
        assertThat(new Amount(original, currency, rate, DAY).eur()).isEqualByComparingTo(eur);
    }

    @Test
    void eurosStayAsTheyAre() {
        assertThat(Amount.eur(new BigDecimal("12.5")).eur()).isEqualTo(new BigDecimal("12.50"));
        assertThat(new Amount(BigDecimal.TEN, "EUR", BigDecimal.TEN, DAY).rate())
                .isNull();
    }

    @Test
    void anotherCurrencyNeedsItsRateAndTheDayOfIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Amount(BigDecimal.TEN, "PLN", null, DAY))
                .withMessageContaining("needs its rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Amount(BigDecimal.TEN, "PLN", BigDecimal.ONE, null))
                .withMessageContaining("the day of the rate");
        assertThatIllegalArgumentException().isThrownBy(() -> new Amount(BigDecimal.TEN, "PLN", BigDecimal.ZERO, DAY));
    }

    @Test
    void fractionsOfACentAndUnknownCurrenciesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.eur(new BigDecimal("1.005")))
                .withMessage("1.005 is no amount of money to the cent.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Amount(BigDecimal.TEN, "euro", null, null))
                .withMessageContaining("\"euro\" is no currency");
        assertThatIllegalArgumentException().isThrownBy(() -> Amount.eur(null));
    }

    @Test
    void aRateThatMakesAnAmountEndlessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Amount(new BigDecimal("9999999999"), "HUF", new BigDecimal("0.5"), DAY))
                .withMessageContaining("more money than there is");
    }

    @Test
    void anItemIsMoreThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Item(Amount.eur(BigDecimal.ZERO), DAY, "", "", "", false));
    }
}
