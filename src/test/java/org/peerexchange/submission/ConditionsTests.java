package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.submission.Forms.check;
import static org.peerexchange.submission.Forms.map;
import static org.peerexchange.submission.Forms.message;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTests {

    private static String text(String key, String hide) {
        return "{'type':'textfield','key':'%s','label':'%s','conditional':{'hide':'%s'},'validate':{'required':true}}"
                .formatted(key, key, hide);
    }

    @Test
    void a_hidden_field_is_dropped_and_not_needed() {
        String form = "{'type':'checkbox','key':'travel'}," + text("city", "=not(travel)");

        assertThat(check(form, "{'travel':false,'city':'Rome'}").answers()).isEqualTo(Map.of("travel", false));
        assertThat(message(check(form, "{'travel':true}"))).isEqualTo("\"city\" is needed: please fill it in.");
        assertThat(check(form, "{'travel':true,'city':'Rome'}").answers()).containsEntry("city", "Rome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=n > 3", "=missing.deep > 3", "=null", "=\\\"yes\\\"", "=1", "=list contains(null, 1)", "n = 1"
            })
    void a_condition_that_is_not_true_does_not_hide(String hide) {
        String form = "{'type':'number','key':'n'}," + text("city", hide);
        assertThat(check(form, "{'n':null,'city':'Rome'}").answers()).containsEntry("city", "Rome");
    }

    @Test
    void a_hidden_group_hides_what_is_in_it() {
        String form =
                "{'type':'group','path':'g','conditional':{'hide':'=off'},'components':[{'type':'group','components':["
                        + text("city", "=false") + "]},{'type':'dynamiclist','path':'days','components':["
                        + text("a", "") + "]}]}";

        assertThat(check(form, "{'g':{'city':'Rome','days':[{}]}}", "{'off':true}")
                        .answers())
                .isEmpty();
        assertThat(check(form, "{'g':{'days':[{}]}}", "{'off':true}").ok()).isTrue();
        assertThat(check(form, "{'g':{'days':[{}]}}", "{'off':false}").errors())
                .extracting(FieldError::field)
                .containsExactly("g.city", "g.days[0].a");
    }

    @Test
    void a_field_hidden_by_a_hidden_field_is_hidden() {
        String form = "{'type':'checkbox','key':'a'},"
                + "{'type':'checkbox','key':'b','conditional':{'hide':'=not(a)'}}," + text("c", "=not(b)");

        assertThat(check(form, "{'a':false,'b':true,'c':'x'}").answers()).isEqualTo(Map.of("a", false));
        assertThat(check(form, "{'a':true,'b':true,'c':'x'}").answers()).hasSize(3);
    }

    @Test
    void a_hidden_field_counts_as_what_it_began_with() {
        String form = "{'type':'checkbox','key':'a'},{'type':'textfield','key':'b','defaultValue':'yes',"
                + "'conditional':{'hide':'=not(a)'}}," + text("c", "=b != \\\"yes\\\"");

        assertThat(message(check(form, "{'a':false,'b':'no'}"))).contains("\"c\" is needed");
        assertThat(check(form, "{'a':true,'b':'no'}").ok()).isTrue();
        assertThat(check(form, "{'a':false}", "{'b':'known'}").ok()).isTrue();
    }

    @Test
    void an_empty_field_counts_in_conditions_as_form_js_counts_it() {
        String form = "{'type':'textfield','key':'t'},{'type':'checklist','key':'l','values':[]},"
                + text("a", "=t = \\\"\\\"") + "," + text("b", "=count(l) = 0");
        assertThat(check(form, "{}").ok()).isTrue();
    }

    @Test
    void a_wrong_value_still_decides_what_is_shown() {
        String form = "{'type':'number','key':'n','label':'N','validate':{'max':3}}," + text("c", "=n = 5");
        assertThat(check(form, "{'n':5}").errors())
                .extracting(FieldError::field)
                .containsExactly("n");
    }

    @Test
    void fields_that_hide_each_other_without_end_do_not_stop_the_check() {
        assertThat(check(text("a", "=b = \\\"x\\\"") + "," + text("b", "=a = \\\"x\\\""), "{'a':'x','b':'x'}"))
                .isNotNull();
    }

    @Test
    void computed_fields_are_computed_again_in_any_order() {
        String form = "{'type':'expression','key':'gross','expression':'=net * 2'},"
                + "{'type':'expression','key':'net','expression':'=days * rate'},{'type':'number','key':'days'},"
                + "{'type':'expression','key':'list','expression':'=[days, {a: 0.5}, date(\\\"2027-01-01\\\")]'},"
                + "{'type':'expression','key':'broken','expression':'=days.x.y + 1'}";

        assertThat(check(form, "{'days':3,'net':1,'gross':999,'broken':7}", "{'rate':10}")
                        .answers())
                .containsEntry("gross", 60)
                .containsEntry("net", 30)
                .containsEntry("list", List.of(3, Map.of("a", 0.5), "2027-01-01"))
                .containsEntry("broken", null);
    }

    @Test
    void a_field_may_be_hidden_by_a_computed_field() {
        String form = text("why", "=large = false")
                + ",{'type':'expression','key':'large','expression':'=n != null and n > 100'},"
                + "{'type':'number','key':'n'}";

        assertThat(check(form, "{'n':5,'large':true}").ok()).isTrue();
        assertThat(check(form, "{'n':500,'large':false}").ok()).isFalse();
    }

    @Test
    void a_locked_field_takes_its_value_from_the_data_and_never_from_the_post() {
        String form = "{'type':'textfield','key':'a','disabled':true,'validate':{'required':true,'maxLength':2}},"
                + "{'type':'number','key':'b','readonly':true},"
                + "{'type':'textfield','key':'c','readonly':'=frozen'},"
                + "{'type':'textfield','key':'d','disabled':true,'defaultValue':'as set'},"
                + "{'type':'select','key':'e','readonly':true,'values':[]}";

        Validated frozen = check(
                form,
                "{'a':'mine','b':666,'c':'mine','d':'mine','e':'mine'}",
                "{'a':'known','b':7,'c':'before','frozen':true}");
        assertThat(frozen.ok()).isTrue();
        assertThat(frozen.answers())
                .containsEntry("a", "known")
                .containsEntry("b", 7)
                .containsEntry("c", "before")
                .containsEntry("d", "as set")
                .containsEntry("e", null);
        assertThat(check(form, "{'c':'mine'}", "{'frozen':false}").answers()).containsEntry("c", "mine");
        assertThat(check(form, "{'a':['hostile']}", "{'a':5}").answers()).containsEntry("a", "5");
    }

    @Test
    void what_the_form_does_not_ask_is_dropped() {
        String form =
                "{'type':'textfield','key':'a'},{'type':'group','path':'g','components':[{'type':'textfield','key':'b'}]}";

        assertThat(check(form, "{'z':1,'g':{'b':'x','admin':true},'a':'y','approved':true}")
                        .answers())
                .isEqualTo(map("{'a':'y','g':{'b':'x'}}"));
    }

    @Test
    void answers_keep_the_order_of_the_form_and_nest_by_path() {
        String form =
                "{'type':'textfield','key':'z'},{'type':'group','path':'g.h','components':[{'type':'textfield','key':'b'},"
                        + "{'type':'textfield','key':'a.x'}]},{'type':'textfield','key':'c'}";

        assertThat(check(form, "{'c':'3','g':{'h':{'a':{'x':'2'},'b':'1'}},'z':'0'}")
                        .answers())
                .hasToString("{z=0, g={h={b=1, a={x=2}}}, c=3}");
    }

    @Test
    void data_given_to_the_check_is_never_changed() {
        Map<String, Object> context = Map.of("g", Map.of("b", "before", "other", 1));
        String form = "{'type':'group','path':'g','components':[{'type':'textfield','key':'b'},"
                + "{'type':'expression','key':'c','expression':'=g.other'}]}";

        assertThat(check(form, map("{'g':{'b':'now'}}"), context).answers()).isEqualTo(map("{'g':{'b':'now','c':1}}"));
        assertThat(context).isEqualTo(Map.of("g", Map.of("b", "before", "other", 1)));
    }
}
