package org.peerexchange.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days, moments and amounts as each language writes them. */
class InWordsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 4);

    @ParameterizedTest
    @CsvSource({
        "en, 4 December 2026, 4 December, 'Friday, 4 December 2026, 23:59 (Warsaw time)', 1234.50",
        "pl, 4 grudnia 2026, 4 grudnia, 'piątek, 4 grudnia 2026, 23:59 (', '1234,50'",
        "uk, 4 грудня 2026 р., 4 грудня, 'пʼятниця, 4 грудня 2026 р., 23:59 (', '1234,50'",
        "sr, 4. децембра 2026, 4. децембра, 'петак, 4. децембра 2026, 23:59 (', '1.234,50'"
    })
    void eachLanguageHasItsOwnWay(String tag, String day, String ofYear, String moment, String amount) {
        Locale language = Locale.forLanguageTag(tag);

        assertThat(InWords.day(DAY, language).replaceAll("[\\u00a0\\u202f]", " "))
                .isEqualTo(day);
        assertThat(InWords.dayOfYear(DAY, language)).isEqualTo(ofYear);
        assertThat(InWords.momentWithZone(DAY.atTime(23, 59).atZone(ZoneId.of("Europe/Warsaw")), language)
                        .replaceAll("[\\u00a0\\u202f]", " "))
                .startsWith(moment);
        assertThat(InWords.amount(new BigDecimal("1234.50"), language).replaceAll("[\\s\\u00a0\\u202f]", ""))
                .isEqualTo(amount);
    }

    @Test
    void aPlaceIsCalledAsTheLanguageDoesWhicheverOfItsNamesTheZoneHas() {
        assertThat(InWords.zone(ZoneId.of("Europe/Kyiv"), Locale.forLanguageTag("pl")))
                .contains("Kijów");
        assertThat(InWords.zone(ZoneId.of("Europe/Kiev"), Locale.forLanguageTag("sr")))
                .contains("Кијев");
        assertThat(InWords.zone(ZoneId.of("Europe/Kyiv"), Locale.ENGLISH)).isEqualTo("Kyiv time");
    }
}
