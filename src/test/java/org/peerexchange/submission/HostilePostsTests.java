package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.submission.Forms.check;
import static org.peerexchange.submission.Forms.message;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostilePostsTests {

    private static final String EVERY_KIND = "{'type':'textfield','key':'t','label':'Text'},"
            + "{'type':'textarea','key':'ta'},{'type':'number','key':'n'},{'type':'checkbox','key':'c'},"
            + "{'type':'datetime','key':'d','subtype':'date'},{'type':'datetime','key':'dt','subtype':'datetime','disallowPassedDates':true},"
            + "{'type':'select','key':'s','values':[{'value':'a'}]},{'type':'radio','key':'r','valuesExpression':'=options'},"
            + "{'type':'checklist','key':'cl','values':[{'value':'a'}]},{'type':'taglist','key':'tl','valuesKey':'options'},"
            + "{'type':'group','path':'g','components':[{'type':'textfield','key':'x'}]},"
            + "{'type':'dynamiclist','path':'l','components':[{'type':'textfield','key':'x','conditional':{'hide':'=this.y > 3'}},"
            + "{'type':'number','key':'y'},{'type':'dynamiclist','path':'m','components':[{'type':'select','key':'z','values':[1]}]}]},"
            + "{'type':'expression','key':'e','expression':'=if s = cl then n + 1 else t + ta'},"
            + "{'type':'textfield','key':'h','conditional':{'hide':'=s = r or n > 3 or list contains(cl, tl) or matches(t, ta)'}}";

    private static Object deep(boolean maps, int depth) {
        Object deep = "x";
        for (int level = 0; level < depth; level++) {
            deep = maps ? new HashMap<>(Map.of("x", deep)) : new ArrayList<>(List.of(deep));
        }
        return deep;
    }

    private static final List<String> KEYS =
            List.of("t", "ta", "n", "c", "d", "dt", "s", "r", "cl", "tl", "g", "l", "e", "h", "unknown");

    private static List<Object> hostile() {
        return new ArrayList<>(Arrays.asList(
                null,
                "",
                "\u0000",
                "NaN",
                "a".repeat(4_000_000),
                "\u0301\u0316".repeat(2_000_000),
                "9".repeat(1_000_000),
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Float.NaN,
                new BigDecimal("1e2147483647"),
                new BigDecimal("1e-2147483647"),
                Long.MIN_VALUE,
                -0.0,
                true,
                List.of(),
                Map.of(),
                deep(true, 50_000),
                deep(false, 50_000),
                List.of(deep(true, 50_000)),
                List.of(Map.of("x", deep(false, 50_000), "m", List.of(Map.of("z", deep(true, 9))))),
                Arrays.asList(null, null),
                Collections.nCopies(100_000, "a"),
                Collections.nCopies(100_000, Map.of("y", 5)),
                new Object(),
                new int[] {1},
                'c',
                "=1/0",
                "{{t}}",
                "\ud800",
                "'; drop table answers; --",
                "<script>alert(1)</script>"));
    }

    @Test
    @Timeout(60)
    void anything_in_any_field_is_an_error_or_dropped_and_never_an_exception() {
        Form form = Forms.form(EVERY_KIND);
        FormValidator validator = new FormValidator(Clock.systemUTC());
        for (String key : KEYS) {
            for (Object value : hostile()) {
                Map<String, Object> posted = new HashMap<>();
                posted.put(key, value);
                Validated validated = validator.validate(form, posted, Map.of("options", List.of("a")));
                assertThat(validated.answers()).doesNotContainKey("unknown");
                assertThat(validated.errors()).allSatisfy(error -> {
                    assertThat(error.message()).isNotBlank().hasSizeLessThan(300);
                    assertThat(error.field()).startsWith(key);
                });
            }
        }
    }

    @Test
    @Timeout(60)
    void hostile_values_together_do_no_harm() {
        Random random = new Random(7);
        List<Object> values = hostile();
        values.removeIf(value -> value instanceof String text && text.length() > 1000);
        Form form = Forms.form(EVERY_KIND);
        FormValidator validator = new FormValidator(Clock.systemUTC());
        for (int round = 0; round < 300; round++) {
            Map<String, Object> posted = new HashMap<>();
            KEYS.forEach(key -> posted.put(key, values.get(random.nextInt(values.size()))));
            assertThat(validator.validate(form, posted, posted)).isNotNull();
        }
    }

    @Test
    void nothing_posted_and_nothing_known_is_an_empty_form() {
        assertThat(new FormValidator(Clock.systemUTC())
                        .validate(Forms.form(EVERY_KIND), null, null)
                        .ok())
                .isTrue();
    }

    @Test
    void four_megabytes_of_text_say_how_long_they_are() {
        assertThat(message(check(EVERY_KIND, Map.of("t", "a".repeat(4_000_000)), Map.of())))
                .isEqualTo("\"Text\" is far too long: it has 4000000 characters.");
    }

    @Test
    void a_list_where_text_is_expected_is_an_error() {
        assertThat(message(check(EVERY_KIND, "{'t':['a','b']}")))
                .isEqualTo("\"Text\" could not be read as text: please type it again.");
        assertThat(check(EVERY_KIND, "{'t':5}").ok()).isFalse();
        assertThat(check(EVERY_KIND, "{'t':true}").ok()).isFalse();
    }

    @Test
    void text_where_a_group_is_expected_is_dropped() {
        assertThat(check(EVERY_KIND, "{'g':'all'}").answers()).containsEntry("g", Collections.singletonMap("x", null));
    }

    @Test
    void a_pattern_that_would_look_for_years_gives_up() {
        String form = "{'type':'textfield','key':'t','validate':{'pattern':'^(a+)+$'}}";
        String deepPattern = "{'type':'textarea','key':'t','validate':{'maxLength':300000,'pattern':'^(a|b)*$'}}";

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(check(form, Map.of("t", "a".repeat(3000) + "!"), Map.of())
                            .ok())
                    .isFalse();
            assertThat(check(deepPattern, Map.of("t", "ab".repeat(100_000)), Map.of()))
                    .isNotNull();
        });
    }

    @Test
    void quotes_and_markup_in_an_answer_are_data() {
        assertThat(check(EVERY_KIND, "{'t':'<b>{0}</b> =1+1 {{n}}'}").answers())
                .containsEntry("t", "<b>{0}</b> =1+1 {{n}}");
    }
}
