package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.submission.Forms.check;
import static org.peerexchange.submission.Forms.message;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateAnswersTests {

    private static Validated on(String settings, Object value) {
        return check(
                "{'type':'datetime','key':'on','dateLabel':'Visit'" + settings + "}", Map.of("on", value), Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "date,2027-03-01",
        "date,2028-02-29",
        "time,09:00",
        "time,09:00Z",
        "time,23:59:59",
        "time,09:00+05:30",
        "datetime,2026-12-24T14:30+00:00",
        "datetime,2026-12-24T14:30Z",
        "datetime,2026-12-24T14:30"
    })
    void dates_and_times_are_kept_as_form_js_sends_them(String subtype, String value) {
        assertThat(on(",'subtype':'" + subtype + "'", value).answers()).containsEntry("on", value);
    }

    @ParameterizedTest
    @CsvSource({
        "date,2027-02-29",
        "date,2027-13-01",
        "date,01.03.2027",
        "date,tomorrow",
        "date,2027-03-01T10:00",
        "date,+12027-03-01",
        "time,24:00",
        "time,9:00",
        "time,09:00+99:00",
        "time,2027-03-01",
        "datetime,2027-03-01",
        "datetime,2027-02-30T10:00",
        "datetime,2027-03-01T25:00",
        "datetime,2027-03-01T10:00+1"
    })
    void what_is_no_date_or_time_is_an_error(String subtype, String value) {
        assertThat(message(on(",'subtype':'" + subtype + "'", value))).startsWith("\"Visit\" must be a ");
    }

    @Test
    void a_date_that_is_no_text_is_an_error() {
        assertThat(message(on("", 20270301))).isEqualTo("\"Visit\" must be a date.");
        assertThat(message(on("", List.of("2027-03-01")))).isEqualTo("\"Visit\" must be a date.");
    }

    @Test
    void an_empty_date_is_no_answer() {
        assertThat(on("", "").answers()).containsEntry("on", null);
        assertThat(message(on(",'validate':{'required':true}", ""))).contains("is needed");
    }

    @Test
    void a_past_date_is_refused_where_the_form_says_so() {
        String noPast = ",'subtype':'date','disallowPassedDates':true";

        assertThat(message(on(noPast, "2027-03-09")))
                .isEqualTo("\"Visit\" must not be in the past; you gave 2027-03-09 and today is 2027-03-10.");
        assertThat(on(noPast, "2027-03-10").ok()).isTrue();
        assertThat(on("", "1999-01-01").ok()).isTrue();
    }

    @Test
    void a_past_moment_is_refused_by_its_date() {
        String noPast = ",'subtype':'datetime','disallowPassedDates':true";

        assertThat(on(noPast, "2027-03-09T10:00+01:00").ok()).isFalse();
        assertThat(on(noPast, "2027-03-10T00:01+01:00").ok()).isTrue();
        assertThat(on(noPast, "2027-03-09T23:30Z").ok()).isTrue();
        assertThat(on(noPast, "2027-03-08T23:30Z").ok()).isFalse();
    }

    @Test
    void today_may_be_text_and_is_what_expressions_call_today() {
        String form = "{'type':'expression','key':'day','expression':'=string(today())'}";
        FormValidator validator = new FormValidator(Clock.systemUTC());

        assertThat(validator
                        .validate(Forms.form(form), Map.of(), Map.of("today", "2030-01-02"))
                        .answers())
                .containsEntry("day", "2030-01-02");
        assertThat(validator
                        .validate(Forms.form(form), Map.of(), Map.of("today", "soon"))
                        .answers())
                .containsKey("day");
    }

    @Test
    void nobody_can_post_another_today() {
        String form = "{'type':'datetime','key':'on','disallowPassedDates':true},{'type':'textfield','key':'today'}";
        assertThat(check(form, "{'on':'2020-01-01','today':'2019-01-01'}").ok()).isFalse();
    }
}
