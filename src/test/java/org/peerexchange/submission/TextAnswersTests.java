package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.submission.Forms.check;
import static org.peerexchange.submission.Forms.message;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnswersTests {

    private static final String GOAL = "{'type':'textfield','key':'goal','label':'Learning goal','validate':{%s}}";
    private static final String AREA = "{'type':'textarea','key':'goal','label':'Learning goal','validate':{%s}}";

    private static Validated goal(String rules, Object text) {
        return check(GOAL.formatted(rules), text == null ? Map.of() : Map.of("goal", text), Map.of());
    }

    private static Validated area(String rules, Object text) {
        return check(AREA.formatted(rules), Map.of("goal", text), Map.of());
    }

    @Test
    void a_text_is_taken_as_it_is() {
        assertThat(goal("", "Run a meeting").answers()).isEqualTo(Map.of("goal", "Run a meeting"));
    }

    @Test
    void an_empty_text_is_kept_as_no_answer() {
        Validated validated = goal("", "");

        assertThat(validated.ok()).isTrue();
        assertThat(validated.answers()).containsEntry("goal", null);
        assertThat(goal("", null).answers()).containsEntry("goal", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u00a0", "\u200b\u200b", "\u2003", "\ufeff", "\u200d", "\u0000"})
    void white_space_is_no_answer_to_a_required_question(String text) {
        assertThat(message(goal("'required':true", text))).isEqualTo("\"Learning goal\" is needed: please fill it in.");
    }

    @Test
    void an_error_names_field_and_label() {
        assertThat(goal("'required':true", null).errors())
                .containsExactly(
                        new FieldError("goal", "Learning goal", "\"Learning goal\" is needed: please fill it in."));
        assertThat(goal("'required':true", null).answers()).isEmpty();
    }

    @Test
    void whether_it_is_required_may_be_an_expression() {
        String form = "{'type':'checkbox','key':'other'}," + GOAL.formatted("'required':'=other'");

        assertThat(check(form, "{'other':true}").ok()).isFalse();
        assertThat(check(form, "{'other':false}").ok()).isTrue();
    }

    @Test
    void too_short_and_too_long_say_the_limit_and_the_length() {
        assertThat(message(goal("'minLength':5", "abc")))
                .isEqualTo("\"Learning goal\" must have at least 5 characters; yours has 3.");
        assertThat(message(goal("'maxLength':5", "abcdefg")))
                .isEqualTo("\"Learning goal\" must have at most 5 characters; yours has 7.");
        assertThat(message(goal("'maxLength':'=1+2'", "abcd"))).contains("at most 3 characters");
        assertThat(goal("'minLength':5,'maxLength':5", "abcde").ok()).isTrue();
        assertThat(goal("'minLength':5", "").ok()).isTrue();
    }

    @Test
    void four_thousand_characters_are_the_most_unless_the_form_says_otherwise() {
        assertThat(goal("", "a".repeat(4000)).ok()).isTrue();
        assertThat(message(goal("", "a".repeat(4001))))
                .isEqualTo("\"Learning goal\" must have at most 4000 characters; yours has 4001.");
        assertThat(goal("'maxLength':10000", "a".repeat(10_000)).ok()).isTrue();
        assertThat(goal("'maxLength':'=null'", "a".repeat(4001)).ok()).isFalse();
    }

    @Test
    void a_pattern_is_looked_for_as_in_a_browser() {
        assertThat(message(goal("'pattern':'^[0-9]{5}$'", "1234")))
                .isEqualTo("\"Learning goal\" does not have the expected form: please check it.");
        assertThat(goal("'pattern':'^[0-9]{5}$'", "12345").ok()).isTrue();
        assertThat(goal("'pattern':'b'", "abc").ok()).isTrue();
        assertThat(goal("'pattern':'^x'", "").ok()).isTrue();
    }

    @Test
    void the_forms_own_message_replaces_the_one_about_the_pattern_only() {
        String form = "{'type':'textfield','key':'code','validate':{'required':true,'pattern':'^[0-9]+$'},"
                + "'properties':{'message':'Only figures, please.'}}";

        assertThat(message(check(form, "{'code':'x'}"))).isEqualTo("Only figures, please.");
        assertThat(message(check(form, "{'code':''}"))).contains("is needed");
    }

    @ParameterizedTest
    @CsvSource({
        "email,ada@example.org,true",
        "email,ada@example,true",
        "email,ada,false",
        "email,a b@example.org,false",
        "email,ada@example.org x,false",
        "phone,+4930664040900,true",
        "phone,004930664040900,true",
        "phone,030664040900,false",
        "phone,+49 30 6640,false"
    })
    void email_addresses_and_phone_numbers_are_recognised(String type, String text, boolean right) {
        assertThat(goal("'validationType':'" + type + "'", text).ok()).isEqualTo(right);
    }

    @Test
    void texts_are_trimmed_and_composed() {
        assertThat(goal("", " \u00a0Cafe\u0301 \n").answers()).containsEntry("goal", "Caf\u00e9");
    }

    @Test
    void what_nobody_typed_is_removed() {
        assertThat(goal("", "a\u0000b\u0007c\u009fd\ud800e").answers()).containsEntry("goal", "abcde");
    }

    @Test
    void emoji_and_other_scripts_stay() {
        String text =
                "\uD83D\uDC69\u200D\uD83D\uDCBB \u0645\u0631\u062d\u0628\u0627 \u0928\u092e\u0938\u094d\u0924\u0947";
        assertThat(goal("", text).answers()).containsEntry("goal", text);
    }

    @Test
    void lines_stay_in_a_text_area_and_become_spaces_in_a_text_field() {
        assertThat(area("", "a\r\nb\tc\rd").answers()).containsEntry("goal", "a\nb\tc\nd");
        assertThat(goal("", "a\r\nb\tc").answers()).containsEntry("goal", "a b c");
    }

    @Test
    void a_label_that_is_an_expression_or_template_is_worked_out() {
        String form = "{'type':'textfield','key':'a','label':'Goal of {{name}}','validate':{'required':true}},"
                + "{'type':'textfield','key':'b','label':'=name','validate':{'required':true}},"
                + "{'type':'textfield','key':'c','label':'=missing','validate':{'required':true}}";

        assertThat(check(form, "{}", "{'name':'Ada'}").errors())
                .extracting(FieldError::label)
                .containsExactly("Goal of Ada", "Ada", "c");
    }

    @Test
    void a_label_with_braces_and_quotes_is_said_as_it_is() {
        String form =
                "{'type':'textfield','key':'a','label':'It`s {0} $1','validate':{'required':true}}".replace("`", "’");
        assertThat(message(check(form, "{}"))).isEqualTo("\"It’s {0} $1\" is needed: please fill it in.");
    }

    @Test
    void a_no_break_space_is_a_space_to_patterns_as_in_a_browser() {
        String form = "{'type':'textfield','key':'a','label':'A','validate':{'pattern':'^[^\\\\s/]+$'}}";

        assertThat(check(form, "{'a':'no break'}").ok()).isFalse();
        assertThat(check(form, "{'a':'no\u00a0break'}").ok()).isFalse();
        assertThat(check(form, "{'a':'break'}").ok()).isTrue();
    }
}
