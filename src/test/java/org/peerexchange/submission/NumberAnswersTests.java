package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.submission.Forms.check;
import static org.peerexchange.submission.Forms.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberAnswersTests {

    private static Validated days(String settings, Object number) {
        Map<String, Object> posted = new HashMap<>();
        posted.put("days", number);
        return check("{'type':'number','key':'days','label':'Days'" + settings + "}", posted, Map.of());
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of(12, 12),
                Arguments.of("12", 12),
                Arguments.of(" -3 ", -3),
                Arguments.of(12.0, 12),
                Arguments.of(1.5, 1.5),
                Arguments.of("1.50", 1.5),
                Arguments.of(3_000_000_000L, 3_000_000_000L),
                Arguments.of(new BigDecimal("0.10"), 0.1),
                Arguments.of(0, 0),
                Arguments.of(1e3, 1000),
                Arguments.of(null, null),
                Arguments.of("", null));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_number_is_kept_as_the_simplest_number_it_is(Object posted, Object kept) {
        assertThat(days("", posted).ok()).isTrue();
        assertThat(days("", posted).answers()).containsEntry("days", kept);
    }

    static Stream<Object> noNumbers() {
        return Stream.of(
                "NaN",
                "many",
                "1,5",
                "0x10",
                "1 2",
                Double.NaN,
                Double.POSITIVE_INFINITY,
                true,
                Map.of(),
                java.util.List.of(1),
                "9".repeat(5000),
                "1e999999999",
                "1e-999999999",
                new BigDecimal("1e2000000000"),
                BigInteger.TEN.pow(100_000),
                BigInteger.TEN.pow(20),
                1e300,
                "0.12345678901234567");
    }

    @ParameterizedTest
    @MethodSource("noNumbers")
    void what_is_no_number_a_browser_can_hold_is_an_error(Object posted) {
        assertThat(message(days("", posted))).startsWith("\"Days\" must be a number");
    }

    @Test
    void a_required_number_may_be_zero_but_not_missing() {
        assertThat(days(",'validate':{'required':true}", 0).ok()).isTrue();
        assertThat(message(days(",'validate':{'required':true}", null)))
                .isEqualTo("\"Days\" is needed: please fill it in.");
    }

    @Test
    void too_little_and_too_much_say_the_limit_and_the_number() {
        assertThat(message(days(",'validate':{'min':3}", 2))).isEqualTo("\"Days\" must be at least 3; you gave 2.");
        assertThat(message(days(",'validate':{'max':'3.5'}", 4)))
                .isEqualTo("\"Days\" must be at most 3.5; you gave 4.");
        assertThat(days(",'validate':{'min':3,'max':3}", 3).ok()).isTrue();
    }

    @Test
    void limits_may_be_expressions_over_answers_and_data() {
        String form = "{'type':'number','key':'from'},{'type':'number','key':'to','label':'To','validate':"
                + "{'min':'=from + 1','max':'=limits.days','required':true}}";

        assertThat(message(check(form, "{'from':4,'to':4}", "{'limits':{'days':9}}")))
                .isEqualTo("\"To\" must be at least 5; you gave 4.");
        assertThat(message(check(form, "{'from':4,'to':10}", "{'limits':{'days':9}}")))
                .contains("at most 9");
        assertThat(check(form, "{'from':null,'to':10}").ok()).isTrue();
    }

    @Test
    void the_forms_own_message_replaces_the_one_about_a_limit() {
        String own = ",'properties':{'message':'Between 3 and 8 days, please.'},'validate':{'min':3,'max':8}";

        assertThat(message(days(own, 2))).isEqualTo("Between 3 and 8 days, please.");
        assertThat(message(days(own, 9))).isEqualTo("Between 3 and 8 days, please.");
        assertThat(message(days(own, "x"))).isEqualTo("\"Days\" must be a number.");
    }

    @Test
    void decimals_are_counted() {
        assertThat(message(days(",'decimalDigits':0", 1.5))).isEqualTo("\"Days\" must be a whole number.");
        assertThat(days(",'decimalDigits':0", 1.0).ok()).isTrue();
        assertThat(message(days(",'decimalDigits':2", 1.234)))
                .isEqualTo("\"Days\" must have at most 2 digits after the point; you gave 1.234.");
        assertThat(days(",'decimalDigits':2", "1.230").ok()).isTrue();
    }

    @Test
    void steps_name_the_nearest_numbers() {
        assertThat(message(days(",'increment':'0.5'", 1.2)))
                .isEqualTo("\"Days\" must go in steps of 0.5: the nearest are 1 and 1.5.");
        assertThat(message(days(",'increment':5", -7))).contains("the nearest are -10 and -5");
        assertThat(days(",'increment':0.1", 0.3).ok()).isTrue();
    }

    @Test
    void a_number_kept_as_text_keeps_its_digits() {
        assertThat(days(",'serializeToString':true", "12345678901234567890.12").answers())
                .containsEntry("days", "12345678901234567890.12");
        assertThat(days(",'serializeToString':true", 12).answers()).containsEntry("days", "12");
        assertThat(days(",'serializeToString':true", "9".repeat(31)).ok()).isFalse();
        assertThat(message(days(",'serializeToString':true,'validate':{'min':3}", "2")))
                .contains("at least 3");
    }
}
