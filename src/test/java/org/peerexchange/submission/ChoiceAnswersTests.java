package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.submission.Forms.check;
import static org.peerexchange.submission.Forms.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceAnswersTests {

    private static final String VALUES =
            "'values':[{'label':'One','value':'1'},{'label':'Two','value':'2'},{'value':3}]";

    record Option(String label, String value) {}

    private static String field(String type, String settings) {
        return "{'type':'%s','key':'topic','label':'Topic',%s}".formatted(type, settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "radio"})
    void one_of_the_options_is_taken_and_any_other_is_an_error(String type) {
        assertThat(check(field(type, VALUES), "{'topic':'2'}").answers()).containsEntry("topic", "2");
        assertThat(check(field(type, VALUES), "{'topic':3}").answers()).containsEntry("topic", 3);
        assertThat(check(field(type, VALUES), "{'topic':''}").answers()).containsEntry("topic", null);
        assertThat(message(check(field(type, VALUES), "{'topic':'One'}")))
                .isEqualTo("\"Topic\": \"One\" is not one of the choices offered.");
        assertThat(check(field(type, VALUES), "{'topic':2}").ok()).isFalse();
        assertThat(check(field(type, VALUES), "{'topic':['1']}").ok()).isFalse();
        assertThat(check(field(type, VALUES), "{'topic':{'value':'1'}}").ok()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"checklist", "taglist"})
    void several_of_the_options_are_taken_once_each(String type) {
        assertThat(check(field(type, VALUES), "{'topic':['2','1','2',3,3.0]}").answers())
                .containsEntry("topic", List.of("2", "1", 3));
        assertThat(check(field(type, VALUES), "{}").answers()).containsEntry("topic", List.of());
        assertThat(message(check(field(type, VALUES), "{'topic':['1','9']}")))
                .isEqualTo("\"Topic\": \"9\" is not one of the choices offered.");
        assertThat(check(field(type, VALUES), "{'topic':'1'}").ok()).isFalse();
        assertThat(check(field(type, VALUES), "{'topic':[null]}").ok()).isFalse();
        assertThat(check(field(type, VALUES), "{'topic':[['1']]}").ok()).isFalse();
    }

    @Test
    void a_required_choice_must_be_made() {
        String required = VALUES + ",'validate':{'required':true}";

        assertThat(message(check(field("radio", required), "{'topic':null}")))
                .isEqualTo("\"Topic\" is needed: please choose one.");
        assertThat(message(check(field("checklist", required), "{'topic':[]}")))
                .isEqualTo("\"Topic\" is needed: please choose at least one.");
    }

    @Test
    void options_may_come_from_data_by_name() {
        String form = field("select", "'valuesKey':'topics'");

        assertThat(check(form, "{'topic':'b'}", "{'topics':['a','b']}").ok()).isTrue();
        assertThat(check(form, "{'topic':'b'}", "{'topics':[{'label':'B','value':'b'}]}")
                        .ok())
                .isTrue();
        assertThat(check(form, "{'topic':'b'}", "{}").ok()).isFalse();
        assertThat(check(form, "{'topic':'b','topics':['b']}", "{}").ok()).isFalse();
    }

    @Test
    void options_may_come_as_records_or_json_nodes() {
        String form = field("select", "'valuesKey':'topics'");

        assertThat(check(form, Map.of("topic", "b"), Map.of("topics", List.of(new Option("B", "b"))))
                        .ok())
                .isTrue();
        assertThat(check(form, Map.of("topic", "b"), Map.of("topics", new ObjectMapper().valueToTree(List.of("b"))))
                        .ok())
                .isTrue();
    }

    @Test
    void options_may_come_from_an_expression_over_answers_and_data() {
        String form = "{'type':'textfield','key':'place'},"
                + field("select", "'valuesExpression':'=for c in cities[country = place] return c.name'");
        String cities = "{'cities':[{'name':'Rome','country':'it'},{'name':'Oslo','country':'no'}]}";

        assertThat(check(form, "{'place':'it','topic':'Rome'}", cities).ok()).isTrue();
        assertThat(check(form, "{'place':'no','topic':'Rome'}", cities).ok()).isFalse();
    }

    @Test
    void an_option_may_be_an_object_and_is_kept_as_offered() {
        String form = field("select", "'values':[{'label':'A','value':{'id':7}}]");

        assertThat(check(form, "{'topic':{'id':7}}").answers()).containsEntry("topic", Map.of("id", 7));
        assertThat(message(check(form, "{'topic':{'id':8}}"))).contains("{…}");
    }

    @Test
    void a_long_unknown_choice_is_quoted_in_short() {
        String posted = "{'topic':'" + "x".repeat(100) + "'}";
        assertThat(message(check(field("select", VALUES), posted)))
                .isEqualTo("\"Topic\": \"" + "x".repeat(20) + "…\" is not one of the choices offered.");
    }

    @Test
    void a_checkbox_is_true_or_false() {
        String form = "{'type':'checkbox','key':'agree','label':'I agree','validate':{%s}}";

        assertThat(check(form.formatted(""), "{'agree':true}").answers()).containsEntry("agree", true);
        assertThat(check(form.formatted(""), "{}").answers()).containsEntry("agree", false);
        assertThat(message(check(form.formatted(""), "{'agree':'true'}"))).contains("could not be read");
        assertThat(message(check(form.formatted(""), "{'agree':1}"))).contains("could not be read");
        assertThat(message(check(form.formatted("'required':true"), "{'agree':false}")))
                .isEqualTo("\"I agree\" is needed: please tick it.");
        assertThat(check(form.formatted("'required':true"), "{'agree':true}").ok())
                .isTrue();
    }
}
